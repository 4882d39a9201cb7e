import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { editGroup } from "~/areas/bodies/commands/edit-group.server";
import { GroupForm } from "~/areas/bodies/components/group-form";
import { getGroup } from "~/areas/bodies/groups.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { listGovernorates, listOffices } from "~/areas/bodies/queries.server";
import { EditGroup } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  const page = await reading(actor, async (db) => {
    const group = await getGroup(db, place, args.params.group ?? "");
    authorize(actor, "edit", "BodyGroup", group);
    const offices =
      place.level === "nation"
        ? []
        : [...(await listOffices(db, place.id, today)), ...(await listGovernorates(db, place, today))];
    return { group, offices: offices.map(({ id, nameFa, nameEn }) => ({ id, nameFa, nameEn })) };
  });
  return {
    ...page,
    hasBelow: place.level !== "county",
    here: `/${place.id}/bodies/groups/${page.group.code}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, EditGroup, async (input) => {
    const { code } = await editGroup(actor, args.params.group ?? "", input);
    return redirect(`/${actor.place.id}/bodies/groups/${code}`);
  });
}

export default function EditGroupPage() {
  const { here, ...data } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: here, label: locale === "fa" ? data.group.nameFa : data.group.nameEn }}
        title={t("bodies.group.edit")}
      />
      <GroupForm {...data} answer={useActionData<typeof action>()} back={here} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.group.edit", {}, data?.group.nameFa);
