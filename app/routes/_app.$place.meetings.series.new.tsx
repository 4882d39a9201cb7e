import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { planSeries } from "~/areas/meetings/calling/commands/plan-series.server";
import { SeriesForm } from "~/areas/meetings/calling/components/series-form";
import { readPlanChoices } from "~/areas/meetings/calling/plan-choices.server";
import { PlanSeries } from "~/areas/meetings/calling/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const { today } = args.context.scope;
  const choices = await reading(actor, (db) => readPlanChoices(db, actor.place, today));
  return { choices, today, base: `/${actor.place.id}/meetings/series`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, PlanSeries, async (input) => {
    const { id } = await planSeries(actor, input);
    return redirect(`/${actor.place.id}/meetings/series/${id}`);
  });
}

export default function NewSeriesPage() {
  const { choices, today, base, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: base, label: t("calling.series") }} title={t("calling.series.new")} />
      <SeriesForm
        choices={choices}
        today={today}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={base}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.series.new");
