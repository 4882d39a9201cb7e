import { addDays, daysBetween, todayIn, type IsoDate } from "~/lib/jalali";
import { parseJalali } from "~/lib/written-date";
import { firstDayOf, lastDayOf, lastEndedPeriod, lastPeriods, type Period } from "~/lib/period";

export const GOLESTAN = 28_000;
/** Two provinces with lighter activity: Mazandaran and North Khorasan. */
export const LIGHTER = [3_000, 29_000];
const GORGAN = 28_005;
/** Maraveh Tappeh: nobody is appointed there. */
export const VACANT = [28_012];

/** The moment the sample stands at: the set clock's day, else now. */
export function sampleNow(clock: string | undefined): Date {
  if (!clock) return new Date();
  const day = parseJalali(clock);
  if (!day.ok) throw new Error("CLOCK is a Jalali date such as 1405/10/03.");
  return new Date(`${day.iso}T05:30:00Z`);
}

export type Plan = {
  now: Date;
  today: IsoDate;
  /** The quarter that is being reported: the newest that has ended. */
  reported: Period;
  /** Five quarters of activity, oldest first; the last is the reported one. */
  quarters: Period[];
};

export function planFor(now: Date): Plan {
  const reported = lastEndedPeriod(now, "quarter");
  return { now, today: todayIn(now), reported, quarters: lastPeriods(reported, 5) };
}

/** Day number `n` of a quarter counted from its first, never after its last. */
export function dayIn(period: Period, n: number): IsoDate {
  const [first, last] = [firstDayOf(period), lastDayOf(period)];
  return addDays(first, Math.min(n, daysBetween(first, last)));
}

/** Midday in Iran of a day. */
export const instantOf = (day: IsoDate): Date => new Date(`${day}T08:30:00Z`);

/** The county whose report of the quarter before was opened anew by the nation and sent again. */
export const REOPENED = 28_008;

/** How a county's report of the newest quarter stands when the sample begins (by county; others are approved). */
export const STANDING: Readonly<Record<number, "open" | "draft" | "submitted" | "returned" | "none">> = {
  [GORGAN]: "draft",
  28_014: "none",
  28_009: "submitted",
  28_003: "returned",
};
