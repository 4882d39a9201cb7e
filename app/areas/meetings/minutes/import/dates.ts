import { jalaliOf, isoOf, isJalaliDay, MONTH_NAMES, monthLength, type IsoDate } from "~/lib/jalali";
import { parseJalali, type ParsedDate } from "~/lib/written-date";
import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import { NUMBER, numberOf } from "./numbers";

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

const HAS_MONTH = new RegExp(MONTH, "u");

const SEPARATOR = "[/.\\-\\\\\\u060D\\u2044\\u2215]";

/** A day with its year. A letter number such as 1402/4/17279 has a tail too long for one. */
const DAY = new RegExp(
  `(?<![\\d/.\\-])\\d{1,4} ?(${SEPARATOR}) ?\\d{1,2} ?\\1 ?\\d{1,4}(?![\\d/\\-\\\\])(?!\\.\\d)|` +
    `(?<!\\d)\\d{1,2} ?(?:ام |م )?(?:${MONTH}) ?(?:ماه)? ?(?:سال )?\\d{2,4}(?!\\d|/)`,
  "gu",
);

const YEAR_IN_WORDS = foldPattern(
  new RegExp(`(?:یک ?)?هزار ?و ?(سیصد|چهار ?صد)(?: ?و ?(${NUMBER}))?(?!\\p{L})`, "u"),
).source;
/** «بیست و یکم خرداد ماه ۱۴۰۲», «۲۱ خرداد هزار و چهارصد و دو». */
const DAY_IN_WORDS = new RegExp(
  `(?<![\\p{L}\\d])(${NUMBER}) ?(?:ام |م )?(${MONTH}) ?(?:ماه)? ?(?:سال )?(?:(\\d{2}|\\d{4})(?!\\d|/)|${YEAR_IN_WORDS})`,
  "gu",
);

/** A day in words as the calendar's own numbers. */
function inDigits(match: RegExpMatchArray): string | null {
  const [, day = "", month = "", digits, century, rest] = match;
  const year = digits ?? (century?.startsWith("س") ? 1300 : 1400) + (rest ? (numberOf(rest) ?? 0) : 0);
  const number = numberOf(day);
  return number === null ? null : `${number} ${month} ${year}`;
}

const SHORT_ENDS = new RegExp(`^(\\d{2}) ?${SEPARATOR} ?(\\d{1,2}) ?${SEPARATOR} ?(\\d{2})$`, "u");

/** Nothing is resolved for longer, and no minutes are of a day so far ahead. */
const FARTHEST_DAYS = 2 * 365;

/** Days from one to the other: below 0 where it lies before. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whether a day lies so far behind another that its year is to be asked for. */
export function isFarAhead(date: string, near: string | null): boolean {
  return near !== null && daysBetween(near, date) > FARTHEST_DAYS;
}

/** «15/7/02» is a day of 1402, not of 1415, where the latter is years away from `near` and the former is not. */
function nearer(figures: string, near: string | null): ParsedDate {
  const read = parseJalali(figures);
  const [, first, middle, last] = SHORT_ENDS.exec(figures) ?? [];
  if (near === null || first === undefined) return read;
  const distance = (day: ParsedDate) => (day.ok ? Math.abs(daysBetween(near, day.iso)) : Infinity);
  if (distance(read) <= FARTHEST_DAYS) return read;
  const turned = parseJalali(`${last}/${middle}/${first}`);
  return distance(turned) < distance(read) ? turned : read;
}

/**
 * The first day that stands in a folded text, in digits or in words. `near` is a day (`YYYY-MM-DD`) about which it is
 * likely to be: it tells which end of 15/7/02 is the year.
 */
export function findDay(fold: string, near: string | null = null): DateRead | null {
  const inFigures = firstDay(fold, DAY, near, (match) => match[0]);
  if (!HAS_MONTH.test(fold)) return inFigures;
  const inWords = firstDay(fold, DAY_IN_WORDS, near, inDigits);
  if (!inWords?.ok) return inFigures ?? inWords;
  return inFigures?.ok && inFigures.at <= inWords.at ? inFigures : inWords;
}

function firstDay(
  fold: string,
  pattern: RegExp,
  near: string | null,
  figuresOf: (match: RegExpMatchArray) => string | null,
): DateRead | null {
  let impossible: DateRead | null = null;
  for (const match of matchesOf(pattern, fold)) {
    const figures = figuresOf(match);
    if (figures === null) continue;
    const written = match[0];
    const read = nearer(figures, near);
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
 * the meeting. `day` 0 is the last of the month. Null when that year has no such day: 30 Esfand is not put off to a
 * leap year.
 */
export function nextDay(meeting: string | null, month: number, day: number, year?: number): IsoDate | null {
  const from = year ?? (meeting === null ? null : jalaliOf(meeting as IsoDate).jy);
  if (from === null) return null;
  for (const candidate of year === undefined ? [from, from + 1] : [from]) {
    const wanted = day === 0 ? monthLength(candidate, month) : day;
    if (!isJalaliDay(candidate, month, wanted)) return null;
    const date = isoOf(candidate, month, wanted);
    if (year !== undefined || meeting === null || date >= meeting) return date;
  }
  return null;
}
