import { jalaliOf, isoOf, isJalaliDay, MONTH_NAMES, monthLength, type IsoDate } from "~/lib/jalali";
import { parseJalali } from "~/lib/written-date";
import { foldPattern, matchesOf } from "~/lib/written-names/letters";

export type DateRead =
  | { ok: true; date: IsoDate; isGuess: boolean; at: number; written: string }
  | { ok: false; reason: "no-such-day"; at: number; written: string };

const NAMES = [...MONTH_NAMES.fa, "امرداد"];

/** Source of a pattern for the name of a month, in folded letters. */
export const MONTH = foldPattern(new RegExp(`(?:${NAMES.join("|")})`)).source;

const MONTH_NUMBERS = new Map(NAMES.map((name, index) => [foldText(name), index === 12 ? 5 : index + 1]));

function foldText(text: string): string {
  return foldPattern(new RegExp(text)).source;
}

/** 1 … 12. */
export function monthOf(name: string): number | undefined {
  return MONTH_NUMBERS.get(name);
}

const SEPARATOR = "[/.\\-\\\\\\u060D\\u2044\\u2215]";

/** A day with its year. A letter number such as 1402/4/17279 has a tail too long for one. */
const DAY = new RegExp(
  `(?<![\\d/.\\-])\\d{1,4} ?(${SEPARATOR}) ?\\d{1,2} ?\\1 ?\\d{1,4}(?![\\d/\\-\\\\])(?!\\.\\d)|` +
    `(?<!\\d)\\d{1,2} ?(?:ام |م )?(?:${MONTH}) ?(?:ماه)? ?(?:سال )?\\d{2,4}(?!\\d|/)`,
  "gu",
);

/** The first day that stands in a folded text. */
export function findDay(fold: string): DateRead | null {
  let impossible: DateRead | null = null;
  for (const match of matchesOf(DAY, fold)) {
    const written = match[0];
    const read = parseJalali(written);
    if (read.ok) {
      return { ok: true, date: read.iso, isGuess: read.needsConfirmation, at: match.index, written };
    }
    if (read.reason === "no-such-day") {
      impossible ??= { ok: false, reason: "no-such-day", at: match.index, written };
    }
  }
  return impossible;
}

/** The last day of a month of a Jalali year. */
export function endOfMonth(year: number, month: number): IsoDate | null {
  return isJalaliDay(year, month, 1) ? isoOf(year, month, monthLength(year, month)) : null;
}

/**
 * The day of a month whose year is not said: in the year of the meeting, or in the next where that day lies before
 * the meeting. `day` 0 is the last of the month.
 */
export function nextDay(meeting: string | null, month: number, day: number, year?: number): IsoDate | null {
  const from = year ?? (meeting === null ? null : jalaliOf(meeting as IsoDate).jy);
  if (from === null) return null;
  for (const candidate of year === undefined ? [from, from + 1] : [from]) {
    const wanted = day === 0 ? monthLength(candidate, month) : day;
    if (!isJalaliDay(candidate, month, wanted)) continue;
    const date = isoOf(candidate, month, wanted);
    if (year !== undefined || meeting === null || date >= meeting) return date;
  }
  return null;
}
