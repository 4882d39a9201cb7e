import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import type { IsoDate } from "~/lib/jalali";
import type { ColumnChoice } from "./fields";
import { readDay } from "./read-day";

/** So many days of a column tell its calendar. */
const ENOUGH = 2000;

/**
 * Whether the days of a list are written in the lunar calendar: more of them are years that no other has had yet than years
 * that may be Jalali ones.
 */
export async function hasLunarDays(
  bytes: Uint8Array,
  headerRow: number,
  columns: readonly ColumnChoice[],
  today: IsoDate,
): Promise<boolean> {
  const column = columns.indexOf("joined-on");
  if (column < 0) return false;
  let [lunar, others] = [0, 0];
  for await (const rows of sheetRows(bytes)) {
    for (const { number, cells } of rows) {
      const day = number > headerRow ? readDay(cells[column] ?? "", today) : null;
      if (day?.calendar === "lunar") lunar += 1;
      else if (day) others += 1;
    }
    if (lunar + others >= ENOUGH) break;
  }
  return lunar > others;
}
