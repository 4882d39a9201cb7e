import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import { boundsOf, parsePeriod, periodLabel } from "~/lib/period";
import { isUuid } from "~/lib/identifiers";
import { MEETING_KINDS, MEETING_VIEWS } from "../choices";
import type { MeetingsKey } from "../messages";
import type { MinutesKey } from "../minutes/minutes-messages";
import { listMeetings, type MeetingRow } from "../queries.server/meetings";
import { listMinutes, type MinutesRow } from "../queries.server/minutes";

/** What the address of the list asks for: one side of it, a kind, a type, a series. */
export function narrowingOf(asked: URLSearchParams) {
  const type = asked.get("type") ?? "";
  const series = asked.get("series") ?? "";
  return {
    view: MEETING_VIEWS.find((one) => one === asked.get("view")) ?? ("held" as const),
    kind: MEETING_KINDS.find((one) => one === asked.get("kind")),
    typeCode: /^[a-z0-9-]{1,60}$/.test(type) ? type : undefined,
    seriesId: isUuid(series) ? series : undefined,
  };
}

export const exportedMeetings = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "meetings",
  title: "meetings.title" as MeetingsKey,
  page: "/meetings",
  narrowedBy: ["view", "kind", "type", "series", "period"],
  filterOf: (asked) => ({
    ...narrowingOf(asked),
    period: parsePeriod(asked.get("period") ?? "") ?? undefined,
  }),
  told: ({ view, kind, period }, { t, locale }) => [
    t(`calling.view.${view}`),
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
  read: (db, { place }, { period, ...narrowing }, cursor, size) =>
    listMeetings(db, place, { ...narrowing, ...(period ? boundsOf(period) : {}), cursor }, size),
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
