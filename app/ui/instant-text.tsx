import {
  dayInList,
  daysBetween,
  formatJalali,
  relativeDay,
  timeIn,
  todayIn,
  type DateStyle,
} from "~/lib/jalali";
import { useLocale, useNow } from "./i18n";
import { localDigits } from "./numbers";

/**
 * A moment: its day and its time of day in Iran.
 * @param instant a Date or its ISO text.
 * @param relative yesterday, today and tomorrow in words.
 */
export function InstantText({
  instant,
  style = "day-month",
  relative = false,
}: {
  instant: Date | string;
  style?: DateStyle;
  relative?: boolean;
}) {
  const { locale } = useLocale();
  const today = todayIn(useNow());
  const moment = typeof instant === "string" ? new Date(instant) : instant;
  const iso = todayIn(moment);
  const near = relative && Math.abs(daysBetween(today, iso)) <= 1;
  const date = style === "day-month" ? dayInList(iso, today, locale) : formatJalali(iso, locale, style);
  const day = near ? relativeDay(iso, today, locale) : date;
  const time = localDigits(timeIn(moment), locale);
  const comma = locale === "fa" ? "\u060c" : ",";
  return (
    <time
      dateTime={moment.toISOString()}
      title={`${formatJalali(iso, locale, "weekday")}${comma} ${time}`}
      className="isolate-text"
    >
      {day}
      {comma} <bdi>{time}</bdi>
    </time>
  );
}
