import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import { passageOf, piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { Line, Range } from "./layout";
import { NUMBER, numberOf } from "./numbers";
import { paragraphsOf } from "./paragraphs";
import type { Reading } from "./types";

/** When a meeting began and ended, as `HH:MM`. */
export type Hours = [start: Reading<string> | null, end: Reading<string> | null];

const PART_OF_DAY = "صبح|قبل از ظهر|عصر|بعد ?از ?ظهر|شب|ظهر";
const TIME = foldPattern(
  new RegExp(`(?<!\\d)(\\d{1,2})(?: ?[:.٫/] ?(\\d{2}))?(?!\\d)(?: ?(${PART_OF_DAY}))?`, "gu"),
);
const AFTERNOON = foldPattern(/^(?:عصر|بعد ?از ?ظهر|شب)/u);
/** «ساعت ۹ صبح»، «راس ساعت ده و ۳۰ دقیقه»، «از ساعت ۹ الی ۱۱». */
const A_TIME = `(${NUMBER})(?: ?[:.٫/] ?(\\d{2})(?!\\d)| و (\\d{2}) دقیقه| و (نیم))?(?: ?(${PART_OF_DAY}))?`;
const SAID = foldPattern(
  new RegExp(`(?<!\\p{L})ساعت ${A_TIME}(?: ?(?:الی|تا|لغایت|-) ?(?:ساعت )?${A_TIME})?(?!\\p{L})`, "u"),
);
const CLOSED = foldPattern(/جلسه .{0,80}(?:خاتمه|پایان) (?:یافت|پذیرفت|داده شد|رسید)/u);

/** What one time is made of: hour, minutes, and the part of the day. */
type Parts = readonly [hour: number, minute: number, part: string | undefined];

function clockOf([hour, minute, part]: Parts): string | null {
  const whole = hour + (AFTERNOON.test(part ?? "") && hour < 12 ? 12 : 0);
  if (whole > 24 || minute > 59 || (whole === 24 && minute > 0)) return null;
  return `${String(whole % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The times of day in a value. */
export function timesIn(source: Source, piece: Range): Reading<string>[] {
  const times: Reading<string>[] = [];
  for (const match of matchesOf(
    TIME,
    source.fold.slice(piece.start, Math.min(piece.end, piece.start + 80)),
  )) {
    const [written, hour, minute, part] = match;
    const value = clockOf([Number(hour), Number(minute ?? "0"), part]);
    if (value === null) continue;
    const start = piece.start + match.index;
    const pieces = [{ start, end: start + written.length }];
    times.push({
      value,
      written: textOf(source, pieces),
      spans: spansOf(source, pieces),
      confidence: minute !== undefined ? "clear" : "likely",
    });
  }
  return times;
}

/** What a sentence says of hours: «… ساعت ۹ الی ۱۱ … برگزار شد». */
export function toldHours(source: Source, passage: Passage): Hours {
  const match = SAID.exec(passage.fold);
  if (!match) return [null, null];
  const pieces = piecesBetween(passage, match.index, match.index + match[0].length);
  return [timeAt(1), timeAt(6)];

  function timeAt(group: number): Reading<string> | null {
    const [hour, minute, minutes, half, part] = match?.slice(group, group + 5) ?? [];
    const number = hour === undefined ? null : numberOf(hour);
    if (number === null) return null;
    const value = clockOf([number, half ? 30 : Number(minute ?? minutes ?? "0"), part]);
    const written = textOf(source, pieces);
    return value === null ? null : { value, written, spans: spansOf(source, pieces), confidence: "likely" };
  }
}

/** «جلسه در ساعت ۱۱ پایان یافت», below the last resolution. */
export function closingTime(source: Source, lines: readonly Line[]): Reading<string> | null {
  const last = paragraphsOf(source, lines).findLast(({ fold }) => CLOSED.test(fold));
  return last ? toldHours(source, passageOf(source, [last]))[0] : null;
}
