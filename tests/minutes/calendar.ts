/** Jalali days by the ICU calendar, which knows nothing of the one in `lib`. */
const byDay = new Map<string, string>();
const lengths = new Map<string, number>();
const icu = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

for (let day = Date.UTC(2020, 2, 20); day < Date.UTC(2029, 2, 20); day += 86_400_000) {
  const parts = Object.fromEntries(icu.formatToParts(day).map(({ type, value }) => [type, value]));
  const month = `${parseInt(parts.year ?? "", 10)}/${Number(parts.month)}`;
  byDay.set(`${month}/${Number(parts.day)}`, new Date(day).toISOString().slice(0, 10));
  lengths.set(month, Math.max(lengths.get(month) ?? 0, Number(parts.day)));
}

/** Gregorian `YYYY-MM-DD` of a Jalali day of 1399 … 1407. */
export function gregorian(year: number, month: number, day: number): string {
  const found = byDay.get(`${year}/${month}/${day}`);
  if (found === undefined) throw new RangeError(`No day ${year}/${month}/${day}`);
  return found;
}

export function lastDay(year: number, month: number): number {
  const found = lengths.get(`${year}/${month}`);
  if (found === undefined) throw new RangeError(`No month ${year}/${month}`);
  return found;
}

export const MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");
