import { toLatinDigits } from "~/lib/digits";
import { parseMobile, parseNationalCode } from "~/lib/identifiers";
import { LEFT_OUT, type ColumnChoice } from "./fields";

/** Stands for the digits of a national code that are not shown. */
export const HIDDEN = "•";
const SHOWN_DIGITS = 3;

/** Eight to ten figures and nothing else: how a code stands in a list, and no date or number with its strokes does. */
const BARE_FIGURES = /^\d{8,10}$/;

/**
 * A cell as it is shown and handed back: of a national code the last three digits. A column that is taken for something
 * else says what it holds; in one that is left out, bare figures with the right check digit are taken for a code.
 */
export function shownCell(cell: string, choice: ColumnChoice | undefined): string {
  const written = toLatinDigits(cell).trim();
  const isCode =
    choice === "national-code" ||
    ((choice ?? LEFT_OUT) === LEFT_OUT &&
      BARE_FIGURES.test(written) &&
      parseNationalCode(written) !== null &&
      parseMobile(written) === null);
  const digits = written.replace(/\D/g, "");
  return isCode && digits !== "" ? HIDDEN.repeat(7) + digits.slice(-SHOWN_DIGITS) : cell;
}
