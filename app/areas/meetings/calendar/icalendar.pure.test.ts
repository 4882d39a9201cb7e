import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { addDays } from "~/lib/jalali";
import { eventOf, iCalendarOf, type CalendarMeeting } from "./icalendar.server";

const meeting = (more: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  id: "0190a000-0000-7000-8000-000000000001",
  divisionId: 28_005,
  title: "شورای هماهنگی، جلسه سوم؛ «پیگیری»",
  state: "announced",
  heldOn: "2026-12-24",
  startsAt: "10:00",
  endsAt: "11:30",
  place: "سالن فرمانداری، طبقه ۲",
  icsSequence: 0,
  changedAt: new Date("2026-12-20T06:00:00Z"),
  ...more,
});
const told = (...meetings: CalendarMeeting[]) =>
  iCalendarOf(meetings.map(eventOf), { name: "جلسه‌های گرگان", address: "https://peyvand.example" });

/** As an independent strict parser reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    calendar,
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        location: event.location,
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        isDate: event.startDate.isDate,
        sequence: event.sequence,
        status: component.getFirstPropertyValue("status"),
      };
    }),
  };
}

describe("a calendar file", () => {
  test("says a meeting as it is: title, hours in Iran, place", () => {
    expect(read(told(meeting())).events).toEqual([
      {
        uid: "0190a000-0000-7000-8000-000000000001@peyvand",
        summary: "شورای هماهنگی، جلسه سوم؛ «پیگیری»",
        location: "سالن فرمانداری، طبقه ۲",
        start: "2026-12-24T06:30:00.000Z",
        end: "2026-12-24T08:00:00.000Z",
        isDate: false,
        sequence: 0,
        status: "CONFIRMED",
      },
    ]);
  });

  test("keeps a meeting past midnight, on 30 Esfand and at Nowruz together", () => {
    // 1403/12/30 is 2025-03-20, the last day of a leap year.
    const [event] = read(told(meeting({ heldOn: "2025-03-20", startsAt: "22:00", endsAt: "01:00" }))).events;
    expect(event).toMatchObject({ start: "2025-03-20T18:30:00.000Z", end: "2025-03-20T21:30:00.000Z" });
  });

  test("takes the whole day of a meeting without an hour", () => {
    const [event] = read(told(meeting({ startsAt: null, endsAt: null }))).events;
    expect(event).toMatchObject({ isDate: true });
    expect(told(meeting({ startsAt: null, endsAt: null }))).toContain("DTSTART;VALUE=DATE:20261224");
  });

  test("moves a meeting under the same name, and says of a cancelled one that it is", () => {
    const before = read(told(meeting())).events[0];
    const moved = read(told(meeting({ heldOn: "2026-12-27", icsSequence: 1 }))).events[0];
    const gone = read(told(meeting({ heldOn: "2026-12-27", icsSequence: 2, state: "cancelled" }))).events[0];
    expect(new Set([before?.uid, moved?.uid, gone?.uid]).size).toBe(1);
    expect([before?.sequence, moved?.sequence, gone?.sequence]).toEqual([0, 1, 2]);
    expect(gone?.status).toBe("CANCELLED");
  });

  test("holds no line longer than 75 octets, ends each as the format asks, and reads back whatever the title", () => {
    const title = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map((text) => `ج ${text}`);
    fc.assert(
      fc.property(title, fc.integer({ min: -2000, max: 2000 }), (words, days) => {
        // The forms keep no control characters.
        const clean = words.replace(/\p{Cc}/gu, " ").trim();
        const text = told(meeting({ title: clean, heldOn: addDays("2026-12-24", days) }));
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toContain("\n");
        }
        expect(read(text).events[0]?.summary).toBe(clean);
      }),
    );
  });
});
