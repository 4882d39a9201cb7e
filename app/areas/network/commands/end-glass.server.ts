import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { GlassEnded } from "../events";
import { findGrant } from "../queries.server/glass";

/** Ends a look before its minute: the county into which it leads, or whoever opened it. Refuses one that is over. */
export async function endGlass(actor: PlacedActor, county: number, grantId: string) {
  return within(actor, async (db) => {
    const grant = await findGrant(db, county, grantId);
    if (!grant) throw new Refusal("missing", "refusal.missing");
    authorize(actor, "end", "Glass", grant);
    const ended = await db.$executeRaw`update glass_grant set ended_at = now(), ended_by_name = ${actor.name}
      where division_id = ${county} and id = ${grantId}::uuid and ended_at is null
        and now() < opened_at + make_interval(mins => minutes)`;
    if (ended === 0) throw tooLate("network.glass.over");
    await audit(db, actor, "end", "Glass", grantId);
    await emit(db, actor, GlassEnded, { grantId, countyId: county });
    return { id: grantId };
  });
}
