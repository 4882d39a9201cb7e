import {
  dayInList,
  daysBetween,
  formatJalali,
  relativeDay,
  todayIn,
  type DateStyle,
  type IsoDate,
} from "~/lib/jalali";
import { useLocale, useNow } from "./i18n";

/** Days within which a relative word says more than a date. */
const NEAR = 14;

/** The day of an instant is dear, and a list asks for the same one in every row. */
let asked: { at: number; day: IsoDate } | undefined;
function dayOf(now: Date): IsoDate {
  const at = now.getTime();
  if (asked?.at !== at) asked = { at, day: todayIn(now) };
  return asked.day;
}

/**
 * A day: Jalali in Persian, both calendars in English; the full date in the tooltip and for machines.
 * @param iso `YYYY-MM-DD`.
 * @param relative near days in words (today, in 3 days); further ones by date. Print always shows the date.
 */
export function DateText({
  iso,
  style = "long",
  relative = false,
}: {
  iso: IsoDate;
  style?: DateStyle;
  relative?: boolean;
}) {
  const { locale } = useLocale();
  const now = useNow();
  const today = dayOf(now);
  const date = style === "day-month" ? dayInList(iso, today, locale) : formatJalali(iso, locale, style);
  const near = relative && Math.abs(daysBetween(today, iso)) <= NEAR;
  return (
    <time dateTime={iso} title={formatJalali(iso, locale, "weekday")} className="isolate-text">
      {near ? (
        <>
          <span className="print:hidden">{relativeDay(iso, today, locale)}</span>
          <span className="hidden print:inline">{date}</span>
        </>
      ) : (
        date
      )}
    </time>
  );
}
