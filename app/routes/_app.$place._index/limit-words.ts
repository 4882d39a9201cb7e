import { daysBetween, relativeDay, type IsoDate, type Locale } from "~/lib/jalali";
import type { Translate } from "~/ui/i18n";
import type { DeskKey } from "./messages";

/** A limit as the margin says it: days late, until today or tomorrow, or the days that are left. */
export function limitWords(day: IsoDate, today: IsoDate, locale: Locale, t: Translate<DeskKey>): string {
  const left = daysBetween(today, day);
  if (left < 0) return t("desk.late", { count: -left });
  const word = relativeDay(day, today, locale);
  return left <= 1 ? t("desk.until", { day: word }) : word;
}
