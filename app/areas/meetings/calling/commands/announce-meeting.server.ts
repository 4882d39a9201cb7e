import { listPosts } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { instantAt, todayIn } from "~/lib/jalali";
import { MeetingAnnounced } from "../../events";
import { meetingAllows } from "../../lifecycle";
import { countAgenda } from "../agenda.server";
import { takeSessionNumber } from "../council-sessions.server";
import { classesNotInvited, getCalling, type Calling } from "../planned.server";
import { takingRoom, type Slot } from "../rooms.server";
import type { AnnounceMeeting } from "../schema";
import { findMeetingType } from "../types.server";

/** The hours of a meeting that can be announced. Refuses `invalid` what is not said yet or is over. */
function slotOf({ heldOn, startsAt, endsAt }: Calling, now: Date): Slot {
  if (!startsAt || !endsAt) throw new Refusal("invalid", "calling.announce.needs-hours");
  if (instantAt(heldOn, startsAt) <= now) throw new Refusal("invalid", "calling.announce.is-over");
  return { heldOn, startsAt, endsAt };
}

/** Who presides on the day of the announcement, by name. Refuses `invalid` where nobody is named. */
async function chairOf(db: Db, { divisionId, chairName, chairPostId }: Calling, now: Date): Promise<string> {
  if (chairName) return chairName;
  const posts = chairPostId === null ? [] : await listPosts(db, [divisionId], todayIn(now));
  const post = posts.find(({ id }) => id === chairPostId);
  if (!post) throw new Refusal("invalid", "calling.announce.needs-chair");
  return post.holder?.name ?? post.deputies[0]?.name ?? post.titleFa;
}

/**
 * Announces a planned meeting: from here on its province and the nation know of it, it has its room, and whoever is invited
 * is told. Needs hours to come, a place, a chair, an agenda, and somebody of every class without whom it is no such meeting,
 * unless it is said to be held without them. A session of a council has its number from here on.
 */
export async function announceMeeting(
  actor: PlacedActor,
  meetingId: string,
  input: AnnounceMeeting,
  now = clock(),
) {
  authorize(actor, "announce", "Meeting");
  const divisionId = actor.place.id;
  let wanted: { roomId: string | null; slot: Slot } | undefined;
  return takingRoom(
    actor,
    () => wanted,
    async (db) => {
      const meeting = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
      if (!meetingAllows(meeting.state, "announce")) throw tooLate("calling.not-a-draft");
      const slot = slotOf(meeting, now);
      wanted = { roomId: meeting.roomId, slot };
      if (!meeting.place && !meeting.roomId) throw new Refusal("invalid", "calling.announce.needs-place");
      const chairName = await chairOf(db, meeting, now);
      if ((await countAgenda(db, divisionId, meetingId)) === 0)
        throw new Refusal("invalid", "calling.announce.needs-agenda");
      const type = await findMeetingType(db, actor.place, meeting.typeCode);
      const missing = await classesNotInvited(db, divisionId, meetingId, type?.participants ?? []);
      if (missing.length > 0 && input.withoutClasses !== "on")
        throw new Refusal("invalid", "calling.announce.needs-classes", { field: "withoutClasses" });
      const turn =
        meeting.councilId === null ? null : await takeSessionNumber(db, divisionId, meeting.councilId);
      const count = await db.$executeRaw`update meeting set state = 'announced', announced_at = ${now},
          sequence_number = ${turn}::int,
          chair_name = ${chairName}, invitation_number = ${input.invitationNumber ?? null}, revision = revision + 1
        where division_id = ${divisionId} and id = ${meetingId}::uuid and state = 'draft'
          and revision = ${input.revision}`;
      if (count === 0) throw tooLate("meetings.changed-meanwhile");
      await audit(db, actor, "announce", "Meeting", meetingId);
      await emit(db, actor, MeetingAnnounced, { meetingId });
      return { id: meetingId };
    },
  );
}
