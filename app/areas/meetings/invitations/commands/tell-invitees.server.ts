import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import { partsReached, queueMessages, withdrawMessages } from "~/areas/notifications/door.server";
import { inForce } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emitEach, emitLater } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, instantAt, todayIn, type IsoDate } from "~/lib/jalali";
import { InviteesToRemind, OfficeBelowTold, PostBelowTold } from "../../events";
import { aboutMeeting, beginOf, sayOfMeeting, sayToDeputy } from "../message.server";
import { getCalledMeeting, type CalledMeeting } from "../queries.server";
import { invitationsToTell } from "../receivers.server";
import { remindOn, REMINDERS, type Reminder } from "../reminders";

/** Invitees of one unit of work. */
const BATCH = 200;

/** The hour at which reminders go, in Iran. */
const REMIND_AT = "09:00";

/** The meeting as it stands; null where it is there no more. */
async function standing(actor: PlacedActor, meetingId: string): Promise<CalledMeeting | null> {
  try {
    return await within(actor, (db) => getCalledMeeting(db, actor.place.id, meetingId), { readOnly: true });
  } catch (error) {
    if (error instanceof Refusal && error.kind === "missing") return null;
    throw error;
  }
}

/** Goes through the invitees of a meeting, a batch in each unit of work; what was told stays told when a job is killed. */
async function tellEach(
  actor: PlacedActor,
  meeting: CalledMeeting,
  now: Date,
  say: Parameters<typeof sayOfMeeting>[0],
  once: string,
  tell: (db: Db, ids: readonly string[]) => Promise<{ id: string }[]>,
): Promise<void> {
  const divisionId = actor.place.id;
  let after = 0;
  for (let isMore = true; isMore;) {
    isMore = await within(actor, async (db) => {
      const found = await invitationsToTell(db, divisionId, meeting.id, {
        after,
        today: todayIn(now),
        size: BATCH,
        isUnsent: say === "meeting-invited",
      });
      const reachable = found.filter(
        ({ receivers, below, deputy }) =>
          receivers.length > 0 || below !== null || (deputy !== null && say !== "meeting-invited"),
      );
      const rows = await tell(
        db,
        reachable.map(({ id }) => id),
      );
      const told = new Set(rows.map(({ id }) => id));
      await queueMessages(
        db,
        actor,
        reachable
          .filter(({ id }) => told.has(id))
          .flatMap(({ id, linkTurn, receivers, deputy }) => {
            // Whoever was taken off the list and invited again hears of it again.
            const turn = `${once}:${linkTurn}`;
            const said = receivers.map((receiver) => sayOfMeeting(say, meeting, id, receiver, turn));
            // A deputy was invited when he was named.
            return deputy && say !== "meeting-invited"
              ? [...said, sayToDeputy(say, meeting, id, deputy, turn)]
              : said;
          }),
        now,
      );
      const below = reachable.flatMap(({ id, linkTurn, below: there }) =>
        there && told.has(id)
          ? [{ ...there, meetingId: meeting.id, invitationId: id, say, once: `${once}:${linkTurn}` }]
          : [],
      );
      await emitEach(
        db,
        actor,
        PostBelowTold,
        below.flatMap((one) => (one.postId === undefined ? [] : [one])),
      );
      await emitEach(
        db,
        actor,
        OfficeBelowTold,
        below.flatMap((one) => (one.officeId === undefined ? [] : [one])),
      );
      after = found.at(-1)?.number ?? after;
      return found.length === BATCH;
    });
  }
}

/** Sends the invitations of an announced meeting that have not gone yet: each once, however often the job comes. */
export async function sendInvitations(actor: PlacedActor, meetingId: string, now = clock()): Promise<void> {
  authorize(actor, "carry-on", "Invitation");
  const meeting = await standing(actor, meetingId);
  if (!meeting || !["announced", "in-session"].includes(meeting.state)) return;
  await tellEach(
    actor,
    meeting,
    now,
    "meeting-invited",
    `meeting-invited:${meeting.sequence}`,
    (db, ids) => db.$queryRaw<{ id: string }[]>`
      update meeting_invitation set sent_at = ${now}, told_sequence = ${meeting.sequence} where division_id = ${actor.place.id}
        and id = any(${[...ids]}::uuid[]) and sent_at is null returning id::text`,
  );
}

