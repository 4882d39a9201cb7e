import { queueMessages, withdrawMessages } from "~/areas/notifications/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { reactOnce } from "~/kernel/reaction.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { aboutMeeting, beginOf, sayOfMeeting } from "../message.server";
import { getCalledMeeting } from "../queries.server";

type Told = {
  postId: string;
  meetingId: string;
  invitationId: string;
  say: Parameters<typeof sayOfMeeting>[0];
  once: string;
};

/**
 * Tells the holder of a post, in his own place, of a meeting of the place above to which the post is invited: on his pages and
 * outside of them as he wishes. `source` is the hand of the place that holds the meeting, `below` that of his.
 */
export async function tellPostBelow(
  source: PlacedActor,
  below: PlacedActor,
  eventId: string,
  { postId, meetingId, invitationId, say, once }: Told,
  now = clock(),
): Promise<void> {
  authorize(below, "carry-on", "Invitation");
  const meeting = await within(source, (db) => getCalledMeeting(db, source.place.id, meetingId), {
    readOnly: true,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === "missing") return null;
    throw error;
  });
  if (!meeting || now >= beginOf(meeting)) return;
  await reactOnce(below, eventId, "tell-post-below", async (db) => {
    const today = todayIn(now);
    const holders = await db.$queryRaw<{ accountId: string }[]>`
      select distinct account_id::text as "accountId" from appointment
      where division_id = ${below.place.id} and post_id = ${postId}::uuid and ended_at is null
        and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)`;
    if (say !== "meeting-invited" && say !== "meeting-reminder")
      await withdrawMessages(db, below, aboutMeeting(meetingId), now, { part: invitationId });
    await queueMessages(
      db,
      below,
      holders.map(({ accountId }) => ({
        ...sayOfMeeting(say, meeting, invitationId, { kind: "account", accountId }, once),
        href: say === "meeting-withdrawn" ? null : `/invited/${source.place.id}/${invitationId}`,
      })),
      now,
    );
  });
}
