import type { ReactNode } from "react";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Table, type Column } from "~/ui/table";
import type { VisitsKey } from "../messages";
import type { VisitRow } from "../queries.server";
import { Hours } from "./hours";
import { ExcusedChip, VisitChip } from "./state-chip";

/**
 * Visits in the order in which they were read.
 * @param base address of the place: visits lie under it. An office's desk has no page of a visit: null.
 * @param missed shows why nobody came in place of the purpose.
 * @param reasons shows beside the purpose why nobody came.
 * @param theirs shows whose visits they are.
 */
export function VisitTable({
  caption,
  rows,
  base,
  missed = false,
  reasons = false,
  theirs = false,
  empty,
}: {
  caption: string;
  rows: readonly VisitRow[];
  base: string | null;
  missed?: boolean;
  reasons?: boolean;
  theirs?: boolean;
  empty: ReactNode;
}) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const target = (row: VisitRow) => (locale === "fa" ? row.targetFa : row.targetEn);
  const columns: Column<VisitRow>[] = [
    {
      key: "target",
      header: t("visits.col.target"),
      cell: (row) =>
        base ? (
          <Link to={`${base}/visits/${row.id}`} className="inline-flex min-h-6 items-center hover:text-teal">
            {target(row)}
          </Link>
        ) : (
          target(row)
        ),
    },
    {
      key: "day",
      header: t("visits.col.day"),
      cell: (row) => (
        <span className="inline-flex flex-wrap gap-x-3">
          <DateText iso={row.plannedOn} style="weekday" />
          <Hours {...row} />
        </span>
      ),
    },
    {
      key: "visitor",
      header: t("visits.col.visitor"),
      cell: (row) => (locale === "fa" ? row.visitorFa : row.visitorEn),
    },
    ...(theirs
      ? [
          {
            key: "keeper",
            header: t("visits.col.keeper"),
            cell: (row: VisitRow) => (locale === "fa" ? row.keeperFa : row.keeperEn),
          },
        ]
      : []),
    missed
      ? { key: "reason", header: t("visits.col.reason"), cell: (row) => <bdi>{row.reason}</bdi> }
      : {
          key: "purpose",
          header: t("visits.col.purpose"),
          cell: (row) => (
            <>
              <bdi>{row.purpose}</bdi>
              {reasons && row.reason && (row.state === "no-show" || row.state === "cancelled") && (
                <span className="block text-meta text-ink-3">
                  {t("visits.col.reason")}: <bdi>{row.reason}</bdi>
                </span>
              )}
            </>
          ),
        },
    {
      key: "state",
      header: t("visits.col.state"),
      cell: (row) => (
        <span className="inline-flex flex-wrap gap-1.5">
          <VisitChip state={row.state} />
          {row.excused !== null && <ExcusedChip excused={row.excused} />}
        </span>
      ),
      phone: "bare",
    },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />;
}
