import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { TARGET_KINDS } from "~/areas/visits/choices";
import { CoverageTable } from "~/areas/visits/components/coverage-table";
import { KeptTable } from "~/areas/visits/components/kept-table";
import { coverageAsked } from "~/areas/visits/coverage-asked";
import { listCoverage, listKept } from "~/areas/visits/coverage.server";
import type { VisitsKey } from "~/areas/visits/messages";
import { daysOfRota, rotaLabel, yearUpTo } from "~/areas/visits/rota-period";
import { reading } from "~/kernel/http.server";
import { lastPeriods, periodOf } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";

/** Which places were visited when, and who came and who did not. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  const { kind, period } = coverageAsked(new URL(args.request.url).searchParams, place.level, today);
  const year = yearUpTo(today);
  const found = await reading(actor, async (db) => ({
    rows: await listCoverage(db, place, kind, daysOfRota(period), year),
    kept: await listKept(db, place.id, year),
  }));
  return {
    ...found,
    kind,
    period,
    periods: lastPeriods(periodOf(today, "quarter"), 4).reverse(),
    kinds: TARGET_KINDS.filter((one) => one !== (place.level === "county" ? "division" : "locality")),
    place: place.id,
  };
}

export default function CoveragePage() {
  const { rows, kept, kind, period, periods, kinds, place } = useLoaderData<typeof loader>();
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const base = `/${place}`;
  const here = `${base}/visits/coverage`;
  const never = rows.filter(({ lastOn }) => lastOn === null).length;
  const reached = rows.filter(({ inYear }) => inYear > 0).length;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/visits`, label: t("visits.title") }}
        title={t("visits.coverage")}
        meta={t("visits.coverage.lead")}
        actions={<ExportButton place={place} list="visit-coverage" narrowed={{ kind, period }} />}
      />
      <FilterChips
        label={t("visits.rota.to")}
        chips={kinds.map((one) => ({
          to: `${here}?kind=${one}&period=${period}`,
          label: t(`visits.kind.${one}`),
          active: one === kind,
        }))}
      />
      <FilterChips
        label={t("visits.rota.period")}
        chips={periods.map((one) => ({
          to: `${here}?kind=${kind}&period=${one}`,
          label: rotaLabel(one, locale),
          active: one === period,
        }))}
      />
      <StatRow>
        <Stat figure={<Num value={rows.length} />} label={t("visits.coverage.all")} />
        <Stat figure={<Num value={reached} />} label={t("visits.coverage.reached")} />
        <Stat
          figure={<Num value={never} />}
          label={t("visits.coverage.never-count")}
          {...(never > 0 ? { tone: "saffron" as const } : {})}
        />
      </StatRow>
      <CoverageTable rows={rows} base={base} />
      <Section title={t("visits.kept")} note={t("visits.kept.note")}>
        <KeptTable rows={kept} base={base} />
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<VisitsKey>(matches, "visits.coverage");
