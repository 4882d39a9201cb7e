import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import { boundsOf, parsePeriod, periodLabel } from "~/lib/period";
import { MEETING_KINDS, RECORDED_STATES } from "./choices";
import type { MeetingsKey } from "./messages";
import type { MinutesKey } from "./minutes-messages";
import { listMeetings, type MeetingRow } from "./queries.server/meetings";
import { listMinutes, type MinutesRow } from "./queries.server/minutes";

export const exportedMeetings = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "meetings",
  title: "meetings.title" as MeetingsKey,
  page: "/meetings",
  narrowedBy: ["kind", "period"],
  filterOf: (asked) => ({
    kind: MEETING_KINDS.find((one) => one === asked.get("kind")),
    period: parsePeriod(asked.get("period") ?? "") ?? undefined,
  }),
  told: ({ kind, period }, { t, locale }) => [
    kind && t(`meetings.kind.${kind}`),
    period && periodLabel(period, locale),
  ],
  columns: ({ place }): ExportedColumn<MeetingRow, MeetingsKey>[] => [
    { header: "meetings.col.date", width: 14, cell: (row, { day }) => day(row.heldOn) },
    { header: "meetings.col.title", width: 48, cell: (row) => row.title },
    { header: "meetings.col.kind", width: 20, cell: (row, { t }) => t(`meetings.kind.${row.kind}`) },
    {
      header: "meetings.col.state",
      width: 14,
      cell: (row, { t }) => t(`meetings.state.${row.state}`),
    },
    place.level === "county"
      ? { header: "meetings.col.place", width: 24, cell: (row) => row.place }
      : {
          header: "meetings.col.county",
          width: 18,
          cell: (row, { named }) => named({ nameFa: row.divisionNameFa, nameEn: row.divisionNameEn }),
        },
    { header: "meetings.col.total", width: 10, cell: (row) => row.total },
  ],
  read: (db, { place }, { kind, period }, cursor, size) =>
    listMeetings(
      db,
      place,
      { kind, states: RECORDED_STATES, ...(period ? boundsOf(period) : {}), cursor },
      size,
    ),
});

export const exportedMinutes = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "minutes",
  title: "minutes.title" as MinutesKey,
  page: "/minutes",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<MinutesRow, MinutesKey>[] => [
    { header: "minutes.column.title", width: 48, cell: (row) => row.title },
    { header: "minutes.column.held", width: 14, cell: (row, { day }) => day(row.heldOn) },
    { header: "minutes.column.resolutions", width: 10, cell: (row) => row.resolutions },
    { header: "minutes.column.issued", width: 14, cell: (row, { day }) => day(todayIn(row.issuedAt)) },
    { header: "minutes.column.by", width: 26, cell: (row) => row.issuedByName },
  ],
  read: (db, { place }, _filter, after, size) => listMinutes(db, place.id, after, size),
});
