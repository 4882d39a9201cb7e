import type { SheetRow } from "~/kernel/sheets/sheet";
import type { IsoDate } from "~/lib/jalali";
import { LEFT_OUT, type ColumnChoice, type ImportField } from "./fields";
import type { KnownNames } from "./known-names";
import { readRow, type ReadRow } from "./read-row";

/** By whom a row is told from the next: merged over rows, they may be one person or several. */
const NAMES: ReadonlySet<ColumnChoice> = new Set<ImportField>(["full-name", "first-name", "last-name"]);

/**
 * Reads a row of a sheet. What a cell merged down from above says holds for it, and that is told; a full name or given name
 * merged down names nobody surely, and its row is not taken. A family name merged over a family's rows is theirs.
 */
export function readSheetRow(
  row: SheetRow,
  columns: readonly ColumnChoice[],
  { today, lunarDays, names }: { today: IsoDate; lunarDays: boolean; names?: KnownNames },
): ReadRow {
  const read = readRow(row.cells, columns, today, lunarDays, names);
  const fields = (row.fromAbove ?? []).map((index) => columns[index] ?? LEFT_OUT);
  if (fields.every((choice) => choice === LEFT_OUT)) return read;
  const isNamed = fields.some((choice) => NAMES.has(choice) && choice !== "last-name");
  const isFamily = fields.includes("last-name") && columns.includes("first-name");
  if (isNamed || (fields.includes("last-name") && !isFamily))
    return { person: null, problems: ["merged-name", ...read.problems] };
  return { ...read, problems: [...read.problems, "merged"] };
}
