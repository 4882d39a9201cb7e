import type { Actor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { ObligationAcknowledged } from "../events";

/**
 * An office has received several at once. What it or a colleague acknowledged a moment ago stays as it is; refuses
 * `forbidden` to anybody but an office, `conflict` when none of them waits to be acknowledged. Answers how many did.
 */
export async function acknowledgeMany(
  actor: Actor,
  ids: readonly string[],
  now = clock(),
): Promise<{ count: number }> {
  const { office } = actor;
  if (actor.kind !== "office" || !office) throw new Refusal("forbidden", "refusal.forbidden");
  const { divisionId, officeId } = office;
  authorize(actor, "acknowledge", "Obligation", { divisionId, officeId });
  return within(actor, async (db) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      with c as (
        select division_id, id from obligation
        where division_id = ${divisionId} and office_id = ${officeId}::uuid and state = 'issued'
          and id = any(${[...ids]}::uuid[]) order by id for update
      ), taken as (
        update obligation o set state = 'acknowledged', acknowledged_at = ${now}, revision = o.revision + 1
        from c where o.division_id = c.division_id and o.id = c.id
        returning o.division_id, o.id, o.source_division_id, o.office_id
      ), told as (
        insert into obligation_event (division_id, id, source_division_id, office_id, obligation_id, kind, by_name,
          by_key, at)
        select division_id, gen_random_uuid(), source_division_id, office_id, id, 'acknowledge', ${actor.name},
          ${actor.key}, ${now} from taken
      )
      select id::text from taken`;
    if (rows.length === 0) throw new Refusal("conflict", "obligations.tray.none-to-acknowledge");
    const acknowledged = rows.map(({ id }) => id);
    await auditEach(db, actor, "acknowledge", "Obligation", acknowledged, ["state", "acknowledged_at"]);
    await emitEach(
      db,
      actor,
      ObligationAcknowledged,
      acknowledged.map((obligationId) => ({ divisionId, obligationId })),
    );
    return { count: rows.length };
  });
}
