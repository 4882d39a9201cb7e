import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { nameOn } from "~/areas/divisions/queries.server";
import { ReportState } from "~/areas/reports/components/report-state";
import { Reopened } from "~/areas/reports/components/versions";
import { VersionDifferenceView } from "~/areas/reports/components/version-difference";
import type { ReportsKey } from "~/areas/reports/messages";
import { quarterIn, versionAsked } from "~/areas/reports/period-param.server";
import { readDifference } from "~/areas/reports/queries/versions.server";
import { now as clock } from "~/kernel/clock.server";
import { reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { lastDayOf, periodLabel } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";

/** What a later version of a report changed of the one before it: for its own place and the levels above it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const period = quarterIn(args.params.period);
  const { id: placeId, lo, hi } = actor.place;
  const divisionId = /^\d{1,5}$/.test(args.params.division ?? "") ? Number(args.params.division) : -1;
  if (divisionId === 0 || divisionId < lo || divisionId > hi)
    throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const version = versionAsked(new URL(args.request.url).searchParams.get("version"));
  return reading(actor, async (db) => ({
    placeId,
    divisionId,
    period,
    difference: await readDifference(db, actor, divisionId, period, version, clock()),
    place: (await nameOn(db, divisionId, lastDayOf(period))) ?? { nameFa: "", nameEn: "" },
  }));
}

export default function DifferencePage() {
  const { placeId, divisionId, period, difference, place } = useLoaderData<typeof loader>();
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const n = (version: number) => localDigits(String(version), locale);
  const name = locale === "fa" ? place.nameFa : place.nameEn;
  const back =
    placeId === divisionId ? `/${placeId}/report/${period}` : `/${placeId}/reports/${divisionId}/${period}`;
  return (
    <>
      <PageHeader
        title={t("reports.difference.title", { newer: n(difference.newer), older: n(difference.older) })}
        back={{
          to: `${back}?version=${difference.newer}`,
          label: `${name} · ${periodLabel(period, locale)}`,
        }}
        state={<ReportState state={difference.state} />}
        meta={
          difference.reopenedOn && (
            <Reopened
              by={difference.reopenedByName}
              on={difference.reopenedOn}
              reason={difference.reopenReason}
            />
          )
        }
      />
      <VersionDifferenceView difference={difference} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ReportsKey>(matches, "reports.difference.crumb", undefined, data?.place.nameFa);
