import type { Actor } from "~/kernel/actor";
import type { ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import type { WrittenSheet } from "~/kernel/sheets/written-sheet";
import { MOST_ROWS } from "./choices";
import { markOf } from "./mark.server";
import type { ExportsKey } from "./messages";
import type { ExportRow } from "./queries.server";
import { rowsOfList } from "./rows-of-list.server";

/** Who took the list, when, narrowed to what and why. */
function linesOf(row: ExportRow, list: ExportedList, at: Standpoint, say: Say<ExportsKey>, title: string) {
  const mark = markOf(row, list, at, say);
  const head = [title, at.office && say.named(at.office), say.named(at.place)].filter(Boolean).join(" · ");
  return [head, mark.by, mark.at, mark.narrowed, mark.reason, mark.personal].filter((line) => line !== null);
}

/** The list of an export as a sheet, read batch by batch as its taker while it is written. */
export function exportSheet(
  actor: Actor,
  row: ExportRow,
  list: ExportedList,
  say: Say,
  at: Standpoint,
): WrittenSheet {
  const asked = new URLSearchParams(row.filters);
  const title = say.t(list.title);
  return {
    title: `${title} ${row.number}`,
    mark: linesOf(row, list, at, say, title),
    ...list.columns(at, say),
    rows: rowsOfList(actor, { list, asked, at, say }, MOST_ROWS),
    isRightToLeft: say.locale === "fa",
  };
}
