import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { editVisit } from "~/areas/visits/commands/edit-visit.server";
import { VisitForm } from "~/areas/visits/components/visit-form";
import { visitTexts } from "~/areas/visits/form-texts";
import { visitAllows } from "~/areas/visits/lifecycle";
import type { VisitsKey } from "~/areas/visits/messages";
import { getOwnVisit } from "~/areas/visits/queries.server";
import { EditVisit } from "~/areas/visits/schema";
import { listTargets, listVisitors } from "~/areas/visits/targets.server";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const visit = await getOwnVisit(db, actor.place.id, id);
    authorize(actor, "edit", "Visit", visit);
    const back = `/${actor.place.id}/visits/${id}`;
    if (!visitAllows(visit.state, "edit")) throw redirect(back);
    const { locality } = await offeredOf(db, actor.place, ["locality"], today);
    return {
      saved: visitTexts(visit, locality),
      revision: visit.revision,
      targets: await listTargets(db, actor.place, today),
      visitors: await listVisitors(db, actor.place, today),
      back,
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "visit");
  return submit(args.request, EditVisit, async (input) => {
    await editVisit(actor, id, input);
    return redirect(`/${actor.place.id}/visits/${id}`);
  });
}

export default function EditVisitPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  return (
    <>
      <PageHeader back={{ to: data.back, label: t("visits.facts") }} title={t("visits.edit")} />
      <VisitForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.edit");
