import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import { PersonForm } from "~/areas/network/components/person-form";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { RegisterPerson } from "~/areas/network/schema";
import { reading, submit } from "~/kernel/http.server";
import { canSeal } from "~/kernel/sealed.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const circles = await reading(actor, async (db) => ({
    circles: await circleChoices(db, actor.place.id),
    cadence: await cadenceOf(db, actor.place),
  }));
  const chosen = new URL(args.request.url).searchParams.get("circle") ?? undefined;
  return {
    ...circles,
    chosen,
    base: `/${actor.place.id}/network`,
    asksNationalCode: canSeal(),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, RegisterPerson, async (input) => {
    const { id } = await registerPerson(actor, input);
    return redirect(
      `/${actor.place.id}/network/people/${id}?registered${input.nationalCode?.isPadded ? "&padded" : ""}`,
    );
  });
}

export default function NewPersonPage() {
  const { circles, cadence, chosen, base, asksNationalCode, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("network.title") }} title={t("network.person.new")} />
      <PersonForm
        circles={circles}
        chosenCircle={chosen}
        cadenceHints={cadence}
        asksNationalCode={asksNationalCode}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        base={base}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.person.new");
