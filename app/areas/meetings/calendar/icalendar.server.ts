import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, dateOf, instantAt, type IsoDate } from "~/lib/jalali";
import type { MeetingState } from "../choices";

/** What a calendar program is told of: a meeting, or whatever else has a day and perhaps hours. */
export type CalendarEvent = {
  id: string;
  title: string;
  isCancelled: boolean;
  heldOn: IsoDate;
  /** `HH:MM` in Iran; without it the event takes the whole day. */
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  /** How often it was moved or called off since it was announced. */
  icsSequence: number;
  /** When what is told last changed. */
  changedAt: Date;
  /** Where its page is, from the address of the product on. */
  path: string;
};

/** A meeting as it is read for a calendar program. */
export type CalendarMeeting = Omit<CalendarEvent, "isCancelled" | "path"> & {
  divisionId: number;
  state: MeetingState;
};

export const eventOf = ({ divisionId, state, ...meeting }: CalendarMeeting): CalendarEvent => ({
  ...meeting,
  isCancelled: state === "cancelled",
  path: `/${divisionId}/meetings/${meeting.id}`,
});

const DEFAULT_HOURS = 2;
const HOUR = 3_600_000;

/** When something begins and ends; what ends before it begins goes past midnight. */
export function hoursOf({
  heldOn,
  startsAt,
  endsAt,
}: Pick<CalendarEvent, "heldOn" | "startsAt" | "endsAt">): { start: Date; end: Date; allDay: boolean } {
  if (!startsAt) return { start: dateOf(heldOn), end: dateOf(addDays(heldOn, 1)), allDay: true };
  const start = instantAt(heldOn, startsAt);
  if (!endsAt) return { start, end: new Date(start.getTime() + DEFAULT_HOURS * HOUR), allDay: false };
  return { start, end: instantAt(endsAt <= startsAt ? addDays(heldOn, 1) : heldOn, endsAt), allDay: false };
}

/**
 * Events as iCalendar (RFC 5545), in Gregorian instants as the format has them. An event keeps its UID however it is
 * moved; SEQUENCE grows with every move and with its cancelling, which stays in the feed as STATUS:CANCELLED, so that a
 * program that knew it takes it out.
 * @param name as calendar programs show it.
 * @param address where the product is reached, for the link of each event; none where it is not known.
 */
export function iCalendarOf(
  events: readonly CalendarEvent[],
  { name, address }: { name: string; address: string | undefined },
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Peyvand", product: "Meetings", language: "FA" },
    // Programs that ask oftener learn nothing new.
    ttl: HOUR / 1000,
  });
  for (const event of events) {
    const { start, end, allDay } = hoursOf(event);
    calendar.createEvent({
      id: `${event.id}@peyvand`,
      summary: event.title,
      start,
      end,
      allDay,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      sequence: event.icsSequence,
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: event.isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      ...(event.place && { location: event.place }),
      ...(address && { url: `${address}${event.path}` }),
    });
  }
  return calendar.toString();
}
