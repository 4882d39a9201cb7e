import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { ProgressBar } from "~/ui/progress-bar";
import { Table, type Column } from "~/ui/table";
import type { CoverageRow } from "../coverage.server";
import type { VisitsKey } from "../messages";

/** Days after which a place has waited long. */
const LONG = 180;

/** A bar of the days since the last visit, on one scale for all rows; its words stand beside it. */
function Waiting({ row, longest }: { row: CoverageRow; longest: number }) {
  const t = useT<VisitsKey>();
  if (row.daysSince === null)
    return (
      <Chip tone="saffron" icon="circle-alert">
        {t("visits.coverage.never")}
      </Chip>
    );
  const days = t("visits.coverage.days", { count: row.daysSince });
  return (
    <span className="flex min-w-40 items-center gap-2">
      <ProgressBar
        ratio={Math.max(0.02, row.daysSince / Math.max(1, longest))}
        label={days}
        tone={row.daysSince >= LONG ? "saffron" : "teal"}
        small
      />
      <span className="whitespace-nowrap">{days}</span>
    </span>
  );
}

/** Which places were visited when: those that wait longest first. */
export function CoverageTable({ rows, base }: { rows: readonly CoverageRow[]; base: string }) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const longest = Math.max(0, ...rows.map(({ daysSince }) => daysSince ?? 0));
  const columns: Column<CoverageRow>[] = [
    {
      key: "target",
      header: t("visits.col.target"),
      cell: (row) => (
        <Link
          to={`${base}/visits/new?target=${encodeURIComponent(row.key)}`}
          className="inline-flex min-h-6 items-center hover:text-teal"
        >
          {locale === "fa" ? row.nameFa : row.nameEn}
        </Link>
      ),
    },
    {
      key: "since",
      header: t("visits.coverage.since"),
      cell: (row) => <Waiting row={row} longest={longest} />,
    },
    {
      key: "last",
      header: t("visits.coverage.last"),
      cell: (row) => (row.lastOn ? <DateText iso={row.lastOn} style="short" /> : "–"),
      noWrap: true,
    },
    {
      key: "period",
      header: t("visits.coverage.in-period"),
      numeric: true,
      cell: (row) => <Num value={row.inPeriod} />,
    },
    {
      key: "year",
      header: t("visits.coverage.in-year"),
      numeric: true,
      cell: (row) => <Num value={row.inYear} />,
    },
    {
      key: "missed",
      header: t("visits.coverage.missed"),
      numeric: true,
      cell: (row) => <Num value={row.missedInYear} />,
    },
    {
      key: "next",
      header: t("visits.coverage.next"),
      cell: (row) => (row.nextOn ? <DateText iso={row.nextOn} style="short" /> : "–"),
      noWrap: true,
    },
  ];
  return (
    <Table
      caption={t("visits.coverage")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t("visits.coverage.empty")} />}
    />
  );
}
