import { Fragment, useState, type ReactNode } from "react";
import { jalaliOf, WEEKDAY_NAMES, type IsoDate } from "~/lib/jalali";
import { classNames } from "~/ui/class-names";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import type { MeetingsKey } from "../../messages";
import type { CalendarEntry } from "../calendar.server";
import { MeetingInCalendar } from "./meeting-in-calendar";

/** Why offices are closed on a day: the name of the day, or nothing but its weekday. */
export type ClosedNames = Readonly<Record<IsoDate, string | null>>;

/** What else stands in a day, drawn by whoever knows it. */
export type BesideMeetings = {
  key: string;
  day: IsoDate;
  startsAt: string | null;
  node: ReactNode;
  /** How it is drawn where it may be carried to another day, and what is done where it was let go of. */
  carried?: {
    drawn: (onCarry: (isCarried: boolean) => void) => ReactNode;
    onMove: (to: IsoDate) => void;
  };
};

type Days = {
  entries: readonly CalendarEntry[];
  beside: readonly BesideMeetings[];
  closed: ClosedNames;
  today: IsoDate;
  /** Address of the meetings of the place. */
  base: string;
};

/** Whether it can be given another day: a draft, or an announced one that is not over. */
const isToCome = ({ state, heldOn }: CalendarEntry, today: IsoDate): boolean =>
  state === "draft" || (state === "announced" && heldOn >= today);

/** What is being carried: where it stood, and what is done where it is let go of. */
type Carried = { day: IsoDate; onMove: (to: IsoDate) => void };

/** What a day holds by its hour, the meetings first where hours are alike; without an hour before all others. */
function inDay(
  { entries, beside }: Pick<Days, "entries" | "beside">,
  day: IsoDate,
  drawn: (entry: CalendarEntry) => ReactNode,
): BesideMeetings[] {
  return [
    ...entries
      .filter(({ heldOn }) => heldOn === day)
      .map((entry) => ({ key: entry.id, day, startsAt: entry.startsAt, node: drawn(entry) })),
    ...beside.filter((one) => one.day === day),
  ].sort((a, b) => ((a.startsAt ?? "") < (b.startsAt ?? "") ? -1 : a.startsAt === b.startsAt ? 0 : 1));
}

/**
 * Weeks as a table, Saturday first.
 * @param within the first and the last day that are meant; those around are pale.
 */
export function CalendarGrid({
  weeks,
  within,
  caption,
  entries,
  beside,
  closed,
  today,
  base,
  onMove,
}: Days & {
  /** Told where a meeting to come was let go of; without it they stay where they are. */
  onMove?: (entry: CalendarEntry, to: IsoDate) => void;
  weeks: readonly (readonly IsoDate[])[];
  within?: { first: IsoDate; last: IsoDate };
  caption: string;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [carried, setCarried] = useState<Carried | null>(null);
  const [over, setOver] = useState<IsoDate | null>(null);
  const carry = (one: Carried | null) => {
    setCarried(one);
    setOver(null);
  };
  const takes = (day: IsoDate) => carried !== null && day >= today && day !== carried.day;
  const carriable = beside.map(({ carried: way, ...one }) =>
    way ? { ...one, node: way.drawn((is) => carry(is ? { day: one.day, onMove: way.onMove } : null)) } : one,
  );
  return (
    <table className="w-full table-fixed border-collapse max-sm:hidden print:table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {WEEKDAY_NAMES[locale].map((name) => (
            <th
              key={name}
              scope="col"
              className="border border-line px-2 py-1.5 text-start text-meta text-ink-3"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const isOutside = within && (day < within.first || day > within.last);
              const why = closed[day];
              return (
                <td
                  key={day}
                  onDragOver={(event) => {
                    if (!takes(day)) return setOver(null);
                    event.preventDefault();
                    setOver(day);
                  }}
                  onDrop={(event) => {
                    event.preventDefault();
                    if (carried && takes(day)) carried.onMove(day);
                    carry(null);
                  }}
                  aria-current={day === today ? "date" : undefined}
                  className={classNames(
                    "h-26 border border-line p-1.5 align-top",
                    isOutside ? "bg-paper text-ink-3" : why === undefined ? "bg-sheet" : "bg-sunk",
                    day === today && "outline-2 -outline-offset-2 outline-teal",
                    day === over && "outline-2 -outline-offset-2 outline-dashed outline-saffron",
                  )}
                >
                  <div className="mb-1 flex items-baseline justify-between gap-2 text-meta">
                    <span className={classNames("font-[550]", day === today && "text-teal-deep")}>
                      <Num value={jalaliOf(day).jd} />
                    </span>
                    {why !== undefined && (
                      <span className="min-w-0 text-end text-ink-3 wrap-anywhere">
                        {why ?? t("meetings.calendar.closed")}
                      </span>
                    )}
                  </div>
                  <div className="flex flex-col gap-1">
                    {inDay({ entries, beside: carriable }, day, (entry) => (
                      <MeetingInCalendar
                        entry={entry}
                        base={base}
                        {...(onMove &&
                          isToCome(entry, today) && {
                            onCarry: (one: CalendarEntry | null) =>
                              carry(one && { day: one.heldOn, onMove: (to) => onMove(one, to) }),
                          })}
                      />
                    )).map(({ key, node }) => (
                      <Fragment key={key}>{node}</Fragment>
                    ))}
                  </div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days that hold anything, one under the other. */
export function CalendarDays({
  days,
  entries,
  beside,
  closed,
  today,
  base,
}: Days & { days: readonly IsoDate[] }) {
  const t = useT<MeetingsKey>();
  const full = days
    .map((day) => ({
      day,
      held: inDay({ entries, beside }, day, (entry) => <MeetingInCalendar entry={entry} base={base} />),
    }))
    .filter(({ held }) => held.length > 0);
  if (full.length === 0) return <p className="py-6 text-second text-ink-3">{t("meetings.calendar.none")}</p>;
  return (
    <ul className="flex flex-col">
      {full.map(({ day, held }) => {
        const why = closed[day];
        return (
          <li key={day} className="border-b border-line py-3">
            <p className={classNames("mb-1.5 text-second", day === today && "font-[550] text-teal-deep")}>
              <DateText iso={day} style="weekday" />
              {why !== undefined && (
                <span className="ms-2 text-meta text-ink-3">{why ?? t("meetings.calendar.closed")}</span>
              )}
            </p>
            <div className="flex flex-col gap-1.5">
              {held.map(({ key, node }) => (
                <Fragment key={key}>{node}</Fragment>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
