import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { TARGET_KINDS } from "~/areas/visits/choices";
import { proposeRota } from "~/areas/visits/commands/propose-rota.server";
import { RotaForm } from "~/areas/visits/components/rota-form";
import type { VisitsKey } from "~/areas/visits/messages";
import { offeredPeriods } from "~/areas/visits/rota-period";
import { ProposeRota } from "~/areas/visits/schema";
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
  return reading(actor, async (db) => {
    authorize(actor, "propose", "VisitRota");
    const targets = await listTargets(db, actor.place, today);
    return {
      periods: offeredPeriods(today),
      kinds: TARGET_KINDS.map((kind) => ({
        kind,
        count: targets.filter((one) => one.kind === kind).length,
      })).filter(({ count }) => count > 0),
      visitors: await listVisitors(db, actor.place, today),
      back: `/${actor.place.id}/visits/rota`,
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, ProposeRota, async (input) => {
    const { id } = await proposeRota(actor, input);
    return redirect(`/${actor.place.id}/visits/rota/${id}`);
  });
}

export default function NewRotaPage() {
  const data = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  return (
    <>
      <PageHeader
        back={{ to: data.back, label: t("visits.rota") }}
        title={t("visits.rota.new")}
        meta={t("visits.rota.new.lead")}
      />
      <RotaForm {...data} answer={useActionData<typeof action>()} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.rota.new");
