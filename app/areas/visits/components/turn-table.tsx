import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Table, type Column } from "~/ui/table";
import type { VisitsKey } from "../messages";
import type { TurnRow } from "../rota-queries.server";
import { VisitChip } from "./state-chip";

/** The turns of a rota by day; those of a draft lead to their form, the others to the visits that they became. */
export function TurnTable({
  turns,
  base,
  mayEdit,
}: {
  turns: readonly TurnRow[];
  /** Address of the place. */
  base: string;
  mayEdit: boolean;
}) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const columns: Column<TurnRow>[] = [
    {
      key: "target",
      header: t("visits.col.target"),
      cell: (row) => {
        const name = locale === "fa" ? row.targetFa : row.targetEn;
        const to = row.visitId
          ? `${base}/visits/${row.visitId}`
          : mayEdit
            ? `${base}/visits/turns/${row.id}`
            : null;
        return to ? (
          <Link to={to} className="inline-flex min-h-6 items-center hover:text-teal">
            {name}
          </Link>
        ) : (
          name
        );
      },
    },
    {
      key: "day",
      header: t("visits.col.day"),
      cell: (row) => <DateText iso={row.onDay} style="weekday" />,
      noWrap: true,
    },
    {
      key: "visitor",
      header: t("visits.col.visitor"),
      cell: (row) => (locale === "fa" ? row.visitorFa : row.visitorEn),
    },
    ...(turns.some(({ visitState }) => visitState !== null)
      ? [
          {
            key: "state",
            header: t("visits.col.state"),
            cell: (row: TurnRow) => row.visitState && <VisitChip state={row.visitState} />,
            phone: "bare" as const,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={t("visits.rota.turns")}
      columns={columns}
      rows={turns}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("visits.rota.empty")} />}
    />
  );
}
