import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { makeGroup } from "~/areas/bodies/commands/make-group.server";
import { GroupForm } from "~/areas/bodies/components/group-form";
import type { BodiesKey } from "~/areas/bodies/messages";
import { listGovernorates, listOffices } from "~/areas/bodies/queries.server";
import { MakeGroup } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  const offices = await reading(actor, async (db) => {
    authorize(actor, "make", "BodyGroup");
    if (place.level === "nation") return [];
    return [...(await listOffices(db, place.id, today)), ...(await listGovernorates(db, place, today))];
  });
  return {
    offices: offices.map(({ id, nameFa, nameEn }) => ({ id, nameFa, nameEn })),
    hasBelow: place.level !== "county",
    groups: `/${place.id}/bodies/groups`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, MakeGroup, async (input) => {
    const { code } = await makeGroup(actor, input);
    return redirect(`/${actor.place.id}/bodies/groups/${code}`);
  });
}

export default function NewGroupPage() {
  const { groups, ...data } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  return (
    <>
      <PageHeader back={{ to: groups, label: t("bodies.tab.groups") }} title={t("bodies.group.new")} />
      <GroupForm {...data} answer={useActionData<typeof action>()} back={groups} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.group.new");
