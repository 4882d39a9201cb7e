import { invitableEach } from "~/areas/network/queries.server/invitations";
import { peopleOfCircle, peopleOfList } from "~/areas/network/queries.server/lists";
import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { LARGEST_PAGE } from "~/lib/paging";
import type { Participants } from "../../choices";
import type { CallingKind, CallingState } from "../choices";
import { InviteesAdded, PeopleCalled } from "../../events";
import { holdMeeting, insertInvitees } from "../insert-invitees.server";
import { INVITING_STATES } from "../inviting-states";

/** A job leaves off after this long, in milliseconds, and another goes on. */
const LONGEST_JOB = 10_000;

type Running = {
  meetingId: string;
  kind: CallingKind;
  sourceId: string;
  participants: Participants;
  readerKeys: string[];
  after: string | null;
};

/**
 * Invites who is left of a list or a circle, a page in each unit of work: what a job did stays when it is killed, and the next
 * goes on from there. Nobody is invited who asks not to be contacted or bars every way.
 */
export async function carryOnCalling(
  actor: PlacedActor,
  id: string,
  now = clock(),
  longest = LONGEST_JOB,
): Promise<void> {
  authorize(actor, "carry-on", "Invitation");
  const begun = performance.now();
  while (await invitePage(actor, id, now)) {
    if (performance.now() - begun > longest) {
      await within(actor, (db) => emit(db, actor, PeopleCalled, { callingId: id }));
      return;
    }
  }
}

/** Invites one page. Answers whether there is another. */
async function invitePage(actor: PlacedActor, id: string, now: Date): Promise<boolean> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const [calling] = await db.$queryRaw<Running[]>`
      select meeting_id::text as "meetingId", kind, source_id::text as "sourceId", participants,
        reader_keys as "readerKeys", after from meeting_calling
      where division_id = ${divisionId} and id = ${id}::uuid and state = 'runs' for update`;
    if (!calling) return false;
    const { meetingId, participants } = calling;
    const page = await pageOfCalling(db, actor, calling, now);
    if (!page) return end(db, divisionId, id, "gone");
    await holdMeeting(db, divisionId, meetingId, INVITING_STATES);
    const invitable = await invitableEach(db, divisionId, page.rows);
    const leftOut = { "no-contact": 0, barred: 0, gone: 0 };
    const people = page.rows.filter((person) => {
      const answer = invitable.get(person.id);
      if (answer && "leftOut" in answer) leftOut[answer.leftOut] += 1;
      return answer && "by" in answer;
    });
    const { ids, known, over } = await insertInvitees(
      db,
      actor,
      meetingId,
      people.map((person) => ({ kind: "person", participants, personId: person.id })),
      now,
    );
    await auditEach(db, actor, "invite", "Invitation", ids);
    const isOver = over > 0 || !page.next;
    const state: CallingState = over > 0 ? "full" : page.next ? "runs" : "done";
    await db.$executeRaw`update meeting_calling set after = ${page.next}, state = ${state},
        seen = seen + ${page.rows.length}::int, invited = invited + ${ids.length}::int, known = known + ${known}::int,
        no_contact = no_contact + ${leftOut["no-contact"]}::int, barred = barred + ${leftOut.barred}::int,
        gone = gone + ${leftOut.gone}::int
      where division_id = ${divisionId} and id = ${id}::uuid`;
    if (ids.length > 0) await emit(db, actor, InviteesAdded, { meetingId });
    return !isOver;
  });
}

/** The next page of whom a list or a circle holds; null where it is there no more. */
async function pageOfCalling(db: Db, { place }: PlacedActor, calling: Running, now: Date) {
  const paging = { after: calling.after, size: LARGEST_PAGE };
  const list = { id: calling.sourceId, readerKeys: calling.readerKeys };
  try {
    return calling.kind === "list"
      ? await peopleOfList(db, place, list, todayIn(now), paging)
      : await peopleOfCircle(db, place, calling.sourceId, todayIn(now), paging);
  } catch (error) {
    if (error instanceof Refusal && error.kind === "missing") return null;
    throw error;
  }
}

async function end(db: Db, divisionId: number, id: string, state: CallingState): Promise<false> {
  await db.meetingCalling.updateMany({ where: { divisionId, id }, data: { state } });
  return false;
}
