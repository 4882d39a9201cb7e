import { exportedBodies, exportedGroups, exportedOffices } from "~/areas/bodies/exported.server";
import { exportedCatalogue } from "~/areas/catalogues/exported.server";
import { exportedCouncils, exportedSeats } from "~/areas/councils/exported.server";
import { exportedDemands } from "~/areas/demands/exported.server";
import { listChildren } from "~/areas/divisions/queries.server";
import {
  exportedCoverage,
  exportedRota,
  exportedVisitReport,
  exportedVisits,
} from "~/areas/visits/exported.server";
import type { ToldExport } from "~/areas/exports/components/export-table";
import type { ExportsKey } from "~/areas/exports/messages";
import { listExports, type ExportRow } from "~/areas/exports/queries.server";
import { exportedMinutesText } from "~/areas/meetings/minutes/exported.server";
import { exportedVersion, exportedVersionAbove } from "~/areas/meetings/own-minutes/exported.server";
import { exportedMeetings, exportedMinutes } from "~/areas/meetings/held/exported.server";
import {
  exportedActions,
  exportedCircles,
  exportedPeople,
  exportedWaiting,
} from "~/areas/network/exported.server";
import {
  exportedCorrections,
  exportedDuplicates,
  exportedJoining,
  exportedLooks,
} from "~/areas/network/exported-desk.server";
import { exportedMessages } from "~/areas/notifications/exported.server";
import { exportedStandings } from "~/areas/reports/exported.server";
import { exportedDuties, exportedIndicators } from "~/areas/reports/exported-definitions.server";
import {
  exportedBoard,
  exportedFigures,
  exportedOwnReport,
  exportedReport,
} from "~/areas/reports/exported-documents.server";
import { exportedIssuances, exportedObligations } from "~/areas/obligations/exported.server";
import { exportedTray } from "~/areas/obligations/in-tray/exported.server";
import { exportedBreakdown, exportedOfficeSheet } from "~/areas/obligations/views/exported.server";
import { exportedObstacles, exportedReceived } from "~/areas/obstacles/exported.server";
import {
  exportedAppointments,
  exportedDeputies,
  exportedVacancies,
  postsExportedWith,
} from "~/areas/posts/exported.server";
import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import {
  exportedList,
  type ExportedColumn,
  type ExportedList,
  type Say,
  type Standpoint,
} from "~/kernel/sheets/exported-list";
import { todayIn, typedJalali, type Locale } from "~/lib/jalali";
import { translate } from "~/ui/translate";
import type { RequestScope } from "./actor.server";
import { catalogue } from "./catalogue.server";

/** What was taken out of a place, as its page shows it; the filters stay on the page. */
const exportedLog = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "exports",
  title: "exports.log" as ExportsKey,
  page: "/exports",
  narrowedBy: [],
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<ExportRow, ExportsKey>[] => [
    { header: "exports.number", width: 12, cell: (row) => row.number },
    {
      header: "exports.list",
      width: 32,
      cell: (row, { t }) => {
        const list = exportedListNamed(row.list);
        return list ? t(list.title as ExportsKey) : row.list;
      },
    },
    { header: "exports.rows", width: 10, cell: (row) => row.rowCount },
    { header: "exports.taken-by", width: 28, cell: (row) => row.takenByName },
    { header: "exports.taken-at", width: 14, cell: (row, { day }) => day(todayIn(row.createdAt)) },
    { header: "exports.reason", width: 60, cell: (row) => row.reason },
  ],
  read: (db, { place }, _filter, after, size) => listExports(db, place.id, after, size),
});

/** Every list that may leave as a file: an area's list counts from the moment it stands here. */
export const EXPORTED_LISTS: readonly ExportedList[] = [
  exportedPeople,
  exportedWaiting,
  exportedActions,
  exportedCircles,
  exportedMeetings,
  exportedMinutes,
  exportedMinutesText,
  exportedVersion,
  exportedVersionAbove,
  exportedObligations,
  exportedIssuances,
  exportedBreakdown,
  exportedOfficeSheet,
  exportedTray,
  exportedDemands,
  exportedObstacles,
  exportedReceived,
  exportedOffices,
  exportedBodies,
  exportedGroups,
  postsExportedWith(listChildren),
  exportedVacancies,
  exportedAppointments,
  exportedDeputies,
  exportedJoining,
  exportedDuplicates,
  exportedCorrections,
  exportedLooks,
  exportedCatalogue,
  exportedStandings,
  exportedOwnReport,
  exportedReport,
  exportedBoard,
  exportedFigures,
  exportedDuties,
  exportedIndicators,
  exportedMessages,
  exportedLog,
  exportedCouncils,
  exportedSeats,
  exportedVisits,
  exportedVisitReport,
  exportedCoverage,
  exportedRota,
];

/** The list of this name; none where there is no such list any more. */
export const exportedListNamed = (name: string | undefined): ExportedList | undefined =>
  EXPORTED_LISTS.find((list) => list.name === name);

/**
 * The list of this name, for somebody who may take it out of his place. Answers 404 where there is none, and 403 where
 * it holds persons whom he does not keep.
 */
export function exportedListOf(actor: PlacedActor, name: string | undefined): ExportedList {
  const list = exportedListNamed(name);
  if (list?.of !== "place") throw refusalResponse(new Refusal("missing", "refusal.missing"));
  if (!may(actor, list.isPersonal ? "take-personal" : "take", "Export"))
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  if (!list.levels.includes(actor.place.level))
    throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return list;
}

/** Says things in a language as files say them; a place's own words take the place of those they stand for. */
export const sayIn = (locale: Locale, ownWords: Readonly<Record<string, string>> = {}): Say => ({
  t: (key, vars) => translate(key in ownWords ? ownWords : catalogue[locale], locale, key, vars),
  locale,
  day: (iso) => (iso ? typedJalali(iso, "en") : ""),
  named: ({ nameFa, nameEn }) => (locale === "fa" ? nameFa : nameEn),
});

/** A row of the log in the reader's words; a list that is no more keeps its name. */
export function toldExport(
  { takenByKey: _key, filters, ...row }: ExportRow,
  at: Standpoint,
  { locale, ownWords }: Pick<RequestScope, "locale" | "ownWords">,
): ToldExport {
  const list = exportedListNamed(row.list);
  const say = sayIn(locale, ownWords);
  return {
    ...row,
    isTakenHere: list?.of === "place",
    title: list ? say.t(list.title) : row.list,
    told: list ? list.told(new URLSearchParams(filters), at, say).join(" · ") : "",
  };
}
