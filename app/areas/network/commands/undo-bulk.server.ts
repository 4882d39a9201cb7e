import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit, emitEach } from "~/kernel/outbox.server";
import type { Tier } from "../choices";
import { MembershipChanged, TiersChanged } from "../events";

/**
 * Puts people back into the tiers they were taken from, as far as they still stand where they were put.
 * @returns how many were put back.
 */
export async function undoTiers(
  actor: PlacedActor,
  present: Tier,
  was: readonly { id: string; tier: Tier }[],
): Promise<{ count: number }> {
  authorize(actor, "edit", "Person");
  return within(actor, async (db) => {
    const back = await db.$queryRaw<{ id: string }[]>`
      update person p set tier = t.tier, revision = revision + 1
      from unnest(${was.map(({ id }) => id)}::uuid[], ${was.map(({ tier }) => tier)}::text[]) as t (id, tier)
      where p.division_id = ${actor.place.id} and p.id = t.id and p.tier = ${present} returning p.id::text`;
    const personIds = back.map(({ id }) => id);
    await auditEach(db, actor, "edit", "Person", personIds, ["tier"]);
    if (personIds.length > 0) await emit(db, actor, TiersChanged, { personIds });
    return { count: personIds.length };
  });
}

/**
 * Ends memberships on the day they began, as far as they last.
 * @returns how many were ended.
 */
export async function undoIntoCircle(
  actor: PlacedActor,
  membershipIds: readonly string[],
): Promise<{ count: number }> {
  authorize(actor, "edit", "Circle");
  return within(actor, async (db) => {
    const ended = await db.$queryRaw<{ id: string; circleId: string; personId: string }[]>`
      update membership set to_on = from_on
      where division_id = ${actor.place.id} and id = any(${[...membershipIds]}::uuid[]) and to_on is null
      returning id::text, circle_id::text as "circleId", person_id::text as "personId"`;
    await auditEach(
      db,
      actor,
      "leave",
      "Membership",
      ended.map(({ id }) => id),
    );
    await emitEach(
      db,
      actor,
      MembershipChanged,
      ended.map(({ circleId, personId }) => ({ circleId, personId })),
    );
    return { count: ended.length };
  });
}
