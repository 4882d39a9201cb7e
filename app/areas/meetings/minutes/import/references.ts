import { foldPattern, isWordUnit, matchesOf } from "~/lib/written-names/letters";
import { NUMBER, numberOf } from "./numbers";

export interface ReferenceFound {
  numbers: number[];
  /** Cited in the same way, and not among the resolutions. */
  missing: number[];
  start: number;
  end: number;
  /** In digits, and of resolutions: nothing was guessed. */
  isClear: boolean;
}

function pattern(source: string, flags = "u"): RegExp {
  return foldPattern(new RegExp(source, flags));
}

const RANGE = "(?: ?(?:تا|الی|لغایت|-) ?)";
const AND = "(?: ?, ?و ?| ?, ?| و ?)";

const CITED = pattern(
  "(بند|مصوبه|مصوبات|ردیف|تصمیم)( ?ها(?:ی)?)? ?(?:شماره ?(?:ها(?:ی)?)? ?)?[:(]? ?" +
    `(${NUMBER}(?:(?:${RANGE}|${AND})${NUMBER})*)`,
  "gu",
);
const PART = new RegExp(`(${foldPattern(new RegExp(RANGE)).source})|(${NUMBER})`, "gu");

/** What follows a number that belongs to some other paper: a law, a circular, an earlier meeting. */
const OF_ANOTHER = pattern(
  '^[\\s,(")]*(?:(?:از|مفاد|موضوع|در|ذیل) )*(?:ماده|مواد|تبصره|قانون|ایین|بخشنامه|دستورالعمل|اصل|برنامه|سیاست|سند|' +
    "تصویب ?نامه|ابلاغیه|نامه|شیوه|تفاهم|قرارداد|هی[ئا]ت|شورا|مجلس|کارگروه|ستاد|کمیسیون|کمیته|لایحه|احکام|منشور|" +
    `جلسه|نشست|مورخ|مصوبه (?:شماره )?${NUMBER} (?:جلسه|نشست|صورت ?جلسه|مورخ)|(?:صورت ?جلسه|مصوبات|مصوبه) ?(?:ها(?:ی)? )?(?:شماره|مورخ|قبل|گذشته|پیشین|جلسه|سفر|هی[ئا]ت|شورا|دولت|مجلس|ستاد))`,
);
const AFTER_ANOTHER = pattern(`(?:ماده|مواد|تبصره|اصل|قانون) ?(?:شماره )?(?:${NUMBER})[ ,()]*(?:و )?$`);

/** How far around a number the words are looked at that give it to another paper. */
const AROUND = 60;

/** The numbers that may be cited, ascending, each once. */
export interface Numbering {
  ascending: readonly number[];
  listed: ReadonlySet<number>;
}

export function numberingOf(numbers: readonly number[]): Numbering {
  const listed = new Set(numbers);
  return { ascending: [...listed].sort((a, b) => a - b), listed };
}

/** A range of more is no citation, and would let a short text cite without end. */
const WIDEST_RANGE = 200;

/**
 * The resolutions of the same minutes that a text cites: «بند ۲», «بندهای ۱۱ تا ۱۶», «مصوبه شماره ۴». A number that
 * belongs to a law or to another meeting is none.
 */
export function findReferences(fold: string, numbering: Numbering): ReferenceFound[] {
  const found: ReferenceFound[] = [];
  for (const match of matchesOf(CITED, fold)) {
    // Looked at here and not in the pattern, which is searched for twice as fast without.
    if (isWordUnit(fold.charCodeAt(match.index - 1))) continue;
    const list = match[3] ?? "";
    const end = match.index + match[0].length;
    if (OF_ANOTHER.test(fold.slice(end, end + AROUND))) continue;
    if (AFTER_ANOTHER.test(fold.slice(Math.max(0, match.index - AROUND), match.index))) continue;
    const cited = numbersOf(list, numbering);
    found.push({
      numbers: cited.filter((number) => numbering.listed.has(number)),
      missing: cited.filter((number) => !numbering.listed.has(number)),
      start: match.index,
      end,
      isClear: /\d/.test(list),
    });
  }
  return found;
}

function numbersOf(list: string, { ascending }: Numbering): number[] {
  const numbers: number[] = [];
  let isRange = false;
  for (const [, range, written] of matchesOf(PART, list)) {
    if (range !== undefined) {
      isRange = true;
      continue;
    }
    const number = numberOf(written ?? "");
    if (number === null) continue;
    const from = numbers.at(-1);
    if (isRange && from !== undefined && number - from <= WIDEST_RANGE) {
      for (let at = firstAbove(ascending, from); (ascending[at] ?? Infinity) < number; at += 1) {
        numbers.push(ascending[at] ?? number);
      }
    }
    numbers.push(number);
    isRange = false;
  }
  return numbers;
}

function firstAbove(ascending: readonly number[], number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
