import { handsOf, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { ObligationVerified } from "../events";
import { OPEN } from "../lifecycle";

/**
 * Verifies by a sample what was not drawn, once every one that was drawn is verified, or is no longer asked: what changed since the draw, or what
 * the actor himself reported, stays as it is. Refuses `missing` without an open sample and `conflict` while one that was
 * drawn waits, and where all that were drawn are withdrawn, for then nothing was looked at. Answers how many were verified.
 */
export async function acceptSample(actor: PlacedActor, id: string, now = clock()) {
  authorize(actor, "sample", "Issuance");
  return within(actor, async (db) => {
    const divisionId = await settle(db, actor, id, "accepted", now);
    const [drawn] = await db.$queryRaw<{ left: number; verified: number }[]>`
      select (count(*) filter (where b.state = any(${[...OPEN]}::text[])))::int as left,
        (count(*) filter (where b.state = 'verified'))::int as verified from verification_sample_item i
      join obligation b on b.division_id = i.debtor_division_id and b.id = i.obligation_id
      where i.division_id = ${divisionId} and i.sample_id = ${id}::uuid and i.is_drawn`;
    const { left, verified: looked } = drawn ?? { left: 0, verified: 0 };
    if (left > 0) throw new Refusal("conflict", "obligations.sample.unfinished", { params: { count: left } });
    if (looked === 0) throw new Refusal("conflict", "obligations.sample.none-left");
    const hands = handsOf(actor);
    const verified = await db.$queryRaw<{ divisionId: number; obligationId: string }[]>`
      with taken as (
        update obligation b set state = 'verified', verified_at = ${now}, verified_by_key = ${actor.key},
          verified_for_key = ${actor.actingFor?.key ?? null}, verified_how = 'sample', revision = b.revision + 1
        from verification_sample_item i
        where i.division_id = ${divisionId} and i.sample_id = ${id}::uuid and not i.is_drawn
          and b.division_id = i.debtor_division_id and b.id = i.obligation_id
          and b.state = 'reported-done' and b.revision = i.revision
          and not coalesce(b.reported_by_key = any(${hands}) or b.reported_for_key = any(${hands}), false)
        returning b.division_id, b.id, b.source_division_id, b.office_id
      ), said as (
        insert into obligation_event (division_id, id, source_division_id, office_id, obligation_id, kind, by_name, by_key, at)
        select division_id, gen_random_uuid(), source_division_id, office_id, id, 'verify', ${actor.name}, ${actor.key}, ${now}
        from taken
      )
      select division_id as "divisionId", id::text as "obligationId" from taken`;
    if (verified.length > 0) await emitEach(db, actor, ObligationVerified, verified);
    await audit(db, actor, "accept-sample", "Issuance", id);
    return { count: verified.length };
  });
}

/** Puts a sample away: what waits is looked at one by one, or another sample is drawn. */
export async function discardSample(actor: PlacedActor, id: string, now = clock()) {
  authorize(actor, "sample", "Issuance");
  return within(actor, async (db) => {
    await settle(db, actor, id, "discarded", now);
    await audit(db, actor, "discard-sample", "Issuance", id);
  });
}

async function settle(db: Db, actor: PlacedActor, id: string, state: string, now: Date): Promise<number> {
  const divisionId = actor.place.id;
  const { count } = await db.verificationSample.updateMany({
    where: { divisionId, id, state: "open" },
    data: { state, settledAt: now },
  });
  if (count === 0) throw new Refusal("missing", "refusal.missing");
  return divisionId;
}
