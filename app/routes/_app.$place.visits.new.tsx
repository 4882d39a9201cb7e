import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { planVisit } from "~/areas/visits/commands/plan-visit.server";
import { VisitForm } from "~/areas/visits/components/visit-form";
import type { VisitsKey } from "~/areas/visits/messages";
import { PlanVisit } from "~/areas/visits/schema";
import { listTargets, listVisitors } from "~/areas/visits/targets.server";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const { searchParams } = new URL(args.request.url);
  const choices = await reading(actor, async (db) => {
    authorize(actor, "plan", "Visit");
    return {
      targets: await listTargets(db, actor.place, today),
      visitors: await listVisitors(db, actor.place, today),
    };
  });
  return {
    ...choices,
    chosen: { target: choices.targets.find(({ key }) => key === searchParams.get("target"))?.key },
    day: today,
    back: `/${actor.place.id}/visits`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, PlanVisit, async (input) => {
    const { id } = await planVisit(actor, input);
    return redirect(`/${actor.place.id}/visits/${id}?done=planned`);
  });
}

export default function NewVisitPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  return (
    <>
      <PageHeader back={{ to: data.back, label: t("visits.title") }} title={t("visits.new")} />
      <VisitForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<VisitsKey>(matches, "visits.new");
