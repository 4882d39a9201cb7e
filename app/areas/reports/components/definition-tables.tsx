import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Table, type Column } from "~/ui/table";
import type { ReportsKey } from "../messages";
import type { CatalogueDuty, CatalogueIndicator } from "../queries/definitions-page.server";
import { TargetText } from "./target-text";

const LINK = "inline-flex min-h-6 items-center text-teal hover:underline max-sm:min-h-11";

/** The version that holds, and since when. */
function useVersionColumn<
  Row extends { version: number; validFrom: CatalogueDuty["validFrom"] },
>(): Column<Row> {
  const t = useT<ReportsKey>();
  return {
    key: "version",
    header: t("reports.definitions.version"),
    cell: (row) => (
      <span className="block">
        <Num value={row.version} />
        <span className="block text-meta text-ink-3">
          <DateText iso={row.validFrom} />
        </span>
      </span>
    ),
  };
}

/** Indicators as they stand: what each counts under its name. */
export function IndicatorTable({ rows, here }: { rows: readonly CatalogueIndicator[]; here: string }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const version = useVersionColumn<CatalogueIndicator>();
  return (
    <Table
      caption={t("reports.definitions.indicators")}
      rows={rows}
      rowKey={(row) => row.code}
      empty={<EmptyState filtered title={t("reports.definitions.empty")} />}
      columns={[
        {
          key: "name",
          header: t("reports.definitions.name"),
          cell: (row) => (
            <span className="block max-w-120">
              <Link to={`${here}/${row.code}`} className={LINK}>
                {locale === "fa" ? row.nameFa : row.nameEn}
              </Link>
              <span className="block text-meta font-normal text-ink-3">
                {locale === "fa" ? row.formulaFa : row.formulaEn}
              </span>
            </span>
          ),
        },
        {
          key: "unit",
          header: t("reports.definitions.unit"),
          cell: (row) => (locale === "fa" ? row.unitFa : row.unitEn),
        },
        {
          key: "direction",
          header: t("reports.definitions.direction"),
          cell: (row) => t(`reports.definitions.direction.${row.direction}` as ReportsKey),
        },
        {
          key: "target",
          header: t("reports.definitions.target"),
          noWrap: true,
          cell: (row) => (row.target === null ? "–" : <TargetText of={row} />),
        },
        {
          key: "peers",
          header: t("reports.definitions.peer-rule"),
          cell: (row) => t(`reports.board.peers.by-${row.peerRule}`),
        },
        {
          key: "minimum",
          header: t("reports.definitions.minimum"),
          numeric: true,
          cell: (row) => <Num value={row.minimumCount} />,
        },
        {
          key: "clause",
          header: t("reports.definitions.clause"),
          noWrap: true,
          cell: (row) => <Code>{row.clause}</Code>,
        },
        version,
      ]}
    />
  );
}

/** Duties as they stand, whomever they bind. */
export function DutyTable({ rows, here }: { rows: readonly CatalogueDuty[]; here: string }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const version = useVersionColumn<CatalogueDuty>();
  return (
    <Table
      caption={t("reports.definitions.duties")}
      rows={rows}
      rowKey={(row) => row.code}
      empty={<EmptyState filtered title={t("reports.definitions.empty")} />}
      columns={[
        {
          key: "text",
          header: t("reports.definitions.text"),
          cell: (row) => (
            <span className="block max-w-160">
              <Link to={`${here}/${row.code}`} className={LINK}>
                {locale === "fa" ? row.textFa : row.textEn}
              </Link>
              {row.divisionId > 0 && <Chip>{t("reports.definitions.own")}</Chip>}
            </span>
          ),
        },
        {
          key: "binds",
          header: t("reports.definitions.binds"),
          cell: (row) => t(`reports.definitions.binds.${row.roleGroup}` as ReportsKey),
        },
        {
          key: "clause",
          header: t("reports.definitions.clause"),
          noWrap: true,
          cell: (row) => <Code>{row.clause}</Code>,
        },
        version,
      ]}
    />
  );
}
