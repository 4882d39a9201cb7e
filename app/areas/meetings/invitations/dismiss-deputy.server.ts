import { partsReached, queueMessages, withdrawMessages } from "~/areas/notifications/door.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { aboutMeeting, beginOf, partOfDeputy, sayToDeputy, type Deputy } from "./message.server";
import type { CalledMeeting } from "./queries.server";

/**
 * Calls off what a deputy has not been told yet. Whoever may know already that he is sent hears that he is not any more,
 * unless the meeting has begun. `once` keeps it from being said twice.
 */
export async function dismissDeputy(
  db: Db,
  actor: PlacedActor,
  meeting: CalledMeeting,
  invitationId: string,
  deputy: Deputy,
  once: string,
  now: Date,
): Promise<void> {
  const about = aboutMeeting(meeting.id);
  const part = partOfDeputy(invitationId);
  await withdrawMessages(db, actor, about, now, { part });
  const { mobile } = deputy;
  const reached = await partsReached(db, actor.place.id, about, [part], { mobile });
  if (reached.size > 0 && now < beginOf(meeting))
    await queueMessages(
      db,
      actor,
      [sayToDeputy("meeting-withdrawn", meeting, invitationId, deputy, `meeting-withdrawn:${once}`)],
      now,
    );
}
