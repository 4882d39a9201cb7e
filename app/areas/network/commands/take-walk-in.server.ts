import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { newToken, uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { JoinRequested } from "../events";

/** Somebody who came to a meeting without an invitation and agreed to be asked into the network. */
export type WalkIn = {
  /** The meeting in which he agreed: its id and title stand for the form that he did not fill himself. */
  meetingId: string;
  title: string;
  fullName: string;
  mobile: string;
  consentedAt: Date;
};

/**
 * Makes a candidate of a walk-in, once for an event: a request that waits for the county, under a form that nobody can open and
 * that carries the name of the meeting. Whoever waits already by that number waits once.
 */
export async function takeWalkIn(
  actor: PlacedActor,
  eventId: string,
  reaction: string,
  { meetingId, title, fullName, mobile, consentedAt }: WalkIn,
  now = clock(),
): Promise<void> {
  authorize(actor, "take-walk-in", "JoinRequest");
  const divisionId = actor.place.id;
  const token = newToken();
  await reactOnce(actor, eventId, reaction, async (db) => {
    await db.joinLink.createMany({
      data: [
        {
          divisionId,
          id: meetingId,
          token,
          name: title,
          until: dateOf(todayIn(now)),
          createdAt: now,
          createdByKey: actor.key,
          createdByName: actor.name,
          revokedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    const id = uuidv7();
    const written =
      await db.$executeRaw`insert into join_request (division_id, id, link_id, state, full_name, mobile,
        consented_at, received_at)
      values (${divisionId}, ${id}::uuid, ${meetingId}::uuid, 'waiting', ${fullName}, ${mobile}, ${consentedAt}, ${now})
      on conflict do nothing`;
    if (written === 0) return;
    await audit(db, actor, "take-walk-in", "JoinRequest", id);
    await emit(db, actor, JoinRequested, { requestId: id });
  });
}
