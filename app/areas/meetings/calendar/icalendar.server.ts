import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, dateOf, instantAt, type IsoDate } from "~/lib/jalali";
import type { MeetingState } from "../choices";

/** A meeting as a calendar program is told of it. */
export type CalendarMeeting = {
  id: string;
  divisionId: number;
  title: string;
  state: MeetingState;
  heldOn: IsoDate;
  /** `HH:MM` in Iran; without it the meeting takes the whole day. */
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  /** How often it was moved or called off since it was announced. */
  icsSequence: number;
  /** When what is told last changed. */
  changedAt: Date;
};

const DEFAULT_HOURS = 2;
const HOUR = 3_600_000;

/** When a meeting begins and ends; one that ends before it begins goes past midnight. */
export function hoursOf({
  heldOn,
  startsAt,
  endsAt,
}: Pick<CalendarMeeting, "heldOn" | "startsAt" | "endsAt">): { start: Date; end: Date; allDay: boolean } {
  if (!startsAt) return { start: dateOf(heldOn), end: dateOf(addDays(heldOn, 1)), allDay: true };
  const start = instantAt(heldOn, startsAt);
  if (!endsAt) return { start, end: new Date(start.getTime() + DEFAULT_HOURS * HOUR), allDay: false };
  return { start, end: instantAt(endsAt <= startsAt ? addDays(heldOn, 1) : heldOn, endsAt), allDay: false };
}

/**
 * Meetings as iCalendar (RFC 5545), in Gregorian instants as the format has them. A meeting keeps its UID however it is
 * moved; SEQUENCE grows with every move and with its cancelling, which stays in the feed as STATUS:CANCELLED, so that a
 * program that knew it takes it out.
 * @param name as calendar programs show it.
 * @param address where the product is reached, for the link of each meeting; none where it is not known.
 */
export function iCalendarOf(
  meetings: readonly CalendarMeeting[],
  { name, address }: { name: string; address: string | undefined },
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Peyvand", product: "Meetings", language: "FA" },
    // Programs that ask oftener learn nothing new.
    ttl: HOUR / 1000,
  });
  for (const meeting of meetings) {
    const cancelled = meeting.state === "cancelled";
    const { start, end, allDay } = hoursOf(meeting);
    calendar.createEvent({
      id: `${meeting.id}@peyvand`,
      summary: meeting.title,
      start,
      end,
      allDay,
      stamp: meeting.changedAt,
      lastModified: meeting.changedAt,
      sequence: meeting.icsSequence,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      ...(meeting.place && { location: meeting.place }),
      ...(address && { url: `${address}/${meeting.divisionId}/meetings/${meeting.id}` }),
    });
  }
  return calendar.toString();
}
