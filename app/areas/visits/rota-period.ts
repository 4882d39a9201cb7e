import { isoOf, jalaliOf, monthLength, type IsoDate, type Locale } from "~/lib/jalali";
import {
  firstDayOf,
  lastDayOf,
  lastPeriods,
  parsePeriod,
  periodLabel,
  periodOf,
  shiftPeriod,
  type Period,
} from "~/lib/period";

/** A Jalali quarter `1405-Q4` or half-year `1405-H2`: what a rota is made for. */
export type RotaPeriod = Period | `${number}-H${1 | 2}`;

const HALF = /^(\d{4})-H([12])$/;

/** Reads a period of a rota; null for everything else. */
export function parseRotaPeriod(text: string): RotaPeriod | null {
  const period = parsePeriod(text);
  if (period) return period.includes("Q") ? period : null;
  const [, year] = HALF.exec(text) ?? [];
  return year && Number(year) >= 1300 && Number(year) <= 1497 ? (text as RotaPeriod) : null;
}

const quartersOf = (period: RotaPeriod): [Period, Period] => {
  const [, year, half] = HALF.exec(period) ?? [];
  if (!year) return [period as Period, period as Period];
  return half === "1"
    ? [`${Number(year)}-Q1`, `${Number(year)}-Q2`]
    : [`${Number(year)}-Q3`, `${Number(year)}-Q4`];
};

export function daysOfRota(period: RotaPeriod): { from: IsoDate; to: IsoDate } {
  const [first, last] = quartersOf(period);
  return { from: firstDayOf(first), to: lastDayOf(last) };
}

/** «زمستان ۱۴۰۵» · «پاییز ۱۴۰۵ – زمستان ۱۴۰۵» */
export function rotaLabel(period: RotaPeriod, locale: Locale): string {
  const [first, last] = quartersOf(period);
  return first === last
    ? periodLabel(first, locale)
    : `${periodLabel(first, locale)} – ${periodLabel(last, locale)}`;
}

/** What a form offers: this quarter and the three that follow, and the half-years they lie in. */
export function offeredPeriods(today: IsoDate): RotaPeriod[] {
  const running = periodOf(today, "quarter");
  const quarters = lastPeriods(shiftPeriod(running, 3), 4);
  const { jy, jm } = jalaliOf(today);
  const halves: RotaPeriod[] = jm <= 6 ? [`${jy}-H1`, `${jy}-H2`] : [`${jy}-H2`, `${jy + 1}-H1`];
  return [...quarters, ...halves];
}

/** The year up to a day: what a place was visited in «the last year». */
export function yearUpTo(day: IsoDate): { from: IsoDate; to: IsoDate } {
  const { jy, jm, jd } = jalaliOf(day);
  return { from: isoOf(jy - 1, jm, Math.min(jd, monthLength(jy - 1, jm))), to: day };
}
