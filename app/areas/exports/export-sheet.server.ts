import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import type { WrittenSheet } from "~/kernel/sheets/written-sheet";
import type { Page } from "~/lib/paging";
import { timeIn, todayIn, typedJalali, type IsoDate } from "~/lib/jalali";
import { MOST_ROWS } from "./choices";
import { isolatedNumber } from "./export-number";
import type { ExportsKey } from "./messages";
import type { ExportRow } from "./queries.server";

/** Rows read in one transaction. */
const AT_ONCE = 1000;

/** Who took the list, when, narrowed to what and why. */
function markOf(row: ExportRow, list: ExportedList, at: Standpoint, say: Say<ExportsKey>, title: string) {
  const place = say.named(at.place);
  const told = list.told(new URLSearchParams(row.filters), at, say as Say);
  return [
    `${title} · ${place}`,
    say.t("exports.mark.by", { name: row.takenByName, post: row.takenByPost, place }),
    say.t("exports.mark.at", {
      day: typedJalali(todayIn(row.createdAt), "en"),
      time: timeIn(row.createdAt),
      number: isolatedNumber(at.place.id, row.number),
    }),
    ...(told.length > 0 ? [say.t("exports.mark.narrowed", { filters: told.join(" · ") })] : []),
    ...(row.reason === null ? [] : [say.t("exports.mark.reason", { reason: row.reason })]),
    ...(row.isPersonal ? [say.t("exports.mark.personal")] : []),
  ].map((line) => line.replace(/\s+/gu, " "));
}

/** The list of an export as a sheet, read batch by batch as its taker while it is written. */
export function exportSheet(
  actor: PlacedActor,
  row: ExportRow,
  list: ExportedList,
  say: Say,
  today: IsoDate,
): WrittenSheet {
  const at = { place: actor.place, today };
  const asked = new URLSearchParams(row.filters);
  async function* rows() {
    let sent = 0;
    let after: string | null = null;
    do {
      const from: string | null = after;
      const page: Page<string[]> = await within(
        actor,
        (db) => list.read(db, at, asked, say, { after: from, size: AT_ONCE }),
        { readOnly: true },
      );
      yield page.rows.slice(0, MOST_ROWS - sent);
      sent += page.rows.length;
      after = page.next;
    } while (after !== null && sent < MOST_ROWS);
  }
  const title = say.t(list.title);
  return {
    title: `${title} ${row.number}`,
    mark: markOf(row, list, at, say, title),
    ...list.columns(at, say),
    rows: rows(),
    isRightToLeft: say.locale === "fa",
  };
}
