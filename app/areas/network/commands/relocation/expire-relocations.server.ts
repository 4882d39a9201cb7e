import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { todayIn } from "~/lib/jalali";
import { RelocationExpired } from "../../events";

/** Ends the offers of a county that nobody decided in their time, and forgets what they would have taken along. */
export async function expireRelocations(actor: PlacedActor, now = clock()): Promise<number> {
  authorize(actor, "see-off", "Relocation");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const over = await db.$queryRaw<{ id: string; toDivisionId: number }[]>`
      update relocation set state = 'expired', full_name = null, new_locality = null, ended_at = ${now}
      where division_id = ${divisionId} and state in ('offered', 'consented') and expires_on < ${todayIn(now)}::date
      returning id::text, to_division_id as "toDivisionId"`;
    const ids = over.map(({ id }) => id);
    await auditEach(db, actor, "expire", "Relocation", ids);
    await emitEach(
      db,
      actor,
      RelocationExpired,
      over.map(({ id, toDivisionId }) => ({ relocationId: id, fromDivisionId: divisionId, toDivisionId })),
    );
    return ids.length;
  });
}
