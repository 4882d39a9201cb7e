import { normalise } from "~/lib/persian-text";

const UNITS = "یکم|اول|نخست|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم";
const TEENS = "یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم";
const TENS = "بیستم|سی‌ام|چهلم|پنجاهم|شصتم|هفتادم|هشتادم|نودم|صدم";
const ROUND = "بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد";
const MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند";
const AROUND = "جلسه|نشست|صورت‌جلسه|صورتجلسه|شماره|مورخ|تاریخ|سال|ماه";

const word = (alternatives: string) =>
  new RegExp(`(?<![\\p{L}\\u200C])(?:${alternatives})(?![\\p{L}\\u200C])`, "gu");
const ORDINAL = word(`(?:(?:(?:${ROUND}) و )?(?:${UNITS})|${TEENS}|${TENS})(?:ین)?`);
const REST = word(`${MONTHS}|${AROUND}`);

/**
 * The series to which a meeting belongs, by its title: which council or committee, without number, day and month. The
 * title itself where nothing else is left.
 */
export function seriesOf(title: string): string {
  const whole = normalise(title).trim();
  const kept = whole
    .replace(/\p{Nd}+(?:[-/.]\p{Nd}+)*/gu, " ")
    .replace(ORDINAL, " ")
    .replace(REST, " ")
    .replace(/[()[\]«»"،:؛\-–—_/]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return kept || whole;
}
