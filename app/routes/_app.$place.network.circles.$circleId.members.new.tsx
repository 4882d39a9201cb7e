import {
  data as answering,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { joinCircle } from "~/areas/network/commands/join-circle.server";
import { JoinForm } from "~/areas/network/components/circles/membership-form";
import { foundPeople } from "~/areas/network/people/found-people.server";
import type { NetworkKey } from "~/areas/network/messages";
import { getCircle } from "~/areas/network/queries.server/circles";
import { FindPerson, JoinCircle } from "~/areas/network/schema/ties";
import { formOf, idIn, reading, submit, type FormResult } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const circleId = idIn(args.params, "circleId");
  const { name } = await reading(actor, (db) => getCircle(db, actor.place, circleId));
  const { today, locale } = args.context.scope;
  return {
    name,
    here: `/${actor.place.id}/network/circles/${circleId}`,
    today: typedJalali(today, locale),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const circleId = idIn(args.params, "circleId");
  const form = await formOf(args.request);
  const answer =
    form.get("intent") === "find"
      ? await submit(args.request, FindPerson, () => Promise.resolve(null), form)
      : await submit(
          args.request,
          JoinCircle,
          async (input) => {
            await joinCircle(actor, circleId, input);
            return redirect(`/${actor.place.id}/network/circles/${circleId}`);
          },
          form,
        );
  if (answer !== null && !("data" in answer)) return answer;
  const found = await foundPeople(actor, form, ["role", "fromOn"]);
  if (answer === null) return { found };
  return answering(
    { ...answer.data, found } as FormResult & { found: typeof found },
    answer.init ?? undefined,
  );
}

export default function JoinCirclePage() {
  const { name, here, today, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: name }} title={t("network.membership.join")} />
      <JoinForm
        found={answer && "found" in answer ? answer.found : undefined}
        today={today}
        requestId={requestId}
        answer={answer && "result" in answer ? answer : undefined}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.membership.join");
