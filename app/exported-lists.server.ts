import { exportedDemands } from "~/areas/demands/exported.server";
import { listChildren } from "~/areas/divisions/queries.server";
import type { ToldExport } from "~/areas/exports/components/export-table";
import type { ExportRow } from "~/areas/exports/queries.server";
import { exportedMeetings, exportedMinutes } from "~/areas/meetings/exported.server";
import {
  exportedActions,
  exportedCircles,
  exportedPeople,
  exportedWaiting,
} from "~/areas/network/exported.server";
import { exportedIssuances, exportedObligations } from "~/areas/obligations/exported.server";
import { exportedObstacles, exportedReceived } from "~/areas/obstacles/exported.server";
import { exportedVacancies, postsExportedWith } from "~/areas/posts/exported.server";
import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import type { ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import { typedJalali, type Locale } from "~/lib/jalali";
import { translate } from "~/ui/translate";
import { catalogue } from "./catalogue.server";

/** Every list that may leave as a file: an area's list counts from the moment it stands here. */
export const EXPORTED_LISTS: readonly ExportedList[] = [
  exportedPeople,
  exportedWaiting,
  exportedActions,
  exportedCircles,
  exportedMeetings,
  exportedMinutes,
  exportedObligations,
  exportedIssuances,
  exportedDemands,
  exportedObstacles,
  exportedReceived,
  postsExportedWith(listChildren),
  exportedVacancies,
];

const named = (name: string | undefined) => EXPORTED_LISTS.find((list) => list.name === name);

/**
 * The list of this name, for somebody who may take it out of his place. Answers 404 where there is none, and 403 where
 * it holds persons whom he does not keep.
 */
export function exportedListOf(actor: PlacedActor, name: string | undefined): ExportedList {
  const list = named(name);
  if (!list) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  if (!may(actor, list.isPersonal ? "take-personal" : "take", "Export"))
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  if (!list.levels.includes(actor.place.level))
    throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return list;
}

/** Says things in a language as files say them. */
export const sayIn = (locale: Locale): Say => ({
  t: (key, vars) => translate(catalogue[locale], locale, key, vars),
  locale,
  day: (iso) => (iso ? typedJalali(iso, "en") : ""),
  named: ({ nameFa, nameEn }) => (locale === "fa" ? nameFa : nameEn),
});

/** A row of the log in the reader's words; a list that is no more keeps its name. */
export function toldExport(
  { takenByKey: _key, filters, ...row }: ExportRow,
  at: Standpoint,
  locale: Locale,
): ToldExport {
  const list = named(row.list);
  const say = sayIn(locale);
  return {
    ...row,
    isKnown: list !== undefined,
    title: list ? say.t(list.title) : row.list,
    told: list ? list.told(new URLSearchParams(filters), at, say).join(" · ") : "",
  };
}
