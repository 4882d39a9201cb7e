import { officeNameIn } from "~/lib/office-name";
import type { ReactNode } from "react";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Table, type Column } from "~/ui/table";
import type { DemandKey } from "../messages";
import type { DemandRow } from "../queries.server";
import { StateChip } from "./state-chip";
import { Link } from "~/ui/link";

/** A county's demands: what is asked, where it stands, with whom, until when. */
export function DemandTable({
  demands,
  base,
  empty,
}: {
  demands: readonly DemandRow[];
  base: string;
  empty: ReactNode;
}) {
  const t = useT<DemandKey>();
  const { locale } = useLocale();
  const columns: Column<DemandRow>[] = [
    {
      key: "title",
      header: t("demands.column.demand"),
      phone: "title",
      cell: (row) => (
        <>
          <Link to={`${base}/${row.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
            <span className="line-clamp-3">
              <bdi>{row.title}</bdi>
            </span>
          </Link>
          <span className="block text-meta text-ink-3">
            {t(`demands.kind.${row.kind}`)} · {t(`demands.field.${row.field}`)}
          </span>
        </>
      ),
    },
    {
      key: "state",
      header: t("demands.column.state"),
      phone: "bare",
      cell: (row) => <StateChip state={row.state} answerKind={row.answerKind} />,
    },
    { key: "office", header: t("demands.column.office"), cell: (row) => officeNameIn(row, locale) ?? "–" },
    {
      key: "limit",
      header: t("demands.column.limit"),
      noWrap: true,
      cell: (row) =>
        row.limitOn && row.state === "referred" ? (
          <DateText iso={row.limitOn} style="day-month" relative />
        ) : (
          "–"
        ),
    },
    {
      key: "received",
      header: t("demands.column.received"),
      noWrap: true,
      cell: (row) => <DateText iso={row.receivedOn} style="day-month" />,
    },
  ];
  return (
    <Table
      caption={t("demands.title")}
      columns={columns}
      rows={demands}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
