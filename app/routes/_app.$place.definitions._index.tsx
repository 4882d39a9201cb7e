import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { DutyTable, IndicatorTable } from "~/areas/reports/components/definition-tables";
import type { ReportsKey } from "~/areas/reports/messages";
import { readDuties, readIndicators } from "~/areas/reports/queries/definitions-page.server";
import { now } from "~/kernel/clock.server";
import { reading } from "~/kernel/http.server";
import { todayIn } from "~/lib/jalali";
import { periodOf } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { SearchField } from "~/ui/search-field";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const search = new URL(args.request.url).searchParams;
  const kind = search.get("kind") === "duties" ? ("duties" as const) : ("indicators" as const);
  const q = (search.get("q") ?? "").slice(0, 100);
  const period = periodOf(todayIn(now()), "quarter");
  const place = actor.place.id;
  return reading(actor, async (db) => ({
    kind,
    q,
    place,
    here: `/${place}/definitions`,
    duties: kind === "duties" ? await readDuties(db, place, q, period) : [],
    indicators: kind === "indicators" ? await readIndicators(db, q, period) : [],
  }));
}

export default function DefinitionsPage() {
  const { kind, q, place, here, duties, indicators } = useLoaderData<typeof loader>();
  const t = useT<ReportsKey>();
  const to = (one: string) =>
    `${here}?${new URLSearchParams({ kind: one, ...(q !== "" && { q }) }).toString()}`;
  return (
    <>
      <PageHeader
        title={t("reports.definitions.title")}
        actions={<ExportButton place={place} list={kind} narrowed={{ q: q === "" ? undefined : q }} />}
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("reports.definitions.intro")}</p>
      <FilterChips
        label={t("reports.definitions.kinds")}
        chips={(["indicators", "duties"] as const).map((one) => ({
          to: to(one),
          label: t(`reports.definitions.${one}`),
          active: one === kind,
        }))}
      />
      <SearchField inAddress defaultValue={q} label={t("reports.definitions.search")} hidden={{ kind }} />
      {kind === "duties" ? (
        <DutyTable rows={duties} here={here} />
      ) : (
        <IndicatorTable rows={indicators} here={here} />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ReportsKey>(matches, "reports.definitions.title");
