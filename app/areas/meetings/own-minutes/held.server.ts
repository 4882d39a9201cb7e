import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import type { MeetingState } from "../choices";
import { holdDraft, type DraftRow } from "../minutes/draft.server";
import { minutesAllow, type MinutesStep } from "../minutes/life";

/**
 * A meeting of the place that has something to minute, held until the transaction ends: whoever does anything to its
 * minutes waits here for his turn. Refuses `missing`, and `conflict` one that was not held or was called off.
 */
export async function holdWrittenMeeting(db: Db, divisionId: number, meetingId: string): Promise<void> {
  const [row] = await db.$queryRaw<{ state: MeetingState }[]>`select state from meeting
    where division_id = ${divisionId} and id = ${meetingId}::uuid for update`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  if (row.state !== "held") throw tooLate("minutes.own.not-held");
}

/**
 * Holds a meeting until the transaction ends, for whoever mends or takes back what was written of it. Refuses `conflict` where
 * its minutes are approved: their correction alone says anew what they say.
 */
export async function refuseMinuted(db: Db, divisionId: number, meetingId: string): Promise<void> {
  await db.$queryRaw`select 1 from meeting where division_id = ${divisionId} and id = ${meetingId}::uuid for update`;
  const versions = await db.minutesVersion.count({ where: { divisionId, meetingId } });
  if (versions > 0) throw tooLate("minutes.own.stands");
}

/** The newest draft of a meeting's minutes, held with the meeting. Refuses `missing`, and `conflict` where it is past a step. */
export async function holdOwnDraft(
  db: Db,
  actor: PlacedActor,
  meetingId: string,
  step: MinutesStep,
): Promise<DraftRow & { life: NonNullable<DraftRow["life"]> }> {
  const divisionId = actor.place.id;
  await holdWrittenMeeting(db, divisionId, meetingId);
  const newest = await db.minutesDraft.findFirst({
    where: { divisionId, meetingId },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (!newest) throw new Refusal("missing", "refusal.missing");
  const draft = await holdDraft(db, actor, newest.id);
  if (!draft.life || !minutesAllow(draft.life, step)) throw tooLate("minutes.own.past-step");
  return { ...draft, life: draft.life };
}
