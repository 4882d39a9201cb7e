import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { gapWords } from "./gap-words";
import type { CouncilsKey, FiveKey } from "./messages";
import { listCouncils, listSeats, standingOn, type CouncilRow, type MemberRow } from "./queries.server";

const levels = ["county", "province", "nation"] as const;

/** The councils of a place with their composition in figures. */
export const exportedCouncils = exportedList({
  isPersonal: false,
  levels,
  name: "councils",
  title: "councils.title" as CouncilsKey,
  page: "/councils",
  narrowedBy: ["dissolved"],
  filterOf: (asked) => ({ dissolved: asked.get("dissolved") === "1" }),
  told: ({ dissolved }, { t }) => [t(dissolved ? "councils.dissolved" : "councils.standing")],
  columns: (): ExportedColumn<CouncilRow, CouncilsKey | FiveKey>[] => [
    { header: "councils.name", width: 44, cell: (row, { named }) => named(row) },
    { header: "councils.kind", width: 12, cell: (row, { t }) => t(`councils.kind.${row.kind}`) },
    {
      header: "councils.parent",
      width: 36,
      cell: (row, { named }) => row.parentFa && named({ nameFa: row.parentFa, nameEn: row.parentEn ?? "" }),
    },
    { header: "councils.members", width: 10, cell: (row) => row.members },
    {
      header: "councils.col.composition",
      width: 60,
      cell: (row, { t }) => row.gaps.map((gap) => gapWords(gap, t)).join(" · "),
    },
    { header: "councils.dissolved-on", width: 14, cell: (row, { day }) => day(row.dissolvedOn) },
  ],
  read: (db, { place, today }, { dissolved }, after, size) =>
    listCouncils(db, place.id, { dissolved, after }, today, size),
});

/** Who sits, sat or is to sit in the councils of a place. */
export const exportedSeats = exportedList({
  isPersonal: true,
  levels,
  name: "council-members",
  title: "councils.export.members" as CouncilsKey,
  page: "/councils",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<
    MemberRow & { state: ReturnType<typeof standingOn> },
    CouncilsKey | FiveKey
  >[] => [
    {
      header: "councils.col.council",
      width: 40,
      cell: (row, { named }) => named({ nameFa: row.councilFa, nameEn: row.councilEn }),
    },
    { header: "councils.col.name", width: 28, cell: (row) => row.name },
    { header: "councils.col.seat", width: 10, cell: (row, { t }) => t(`councils.seat.${row.seat}`) },
    { header: "councils.col.role", width: 30, cell: (row) => row.roleTitle },
    { header: "councils.col.office", width: 36, cell: (row, { named }) => row.office && named(row.office) },
    {
      header: "councils.col.five",
      width: 26,
      cell: (row, { t }) => row.groupOfFive && t(`bodies.five.${row.groupOfFive}`),
    },
    { header: "councils.col.order", width: 18, cell: (row) => row.orderNumber },
    { header: "councils.col.from", width: 14, cell: (row, { day }) => day(row.startsOn) },
    { header: "councils.col.to", width: 14, cell: (row, { day }) => day(row.endsOn ?? row.endedOn) },
    { header: "councils.col.state", width: 14, cell: (row, { t }) => t(`councils.state.${row.state}`) },
  ],
  read: async (db, { place, today }, _filter, after, size) => {
    const page = await listSeats(db, place.id, after, size);
    return { ...page, rows: page.rows.map((row) => ({ ...row, state: standingOn(row, today) })) };
  },
});
