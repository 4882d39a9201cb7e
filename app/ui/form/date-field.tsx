import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { weekdayOf, type IsoDate } from "~/lib/jalali";
import { isWeekend, type WorkingCalendar } from "~/lib/working-calendar";
import { classNames } from "../class-names";
import { useLocale, useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { localDigits } from "../numbers";
import { CONTROL_LOOK, controlProps, Field, type FieldProps } from "./field";
import { startText } from "./form-context";
import { useReady } from "../use-ready";

/** A day of the calendar that is not like the others. */
export type DayMark = {
  iso: IsoDate;
  label: string;
  /** "holiday" official, "estimated" a lunar holiday not confirmed yet, "closed" by decision of the province. */
  kind: "holiday" | "estimated" | "closed";
};

// The calendar weighs as much as the rest of a page: it comes with the first press and never before.
const DatePicker = lazy(() => import("./date-picker"));

/**
 * A Jalali date: typed in any usual spelling and either kind of digits (read on the server), or picked.
 * What it sends is the text as typed; the picker writes `1405/10/19` in the digits of the locale.
 *
 * @param calendar of the place: its holidays and closures are shown and named in the picker, and the days of the week on
 *   which offices are shut there are hatched. Without one only Friday is.
 */
export function DateField({
  field,
  label,
  help,
  optional,
  calendar,
}: FieldProps & { calendar?: WorkingCalendar | null | undefined }) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // Without script there is no calendar to open: the button appears only where it works.
  const ready = useReady();
  const hint = help ?? t("ui.date.help");

  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (
        event instanceof KeyboardEvent ? event.key !== "Escape" : box.current?.contains(event.target as Node)
      )
        return;
      setOpen(false);
      if (event instanceof KeyboardEvent) opener.current?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [open]);

  const write = (text: string) => {
    if (!input.current) return;
    input.current.value = text;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
    setOpen(false);
    input.current.focus();
  };

  return (
    <Field field={field} label={label} help={hint} optional={optional}>
      <div ref={box} className="relative max-w-72">
        <input
          {...controlProps({ field, help: hint, optional })}
          key={field.key}
          ref={input}
          type="text"
          defaultValue={localDigits(startText(field), locale)}
          autoComplete="off"
          className={classNames(CONTROL_LOOK, "py-1.5 pe-11")}
        />
        {ready && (
          <button
            ref={opener}
            type="button"
            aria-label={t("ui.date.open")}
            aria-expanded={open}
            aria-haspopup="dialog"
            onClick={() => setOpen((now) => !now)}
            className="absolute inset-y-0 end-0 flex w-10 items-center justify-center rounded-field text-ink-2 hover:text-teal"
          >
            <Icon of="calendar-days" />
          </button>
        )}
        {open && (
          <div
            role="dialog"
            aria-label={t("ui.date.open")}
            className="absolute start-0 top-full z-30 mt-1 w-76 rounded-card border border-line-2 bg-sheet p-3"
          >
            <Suspense fallback={<p className="text-meta text-ink-3">{t("ui.date.loading")}</p>}>
              <DatePicker
                typed={input.current?.value ?? ""}
                onPick={write}
                marks={marksOf(calendar)}
                isWeekend={(day) => (calendar ? isWeekend(calendar, day) : weekdayOf(day) === FRIDAY)}
              />
            </Suspense>
          </div>
        )}
      </div>
    </Field>
  );
}

const FRIDAY = 6;

function marksOf(calendar: WorkingCalendar | null | undefined): DayMark[] {
  return (calendar?.specialDays ?? []).map(({ day, name, kind, status }) => ({
    iso: day,
    label: name,
    kind: kind === "closure" ? "closed" : status === "estimated" ? "estimated" : "holiday",
  }));
}
