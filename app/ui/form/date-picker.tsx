import { CalendarDate, PersianCalendar, toCalendar } from "@internationalized/date";
import { useState } from "react";
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  I18nProvider as AriaLocale,
  type DateValue,
} from "react-aria-components";
import { addDays, isoOf, jalaliOf, MONTH_NAMES, todayIn, type IsoDate } from "~/lib/jalali";
import { parseJalali } from "~/lib/written-date";
import { buttonLook } from "../button-look";
import { classNames } from "../class-names";
import { useLocale, useNow, useT } from "../i18n";
import { Icon } from "../icon";
import type { UiKey } from "../messages";
import { localDigits } from "../numbers";
import type { DayMark } from "./date-field";

const persian = new PersianCalendar();

function valueOf(iso: IsoDate): CalendarDate {
  const { jy, jm, jd } = jalaliOf(iso);
  return new CalendarDate(persian, jy, jm, jd);
}

function isoOfValue(value: DateValue): IsoDate {
  const { year, month, day } = toCalendar(value, persian);
  return isoOf(year, month, day);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

const MARK_LOOK = {
  holiday: "bg-brick",
  estimated: "border border-brick",
  closed: "h-0.5! w-2.5! rounded-none! bg-brick",
};

/** The Jalali month calendar of a DateField. Loaded by itself; nothing else imports it. */
export default function DatePicker({
  typed,
  onPick,
  marks,
  isWeekend,
}: {
  typed: string;
  onPick: (text: string) => void;
  marks: readonly DayMark[];
  isWeekend: (day: IsoDate) => boolean;
}) {
  const t = useT<UiKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  const parsed = parseJalali(typed);
  const chosen = "iso" in parsed ? parsed.iso : undefined;
  const [focused, setFocused] = useState<CalendarDate>(valueOf(chosen ?? today));
  const marked = new Map(marks.map((mark) => [mark.iso, mark]));
  const inMonth = marks.filter((mark) => {
    const { jy, jm } = jalaliOf(mark.iso);
    return jy === focused.year && jm === focused.month;
  });

  const write = (iso: IsoDate) => {
    const { jy, jm, jd } = jalaliOf(iso);
    onPick(localDigits(`${jy}/${twoDigits(jm)}/${twoDigits(jd)}`, locale));
  };

  return (
    <AriaLocale locale={locale === "fa" ? "fa-IR-u-ca-persian" : "en-IR-u-ca-persian"}>
      <Calendar
        aria-label={t("ui.date.open")}
        autoFocus
        value={chosen ? valueOf(chosen) : null}
        onChange={(value) => write(isoOfValue(value))}
        focusedValue={focused}
        onFocusChange={(value) => setFocused(toCalendar(value, persian))}
        firstDayOfWeek="sat"
      >
        <div className="mb-2 flex items-center justify-between">
          <AriaButton
            slot="previous"
            aria-label={t("ui.date.previous-month")}
            className="p-2 text-ink-2 hover:text-teal"
          >
            <Icon of="chevron-left" mirror />
          </AriaButton>
          <span aria-hidden className="text-item">
            {MONTH_NAMES[locale][focused.month - 1]} <bdi>{localDigits(String(focused.year), locale)}</bdi>
          </span>
          <AriaButton
            slot="next"
            aria-label={t("ui.date.next-month")}
            className="p-2 text-ink-2 hover:text-teal"
          >
            <Icon of="chevron-right" mirror />
          </AriaButton>
        </div>
        <CalendarGrid weekdayStyle="narrow" className="w-full border-collapse text-center text-cell">
          <CalendarGridHeader>
            {(day) => (
              <CalendarHeaderCell className="pb-1 text-meta font-normal text-ink-3">{day}</CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => {
              const iso = isoOfValue(date);
              const mark = marked.get(iso);
              return (
                <CalendarCell
                  date={date}
                  className={({ isSelected, isOutsideMonth }) =>
                    classNames(
                      "relative mx-auto flex size-9 items-center justify-center rounded-field pt-0.5",
                      isOutsideMonth && "invisible",
                      isSelected
                        ? "bg-teal text-on-teal"
                        : classNames(
                            "hover:bg-teal-tint",
                            isWeekend(iso) && "hatch-closed text-ink-3",
                            mark && "text-brick",
                            iso === today && "border border-ink",
                          ),
                    )
                  }
                >
                  {({ formattedDate }) => (
                    <>
                      {formattedDate}
                      {mark && (
                        <span
                          className={classNames(
                            "absolute bottom-0.5 size-1.5 rounded-full",
                            MARK_LOOK[mark.kind],
                          )}
                        >
                          <span className="sr-only">{mark.label}</span>
                        </span>
                      )}
                    </>
                  )}
                </CalendarCell>
              );
            }}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <ul className="mt-2 flex flex-col gap-0.5 border-t border-line pt-2 text-meta text-ink-2 empty:hidden">
        {inMonth.map((mark) => (
          <li key={mark.iso} className="flex items-center gap-2">
            <span
              aria-hidden
              className={classNames("size-1.5 shrink-0 rounded-full", MARK_LOOK[mark.kind])}
            />
            <bdi>{localDigits(String(jalaliOf(mark.iso).jd), locale)}</bdi>
            {mark.label}
            {mark.kind === "estimated" && ` (${t("ui.date.estimated")})`}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span aria-hidden className="hatch-closed size-3 shrink-0 border border-line" />
          {t("ui.date.closed")}
        </li>
      </ul>
      <div className="mt-2 flex gap-2">
        {[0, 1].map((days) => (
          <button
            key={days}
            type="button"
            onClick={() => write(addDays(today, days))}
            className={buttonLook("secondary", "small")}
          >
            {days === 0 ? t("ui.date.today") : t("ui.date.tomorrow")}
          </button>
        ))}
      </div>
    </AriaLocale>
  );
}
