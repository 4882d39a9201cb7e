import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readerOfFeed } from "~/calendar-door.server";
import { catalogue } from "~/catalogue.server";
import { listCalendar } from "~/areas/meetings/calendar/calendar.server";
import { eventOf, iCalendarOf, type CalendarEvent } from "~/areas/meetings/calendar/icalendar.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { listVisitsInDays, type VisitInDay } from "~/areas/visits/calendar.server";
import type { VisitsKey } from "~/areas/visits/messages";
import { env } from "~/kernel/env.server";
import { reading } from "~/kernel/http.server";
import { addDays } from "~/lib/jalali";
import { together } from "~/lib/together";
import { translate } from "~/ui/translate";

/** Days before and after today that a feed holds. */
const BACK = 60;
const AHEAD = 400;

/** A visit as its own place or the one it goes to is told of it. */
const eventOfVisit = (
  { targetFa, visitorFa, plannedOn, spot, state, ...visit }: VisitInDay,
  placeId: number,
): CalendarEvent => ({
  ...visit,
  title: translate(catalogue.fa, "fa", "visits.calendar.by" satisfies VisitsKey, {
    target: targetFa,
    visitor: visitorFa,
  }),
  heldOn: plannedOn,
  place: spot,
  isCancelled: state === "cancelled",
  path: `/${placeId}/visits/${visit.id}`,
});

/**
 * The meetings and visits of a place for a calendar program, at an address of its reader's own; any other address is none. A program
 * that asks every minute gets an empty "not changed" while nothing did.
 */
export async function loader({ params, request, context: { scope } }: LoaderFunctionArgs) {
  const [, token] = /^([\w-]+)\.ics$/.exec(params.token ?? "") ?? [];
  const reader = token ? await readerOfFeed(token) : null;
  if (!reader) return new Response(null, { status: 404 });
  const { place } = reader;
  const span = { from: addDays(scope.today, -BACK), before: addDays(scope.today, AHEAD) };
  const { meetings, visits } = await reading(reader, (db) =>
    together({
      meetings: listCalendar(db, place.id, { ...span, withDrafts: false }),
      visits: listVisitsInDays(db, place.id, { ...span, withPlanned: false }),
    }),
  );
  const name = translate(catalogue.fa, "fa", "meetings.feed.name" satisfies MeetingsKey, {
    place: place.nameFa,
  });
  const text = iCalendarOf(
    [...meetings.map(eventOf), ...visits.map((visit) => eventOfVisit(visit, place.id))],
    { name, address: env().PUBLIC_URL?.replace(/\/$/, "") },
  );
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { etag: tag, "cache-control": "private, no-cache" };
  // A proxy that packed the answer marks its tag as weak (RFC 9110, 13.1.2: compared without the mark).
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(tag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "text/calendar; charset=utf-8" } });
}
