import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { editCircle } from "~/areas/network/commands/edit-circle.server";
import { CircleForm } from "~/areas/network/components/circles/circle-form";
import type { NetworkKey } from "~/areas/network/messages";
import { getCircle } from "~/areas/network/queries.server/circles";
import { EditCircle } from "~/areas/network/schema/people";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const circleId = idIn(args.params, "circleId");
  const page = await reading(actor, async (db) => ({
    circle: await getCircle(db, actor.place, circleId),
    offered: await offeredOf(db, actor.place, ["topic", "locality"], args.context.scope.today),
  }));
  return { ...page, here: `/${actor.place.id}/network/circles/${circleId}`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const circleId = idIn(args.params, "circleId");
  return submit(args.request, EditCircle, async (input) => {
    await editCircle(actor, circleId, input);
    return redirect(`/${actor.place.id}/network/circles/${circleId}`);
  });
}

export default function EditCirclePage() {
  const { circle, offered, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: circle.name }} title={t("network.circle.edit")} />
      <CircleForm
        circle={circle}
        offered={offered}
        today=""
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.circle.edit");
