import { toLatinDigits } from "~/lib/digits";
import { parseMobile, parseNationalCode } from "~/lib/identifiers";
import type { ColumnChoice } from "./fields";

/** Stands for the digits of a national code that are not shown. */
export const HIDDEN = "•";
const SHOWN_DIGITS = 3;

/** A cell as it is shown and handed back: of a national code, whatever its column is taken for, the last three digits. */
export function shownCell(cell: string, choice: ColumnChoice | undefined): string {
  const isCode =
    choice === "national-code" || (parseNationalCode(cell) !== null && parseMobile(cell) === null);
  const digits = toLatinDigits(cell).replace(/\D/g, "");
  return isCode && digits !== "" ? HIDDEN.repeat(7) + digits.slice(-SHOWN_DIGITS) : cell;
}
