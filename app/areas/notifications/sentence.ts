import { formatJalali, isIsoDate, type Locale } from "~/lib/jalali";
import { parsePeriod, periodLabel } from "~/lib/period";
import { localDigits } from "~/ui/numbers";
import { NEWS, type Vars } from "./choices";
import type { NotificationKey } from "./messages";

/** The sentence of a piece of news in a language; `say` fills a message of the catalogue. */
export function sentenceOf(
  say: (key: NotificationKey, vars?: Vars) => string,
  locale: Locale,
  { key, params }: { key: string; params: Vars },
): string {
  const news = NEWS.find((one) => one === key);
  if (!news) return say("notifications.unknown");
  const { nameFa = "", nameEn = "", period, day, time, ...rest } = params;
  const quarter = typeof period === "string" ? parsePeriod(period) : null;
  return say(`notifications.${news}`, {
    ...rest,
    name: locale === "fa" ? nameFa : nameEn,
    period: quarter ? periodLabel(quarter, locale) : "",
    time: typeof time === "string" ? localDigits(time, locale) : "",
    day: typeof day === "string" && isIsoDate(day) ? formatJalali(day, locale, "weekday") : "",
  });
}
