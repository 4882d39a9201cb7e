import { calendarOf, correctIssuedTexts, issueObligations } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { PartyNamed } from "../events";
import { fullText, rowsOf } from "../issued-rows.server";
import { saysTheSame } from "../merged-review";
import { holdOpenDraft } from "../minutes-draft.server";
import { locksOfResolution } from "../minutes-locks";
import { addressable, listAddressees } from "../minutes-parties.server";
import type { ReviewResolution } from "../minutes-review";

/**
 * Brings issued minutes up to date from a draft of the same minutes: a resolution keeps its id by its number, and so do
 * its obligations, whose words follow; limits, parties and what was answered stay as the ledger has them. A resolution
 * that is new is issued. What the newer document has no more stays: withdrawing is an act of the ledger.
 * Refuses `conflict` for a draft that is none of issued minutes, `invalid` while a new resolution wants an answer.
 */
export async function updateIssued(
  actor: PlacedActor,
  draftId: string,
  now = clock(),
): Promise<{ id: string }> {
  authorize(actor, "issue", "Minutes");
  return within(actor, async (db) => {
    const draft = await holdOpenDraft(db, actor, draftId);
    const issued = await issuedTwinOf(db, actor, draftId);
    const today = todayIn(now);
    const known = await listAddressees(db, actor.place, today);
    const byNumber = new Map(issued.resolutions.map((resolution) => [resolution.number, resolution]));
    const added = draft.review.resolutions.filter(({ number }) => !byNumber.has(number));
    const locks = added.flatMap((resolution) => locksOfResolution(resolution, addressable(known)));
    if (locks.length > 0)
      throw new Refusal("invalid", "minutes.twin.locked", { params: { count: locks.length } });

    await correct(db, actor, draft.review.resolutions, byNumber);
    const calendar = await calendarOf(db, actor.place, today, draft.review.header.heldOn ?? today);
    const rows = rowsOf({ ...draft.review, resolutions: added }, known, {
      actor,
      id: issued.id,
      issuedOn: today,
      calendar,
    });
    await db.resolution.createMany({ data: rows.resolutions });
    await db.resolutionItem.createMany({ data: rows.items });
    await db.resolutionParty.createMany({ data: rows.parties });
    await issueObligations(db, actor, rows.texts, now);
    await db.minutes.updateMany({
      where: { divisionId: actor.place.id, id: issued.id },
      data: { sourceHash: draft.sourceHash },
    });
    await db.minutesDraft.updateMany({
      where: { divisionId: actor.place.id, id: draftId },
      data: { state: "issued", minutesId: issued.id, updatedAt: now, revision: { increment: 1 } },
    });
    await audit(db, actor, "update", "Minutes", issued.id, ["resolutions"]);
    // Those who owe nothing new are told nothing.
    for (const { id: partyId } of rows.parties) {
      await emit(db, actor, PartyNamed, { minutesId: issued.id, partyId });
    }
    return { id: issued.id };
  });
}

type Issued = { id: string; number: number; text: string };

async function issuedTwinOf(db: Db, actor: PlacedActor, draftId: string) {
  const divisionId = actor.place.id;
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select m.id from minutes_draft d
    left join minutes_draft twin on twin.division_id = d.division_id and twin.id = d.twin_draft_id
    join minutes m on m.division_id = d.division_id and m.id = coalesce(d.twin_minutes_id, twin.minutes_id)
    where d.division_id = ${divisionId} and d.id = ${draftId}::uuid for update of m`;
  if (!row) throw new Refusal("conflict", "minutes.twin.none");
  const resolutions = await db.$queryRaw<Issued[]>`
    select id, number, text from resolution where division_id = ${divisionId} and minutes_id = ${row.id}::uuid`;
  return { id: row.id, resolutions };
}

async function correct(
  db: Db,
  actor: PlacedActor,
  reviewed: readonly ReviewResolution[],
  byNumber: ReadonlyMap<number, Issued>,
): Promise<void> {
  const changed = reviewed.flatMap((resolution) => {
    const before = byNumber.get(resolution.number);
    return before && resolution.text !== "" && !saysTheSame(before.text, resolution.text)
      ? [{ id: before.id, text: resolution.text, refersTo: resolution.refersTo, full: fullText(resolution) }]
      : [];
  });
  if (changed.length === 0) return;
  await db.$executeRaw`
    update resolution r set text = c.text, refers_to = c."refersTo"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id uuid, text text, "refersTo" int[])
    where r.division_id = ${actor.place.id} and r.id = c.id`;
  await correctIssuedTexts(
    db,
    actor,
    changed.map(({ id, full }) => ({ id, text: full })),
  );
}
