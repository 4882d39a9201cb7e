import { officeNameIn } from "~/lib/office-name";
import type { ReactNode } from "react";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Nothing, Table, type Column } from "~/ui/table";
import { progressOf } from "../lifecycle";
import type { ObstaclesKey } from "../messages";
import type { ObstacleRow } from "../queries.server";
import { AnswerChip, ProgressChip } from "./progress-chip";
import { Link } from "~/ui/link";

/** A county's obstacles with how far each has come. */
export function RaisedTable({
  obstacles,
  base,
  empty,
}: {
  obstacles: readonly ObstacleRow[];
  base: string;
  empty: ReactNode;
}) {
  const t = useT<ObstaclesKey>();
  const { locale } = useLocale();
  const columns: Column<ObstacleRow>[] = [
    {
      key: "title",
      header: t("obstacles.col.title"),
      cell: (row) => (
        <Link to={`${base}/${row.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
          <span className="line-clamp-3">
            <bdi>{row.title}</bdi>
          </span>
        </Link>
      ),
    },
    { key: "kind", header: t("obstacles.col.kind"), cell: (row) => t(`obstacles.kind.${row.kind}`) },
    {
      key: "office",
      header: t("obstacles.col.office"),
      cell: (row) => officeNameIn(row, locale) ?? <Nothing />,
    },
    {
      key: "raised",
      header: t("obstacles.col.raised"),
      cell: (row) => <DateText iso={row.raisedOn} style="day-month" />,
      noWrap: true,
    },
    {
      key: "progress",
      header: t("obstacles.col.progress"),
      cell: (row) => (
        <span className="inline-flex flex-wrap gap-1.5">
          <ProgressChip progress={progressOf(row.state, row.legState ?? undefined)} />
          {row.answerKind && <AnswerChip answer={row.answerKind} />}
        </span>
      ),
    },
    {
      key: "limit",
      header: t("obstacles.col.limit"),
      cell: (row) =>
        row.limitOn && row.legState !== "answered" ? (
          <DateText iso={row.limitOn} style="day-month" relative />
        ) : (
          <Nothing />
        ),
      noWrap: true,
    },
  ];
  return (
    <Table
      caption={t("obstacles.title")}
      columns={columns}
      rows={obstacles}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
