import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { excusePlace } from "~/areas/reports/commands/excuse-place.server";
import { PeriodLinks } from "~/areas/reports/components/period-links";
import { ProvenanceSentence } from "~/areas/reports/components/provenance-sentence";
import { ReportsList } from "~/areas/reports/components/reports-list";
import { isWithReviewer, STANDINGS } from "~/areas/reports/lifecycle";
import type { ReportsKey } from "~/areas/reports/messages";
import { quarterAsked } from "~/areas/reports/period-param.server";
import { withDues } from "~/areas/reports/queries/dues.server";
import { countStandings, listStandings } from "~/areas/reports/queries/standings.server";
import { ExcusePlace } from "~/areas/reports/schema";
import { now as clock } from "~/kernel/clock.server";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { lastEndedPeriod, lastPeriods, periodLabel } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

const REVIEWERS = ["representative", "provincial-expert", "national-officer", "national-expert"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, ...REVIEWERS);
  const { lo, hi, level } = actor.place;
  const search = new URL(args.request.url).searchParams;
  const latest = lastEndedPeriod(clock(), "quarter");
  const period = quarterAsked(search.get("period"), latest);
  const below = level === "nation" ? "province" : "county";
  const places = await reading(actor, async (db) =>
    withDues(db, await listStandings(db, { lo, hi, level: below }, period), period),
  );
  const show = [...STANDINGS, "to-review" as const].find((one) => one === search.get("show")) ?? null;
  const waiting = places.filter(isWithReviewer);
  return {
    placeId: actor.place.id,
    below,
    period,
    periods: lastPeriods(latest, 6),
    show,
    counts: countStandings(places),
    waiting: waiting.length,
    places:
      show === "to-review" ? waiting : places.filter((place) => show === null || place.standing === show),
    excusing: Number(search.get("excuse")) || null,
    mayExcuse: actor.role === "representative" || actor.role === "national-officer",
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, ...REVIEWERS);
  return submit(args.request, ExcusePlace, async (input) => {
    await excusePlace(actor, input);
    return redirect(`/${actor.place.id}/reports?period=${input.period}`);
  });
}

export default function ReceivedReports() {
  const data = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { placeId, period, show, counts } = data;
  const at = (shown: string | null) => `?period=${period}${shown ? `&show=${shown}` : ""}`;
  return (
    <>
      <PageHeader
        title={t(data.below === "county" ? "reports.list.title.province" : "reports.list.title.nation", {
          period: periodLabel(period, locale),
        })}
        meta={<ProvenanceSentence counts={counts} />}
        actions={
          <>
            <ExportButton
              place={data.placeId}
              list="reports"
              narrowed={{ period, show: data.show ?? undefined }}
            />
            <ExportButton
              place={data.placeId}
              list="county-figures"
              narrowed={{ period }}
              words={t("reports.paper.figures")}
            />
          </>
        }
      />
      <PeriodLinks
        periods={data.periods}
        chosen={period}
        hrefOf={(one) => `/${placeId}/reports?period=${one}`}
      />
      <FilterChips
        chips={[
          { to: at(null), label: t("reports.list.all"), active: show === null },
          {
            to: at("to-review"),
            label: t("reports.list.to-review"),
            count: data.waiting,
            active: show === "to-review",
          },
          ...STANDINGS.map((standing) => ({
            to: at(standing),
            label: t(`reports.standing.${standing}`),
            count: counts[standing],
            active: show === standing,
          })),
        ]}
      />
      <ReportsList
        places={data.places}
        period={period}
        hrefOf={(id) => `/${placeId}/reports/${id}/${period}`}
        mayExcuse={data.mayExcuse}
        excusing={data.excusing}
        excuseHref={(id) => `${at(show)}&excuse=${id}`}
        requestId={data.requestId}
        answered={answered}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ReportsKey>(matches, "reports.crumb");
