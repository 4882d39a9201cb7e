import { formatJalali } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { useLocale, useT } from "~/ui/i18n";
import { dayOf } from "../deadlines/deadline";
import type { ObligationsKey } from "../messages";
import { dayTyped } from "./day-typed";

/** Says of a day that is being typed on which one the limit ends, where offices are closed on it. */
export function ClosedDayPreview({ typed, calendar }: { typed: unknown; calendar: WorkingCalendar | null }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const day = dayTyped(typed);
  const limit = day && calendar && dayOf({ kind: "dated", on: day }, day, calendar);
  return (
    <div aria-live="polite" className="text-second text-ink-2 empty:hidden">
      {limit?.asked &&
        t("obligations.preview.moved", {
          day: formatJalali(limit.asked, locale, "weekday"),
          next: formatJalali(limit.day, locale, "weekday"),
        })}
    </div>
  );
}
