import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { editSeries } from "~/areas/meetings/calling/commands/edit-series.server";
import { SeriesForm } from "~/areas/meetings/calling/components/series-form";
import { readPlanChoices } from "~/areas/meetings/calling/plan-choices.server";
import { EditSeries } from "~/areas/meetings/calling/schema";
import { getSeries } from "~/areas/meetings/calling/series.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "provincial-expert", "representative");
  const seriesId = idIn(args.params, "series");
  const { today } = args.context.scope;
  const { series, choices } = await reading(actor, async (db) => ({
    series: await getSeries(db, actor.place.id, seriesId),
    choices: await readPlanChoices(db, actor.place, today),
  }));
  const here = `/${actor.place.id}/meetings/series/${seriesId}`;
  if (series.state !== "runs") throw redirect(here);
  return { series, choices, today, here, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const seriesId = idIn(args.params, "series");
  return submit(args.request, EditSeries, async (input) => {
    await editSeries(actor, seriesId, input);
    return redirect(`/${actor.place.id}/meetings/series/${seriesId}?saved`);
  });
}

export default function EditSeriesPage() {
  const { series, choices, today, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: here, label: series.title }} title={t("calling.series.edit")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("calling.series.edit.text")}</p>
      <SeriesForm
        series={series}
        choices={choices}
        today={today}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.series.edit");
