import type { FieldMetadata } from "@conform-to/react";
import { toLatinDigits } from "~/lib/digits";
import { formatJalali, todayIn, type IsoDate } from "~/lib/jalali";
import type { ClosedDay, WorkingCalendar } from "~/lib/working-calendar";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { CADENCE_NAMES, DEADLINE_UNITS, type Deadline } from "../choices";
import { dayOf } from "../deadlines/deadline";
import type { ObligationsKey } from "../messages";
import { dayTyped } from "./day-typed";

/** The longest limit that a form takes, in its own unit. */
const MOST = 1000;

export type DeadlineFields = Record<"kind" | "dueOn" | "count" | "unit" | "cadence", FieldMetadata<unknown>>;

/** The deadline that a form says at this moment; null while it says none. */
export function deadlineTyped(typed: Record<keyof DeadlineFields, unknown>): Deadline | null {
  const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
  switch (typed.kind) {
    case "dated": {
      const on = dayTyped(typed.dueOn);
      return on && { kind: "dated", on };
    }
    case "relative": {
      const count = toLatinDigits(text(typed.count));
      const unit = DEADLINE_UNITS.find((one) => one === (text(typed.unit) || "working"));
      const isCount = /^\d{1,4}$/.test(count) && Number(count) >= 1 && Number(count) <= MOST;
      return isCount && unit ? { kind: "relative", count: Number(count), unit } : null;
    }
    case "continuous": {
      const cadence = CADENCE_NAMES.find((one) => one === typed.cadence);
      return cadence ? { kind: "continuous", cadence, receiver: "" } : null;
    }
    default:
      return null;
  }
}

/**
 * The real day of the deadline that a form says, counted from the meeting or, where that has no date, from an issue today;
 * with the closed days that were passed over. Of a day that is given: on which the limit ends where offices are closed on it.
 * @param meeting the day of the meeting, null where it has none; nothing for what comes of no meeting.
 */
export function DuePreview({
  fields,
  calendar,
  meeting,
}: {
  fields: DeadlineFields;
  calendar: WorkingCalendar;
  meeting?: IsoDate | null;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  const deadline = deadlineTyped({
    kind: fields.kind.value,
    dueOn: fields.dueOn.value,
    count: fields.count.value,
    unit: fields.unit.value,
    cadence: fields.cadence.value,
  });
  const limit = deadline && dayOf(deadline, meeting ?? today, calendar);
  const told = limit && formatJalali(limit.day, locale, "weekday");
  if (!limit || !told) return <div aria-live="polite" />;
  if (deadline.kind === "dated")
    return (
      <p aria-live="polite" className="text-second text-ink-2">
        {limit.asked &&
          t("obligations.preview.moved", {
            day: formatJalali(limit.asked, locale, "weekday"),
            next: told,
          })}
      </p>
    );
  const day = meeting
    ? t("obligations.preview.from-meeting", { day: told, meeting: formatJalali(meeting, locale, "long") })
    : t("obligations.preview.if-today", { day: told });
  const days = closedInWords(limit.closed);
  return (
    <p aria-live="polite" className="text-second">
      <strong>{deadline.kind === "continuous" ? t("obligations.preview.first-turn", { day }) : day}</strong>
      {meeting === null && (
        <span className="block text-meta text-ink-3">{t("obligations.preview.no-meeting")}</span>
      )}
      {days.length > 0 && (
        <span className="block text-meta text-ink-3">
          {t("obligations.preview.closed", { count: limit.closed.length, days: days.join(" · ") })}
        </span>
      )}
    </p>
  );

  function closedInWords(closed: readonly ClosedDay[]): string[] {
    const weekends = closed.filter(({ kind }) => kind === "weekend").length;
    const named = closed.flatMap((one) => {
      if (one.kind === "weekend") return [];
      const name =
        one.status === "estimated" ? t("obligations.preview.estimated", { name: one.name }) : one.name;
      return [`${name} (${formatJalali(one.day, locale, "day-month")})`];
    });
    return [...(weekends > 0 ? [t("obligations.preview.weekend", { count: weekends })] : []), ...named];
  }
}
