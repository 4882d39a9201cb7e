import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { TIERS } from "../choices";
import { CadenceSet } from "../events";
import { revisionOf } from "../queries.server/cadence";
import type { SetCadence } from "../schema/people";

/** The audit names a record by a UUID; a place's cadence has none, and is one per place. */
const CADENCE_OF_PLACE = "00000000-0000-0000-0000-000000000000";

/**
 * Sets how often members of each tier are to hear from the place; a tier left out follows the level above. Whoever
 * comes second is refused with `conflict` and sees both.
 */
export async function setCadence(actor: PlacedActor, input: SetCadence, now = clock()) {
  authorize(actor, "set", "Cadence");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    // Before the first time there is no row to lock.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('tier_cadence'), ${divisionId})`;
    const saved = await db.tierCadence.findMany({ where: { divisionId } });
    if (revisionOf(saved) !== input.revision) {
      const days = (tier: string) => String(saved.find((row) => row.tier === tier)?.days ?? "");
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { coreDays: days("core"), activeDays: days("active"), wideDays: days("wide") },
        revision: revisionOf(saved),
      });
    }
    const chosen = TIERS.map((tier) => input[`${tier}Days`] ?? null);
    await db.$executeRaw`
      insert into tier_cadence (division_id, tier, days, published_at)
      select ${divisionId}, t.tier, t.days, ${now} from unnest(${[...TIERS]}::text[], ${chosen}::int[]) as t (tier, days)
      on conflict (division_id, tier) do update
        set days = excluded.days, published_at = excluded.published_at, revision = tier_cadence.revision + 1`;
    await audit(db, actor, "set", "Cadence", CADENCE_OF_PLACE, ["days"]);
    await emit(db, actor, CadenceSet, { divisionId });
    return { divisionId };
  });
}
