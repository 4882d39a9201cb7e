import { WEEKDAY_NAMES, type Locale } from "~/lib/jalali";
import { formatNumber } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import type { SeriesRow } from "../series.server";

type Translate = (key: MeetingsKey, vars?: Record<string, string | number>) => string;

/** A rule as a reader says it. */
export function ruleText(
  { every, step, weekday, nth, monthDay }: Pick<SeriesRow, "every" | "step" | "weekday" | "nth" | "monthDay">,
  locale: Locale,
  t: Translate,
): string {
  const day = WEEKDAY_NAMES[locale][weekday ?? 0] ?? "";
  const single = step === 1 ? ".each" : "";
  if (every === "week") return t(`calling.series.says.week${single}`, { count: step, weekday: day });
  if (monthDay !== null)
    return t(`calling.series.says.month-day${single}`, { count: step, day: formatNumber(monthDay, locale) });
  const which = t(`calling.series.nth.${nth ?? 1}` as MeetingsKey);
  return t(`calling.series.says.month-weekday${single}`, { count: step, nth: which, weekday: day });
}
