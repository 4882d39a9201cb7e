import { queueMessages, withdrawMessages } from "~/areas/notifications/door.server";
import { accountsOfPost, inForce } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, within, type Db } from "~/kernel/db.server";
import { reactOnce } from "~/kernel/reaction.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn, type IsoDate } from "~/lib/jalali";
import { aboutMeeting, beginOf, sayOfMeeting } from "../message.server";
import { getCalledMeeting } from "../queries.server";

type Told = {
  meetingId: string;
  invitationId: string;
  say: Parameters<typeof sayOfMeeting>[0];
  once: string;
};

/**
 * Tells whoever is to be told in a place below of a meeting of the place above: on his pages and outside of them as he
 * wishes. `source` is the hand of the place that holds the meeting, `below` that of his; `name` is the reaction's own.
 */
async function tellBelow(
  source: PlacedActor,
  below: PlacedActor,
  { eventId, name, officeId }: { eventId: string; name: string; officeId?: string },
  { meetingId, invitationId, say, once }: Told,
  whom: (db: Db, today: IsoDate) => Promise<{ accountId: string }[]>,
  now: Date,
): Promise<void> {
  authorize(below, "carry-on", "Invitation");
  const meeting = await within(source, (db) => getCalledMeeting(db, source.place.id, meetingId), {
    readOnly: true,
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === "missing") return null;
    throw error;
  });
  if (!meeting || now >= beginOf(meeting)) return;
  await reactOnce(below, eventId, name, async (db) => {
    const accounts = await whom(db, todayIn(now));
    if (say !== "meeting-invited" && say !== "meeting-reminder")
      await withdrawMessages(db, below, aboutMeeting(meetingId), now, { part: invitationId });
    await queueMessages(
      db,
      below,
      accounts.map(({ accountId }) => {
        const receiver = { kind: "account" as const, accountId, ...(officeId && { officeId }) };
        const said = sayOfMeeting(say, meeting, invitationId, receiver, once);
        if (officeId || say === "meeting-withdrawn") return said;
        return { ...said, href: `/invited/${source.place.id}/${invitationId}` };
      }),
      now,
    );
  });
}

/** Tells the holder of a post, and whoever acts for him, of a meeting to which the post is invited from above. */
export async function tellPostBelow(
  source: PlacedActor,
  below: PlacedActor,
  eventId: string,
  { postId, ...told }: Told & { postId: string },
  now = clock(),
): Promise<void> {
  const whom = (db: Db, today: IsoDate) =>
    db.$queryRaw<{ accountId: string }[]>`select one.account_id as "accountId"
      from (${accountsOfPost(Prisma.sql`${below.place.id}::int`, Prisma.sql`${postId}::uuid`, today)}) one`;
  await tellBelow(source, below, { eventId, name: "tell-post-below" }, told, whom, now);
}

/** Tells the officers of an office of a meeting to which it is invited from above. */
export async function tellOfficeBelow(
  source: PlacedActor,
  below: PlacedActor,
  eventId: string,
  { officeId, ...told }: Told & { officeId: string },
  now = clock(),
): Promise<void> {
  const whom = (db: Db, today: IsoDate) =>
    db.$queryRaw<
      { accountId: string }[]
    >`select distinct a.account_id::text as "accountId" from office_appointment a
      where a.division_id = ${below.place.id} and a.office_id = ${officeId}::uuid and ${inForce("a", today)}`;
  await tellBelow(source, below, { eventId, name: "tell-office-below", officeId }, told, whom, now);
}
