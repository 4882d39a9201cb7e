import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { getCalendarMeeting } from "~/areas/meetings/calendar/calendar.server";
import { eventOf, iCalendarOf } from "~/areas/meetings/calendar/icalendar.server";
import { env } from "~/kernel/env.server";
import { idIn, reading } from "~/kernel/http.server";

/** One meeting as a file that a calendar program takes in. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const meeting = await reading(actor, (db) =>
    getCalendarMeeting(db, actor.place.id, idIn(args.params, "meetingId")),
  );
  const text = iCalendarOf([eventOf(meeting)], {
    name: meeting.title,
    address: env().PUBLIC_URL?.replace(/\/$/, ""),
  });
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="meeting-${meeting.heldOn}.ics"`,
    },
  });
}
