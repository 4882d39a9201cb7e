import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { formCircle } from "~/areas/network/commands/form-circle.server";
import { CircleForm } from "~/areas/network/components/circles/circle-form";
import type { NetworkKey } from "~/areas/network/messages";
import { FormCircle } from "~/areas/network/schema/people";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const { today, locale } = args.context.scope;
  return {
    offered: await reading(actor, (db) => offeredOf(db, actor.place, ["topic", "locality"], today)),
    circles: `/${actor.place.id}/network/circles`,
    today: typedJalali(today, locale),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, FormCircle, async (input) => {
    const { id } = await formCircle(actor, input);
    return redirect(`/${actor.place.id}/network/circles/${id}`);
  });
}

export default function NewCirclePage() {
  const { circles, offered, today, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: circles, label: t("network.circles") }} title={t("network.circle.new")} />
      <CircleForm
        offered={offered}
        today={today}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={circles}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.circle.new");
