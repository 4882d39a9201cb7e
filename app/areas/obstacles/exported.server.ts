import { officeNameIn } from "~/lib/office-name";
import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import { progressOf } from "./lifecycle";
import type { ObstaclesKey } from "./messages";
import { listObstacles, listReceived, type Leg, type ObstacleRow } from "./queries.server";

export const exportedObstacles = exportedList({
  isPersonal: false,
  levels: ["county"],
  name: "obstacles",
  title: "obstacles.title" as ObstaclesKey,
  page: "/obstacles",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<ObstacleRow, ObstaclesKey>[] => [
    { header: "obstacles.col.title", width: 48, cell: (row) => row.title },
    { header: "obstacles.col.kind", width: 14, cell: (row, { t }) => t(`obstacles.kind.${row.kind}`) },
    { header: "obstacles.col.office", width: 30, cell: (row, { locale }) => officeNameIn(row, locale) },
    { header: "obstacles.col.raised", width: 14, cell: (row, { day }) => day(row.raisedOn) },
    {
      header: "obstacles.col.progress",
      width: 28,
      cell: (row, { t }) => t(`obstacles.progress.${progressOf(row.state, row.legState ?? undefined)}`),
    },
    {
      header: "obstacles.answer",
      width: 20,
      cell: (row, { t }) => row.answerKind && t(`obstacles.answer.${row.answerKind}`),
    },
    { header: "obstacles.col.limit", width: 14, cell: (row, { day }) => day(row.limitOn) },
  ],
  read: (db, { place }, _filter, cursor, size) => listObstacles(db, place.id, { cursor, size }),
});

export const exportedReceived = exportedList({
  isPersonal: false,
  levels: ["province", "nation"],
  name: "received-obstacles",
  title: "obstacles.received" as ObstaclesKey,
  page: "/obstacles",
  narrowedBy: ["show"],
  filterOf: (asked) => ({ open: asked.get("show") !== "answered" }),
  told: ({ open }, { t }) => [t(open ? "obstacles.tab.open" : "obstacles.tab.answered")],
  columns: (): ExportedColumn<Leg, ObstaclesKey>[] => [
    { header: "obstacles.col.title", width: 48, cell: (row) => row.title },
    {
      header: "obstacles.col.county",
      width: 18,
      cell: (row, { named }) => named({ nameFa: row.sourceNameFa, nameEn: row.sourceNameEn }),
    },
    { header: "obstacles.col.kind", width: 14, cell: (row, { t }) => t(`obstacles.kind.${row.kind}`) },
    { header: "obstacles.col.office", width: 30, cell: (row, { locale }) => officeNameIn(row, locale) },
    { header: "obstacles.col.raised", width: 14, cell: (row, { day }) => day(todayIn(row.arrivedAt)) },
    { header: "obstacles.col.progress", width: 18, cell: (row, { t }) => t(`obstacles.leg.${row.state}`) },
    {
      header: "obstacles.answer",
      width: 20,
      cell: (row, { t }) => row.answerKind && t(`obstacles.answer.${row.answerKind}`),
    },
    { header: "obstacles.col.limit", width: 14, cell: (row, { day }) => day(row.limitOn) },
  ],
  read: (db, { place }, { open }, cursor, size) => listReceived(db, place.id, { open, cursor, size }),
});
