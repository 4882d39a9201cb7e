import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { emitEach } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { ObligationEnded } from "../events";
import { OPEN } from "../lifecycle";

/**
 * Withdraws what was passed on in the place, here or to places below, of an obligation that its issuer ended, with the issuer's reason: what nobody asks for
 * any more, nobody is chased for. Each says so in turn of what was passed on of it. Once for an event.
 */
export async function endChildren(
  actor: PlacedActor,
  eventId: string,
  obligationId: string,
  now = clock(),
): Promise<boolean> {
  authorize(actor, "end-children", "Issuance");
  const divisionId = actor.place.id;
  return reactOnce(actor, eventId, "end-children", async (db) => {
    const ended = await db.$queryRaw<{ divisionId: number; obligationId: string }[]>`
      with child as materialized (
        select division_id, id, office_id from obligation
        where source_division_id = ${divisionId} and parent_id = ${obligationId}::uuid and state = any(${[...OPEN]}::text[])
        for update
      ), ended as (
        update obligation b set state = 'withdrawn', revision = b.revision + 1 from child c
        where b.division_id = c.division_id and b.id = c.id
      ), said as (
        insert into obligation_event (division_id, id, source_division_id, office_id, obligation_id, kind, note, by_name,
          by_key, at)
        select division_id, gen_random_uuid(), ${divisionId}, office_id, id, 'withdraw',
          (select e.note from obligation_event e where e.division_id = ${divisionId}
            and e.obligation_id = ${obligationId}::uuid and e.kind in ('withdraw', 'set-not-applicable')
            order by e.at desc limit 1),
          ${actor.name}, ${actor.key}, ${now} from child
      )
      select division_id as "divisionId", id::text as "obligationId" from child`;
    if (ended.length === 0) return;
    await audit(db, actor, "withdraw", "Obligation", obligationId, ["children"]);
    const each = ended.map((child) => ({ ...child, withChildren: true }));
    await emitEach(db, actor, ObligationEnded, each);
  });
}
