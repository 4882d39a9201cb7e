import type { ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import { timeIn, todayIn, typedJalali } from "~/lib/jalali";
import { isolatedNumber } from "./export-number";
import type { ExportsKey } from "./messages";
import type { ExportRow } from "./queries.server";

const tidy = (line: string) => line.replace(/\s+/gu, " ");

/** What a file says of who took a list, when, narrowed to what and why. */
export function markOf(row: ExportRow, list: ExportedList, at: Standpoint, say: Say<ExportsKey>) {
  const told = list.told(new URLSearchParams(row.filters), at, say as Say);
  return {
    by: tidy(
      say.t("exports.mark.by", { name: row.takenByName, post: row.takenByPost, place: say.named(at.place) }),
    ),
    at: tidy(
      say.t("exports.mark.at", {
        day: typedJalali(todayIn(row.createdAt), "en"),
        time: timeIn(row.createdAt),
        number: isolatedNumber(at.place.id, row.number),
      }),
    ),
    narrowed: told.length > 0 ? tidy(say.t("exports.mark.narrowed", { filters: told.join(" · ") })) : null,
    reason: row.reason === null ? null : tidy(say.t("exports.mark.reason", { reason: row.reason })),
    personal: row.isPersonal ? say.t("exports.mark.personal") : null,
  };
}