/** Plans the reminders of an announced meeting: a week and a day before, on days on which offices work; once for an event. */
export async function planReminders(
  actor: PlacedActor,
  eventId: string,
  reaction: string,
  meetingId: string,
  now = clock(),
): Promise<void> {
  authorize(actor, "carry-on", "Invitation");
  const meeting = await standing(actor, meetingId);
  if (!meeting) return;
  const { heldOn } = meeting;
  await reactOnce(actor, eventId, reaction, async (db) => {
    const calendar = await getWorkingCalendar(db, actor.place, addDays(heldOn, -40), heldOn);
    const due = REMINDERS.flatMap((which) => {
      const day = remindOn(calendar, heldOn, which);
      const at = instantAt(day, REMIND_AT);
      return at > now
        ? [{ payload: { meetingId, which, heldOn }, afterMs: at.getTime() - now.getTime() }]
        : [];
    });
    await emitLater(db, actor, InviteesToRemind, due);
  });
}

/**
 * Reminds the invitees of a meeting who have not declined: each once of each reminder. A meeting that was moved or
 * cancelled meanwhile has other ones, or none.
 */
export async function remindInvitees(
  actor: PlacedActor,
  { meetingId, which, heldOn }: { meetingId: string; which: Reminder; heldOn: string },
  now = clock(),
): Promise<void> {
  authorize(actor, "carry-on", "Invitation");
  const meeting = await standing(actor, meetingId);
  if (meeting?.state !== "announced" || meeting.heldOn !== heldOn || now >= beginOf(meeting)) return;
  const mark = `${which} ${heldOn}`;
  await tellEach(
    actor,
    meeting,
    now,
    "meeting-reminder",
    `meeting-reminder:${mark}`,
    (db, ids) => db.$queryRaw<{ id: string }[]>`
      update meeting_invitation set reminded = reminded || ${mark}::text where division_id = ${actor.place.id}
        and id = any(${[...ids]}::uuid[]) and reply is distinct from 'no' and not (${mark}::text = any(reminded))
      returning id::text`,
  );
}

/**
 * Tells everybody who was invited that a meeting was moved or does not take place: once for each move, also whoever
 * declined, who may come on the other day or keep the old one in mind. Whose invitation had not gone yet is invited to the
 * meeting as it stands now, or hears nothing of one that does not take place.
 */
export async function tellOfChange(
  actor: PlacedActor,
  eventId: string,
  meetingId: string,
  change: { kind: "meeting-moved" | "meeting-cancelled"; sequence: number },
  now = clock(),
): Promise<void> {
  authorize(actor, "carry-on", "Invitation");
  const meeting = await standing(actor, meetingId);
  const fits = change.kind === "meeting-moved" ? "announced" : "cancelled";
  // A meeting that is over is not called off for those who were there.
  if (meeting?.state !== fits || now >= beginOf(meeting)) return;
  const about = aboutMeeting(meetingId);
  // Once: a job that comes again must not call off what the one before it has put down.
  await reactOnce(actor, eventId, `call-off-${change.kind}`, async (db) => {
    await withdrawMessages(db, actor, about, now);
    await forgetUntold(db, actor.place.id, meetingId, todayIn(now));
  });
  await tellEach(actor, meeting, now, change.kind, `${change.kind}:${change.sequence}`, (db, ids) =>
    change.kind === "meeting-moved"
      ? db.$queryRaw<{ id: string }[]>`
            update meeting_invitation set told_sequence = ${meeting.sequence} where division_id = ${actor.place.id}
              and id = any(${[...ids]}::uuid[]) and sent_at is not null and told_sequence < ${change.sequence}
            returning id::text`
      : db.$queryRaw<{ id: string }[]>`select id::text from meeting_invitation
            where division_id = ${actor.place.id} and id = any(${[...ids]}::uuid[]) and sent_at is not null`,
  );
  if (change.kind === "meeting-moved") await sendInvitations(actor, meetingId, now);
}

/** Whose invitation was called off before it went counts as one who was not told yet; who answered knows of it, and who is told in a place below was. */
async function forgetUntold(db: Db, divisionId: number, meetingId: string, today: IsoDate): Promise<void> {
  const told = await db.$queryRaw<{ id: string }[]>`select i.id::text from meeting_invitation i
    where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.sent_at is not null
      and i.replied_at is null and coalesce(i.post_division_id, i.division_id) = i.division_id
      and (coalesce(i.office_division_id, i.division_id) = i.division_id or not exists (select from office_appointment a
        where a.division_id = i.office_division_id and a.office_id = i.office_id and ${inForce("a", today)}))`;
  const reached = await partsReached(
    db,
    divisionId,
    aboutMeeting(meetingId),
    told.map(({ id }) => id),
  );
  const untold = told.flatMap(({ id }) => (reached.has(id) ? [] : [id]));
  await db.$executeRaw`update meeting_invitation set sent_at = null
    where division_id = ${divisionId} and id = any(${untold}::uuid[])`;
}
