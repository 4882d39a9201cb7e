import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { SilentChased } from "../events";
import type { ChaseSilent } from "../schema";

/**
 * Asks every office that has said nothing yet of a text of the actor's place: one message for each office, however many
 * items of the text it owes, and none twice on one day. Refuses `missing` for a text of another place, `conflict` when
 * nobody is silent or all of them were asked today. Answers how many offices were asked.
 */
export async function chaseSilent(
  actor: PlacedActor,
  issuanceId: string,
  { note }: ChaseSilent,
  now = clock(),
) {
  authorize(actor, "chase", "Issuance");
  const place = actor.place.id;
  const today = todayIn(now);
  return within(actor, async (db) => {
    const known = await db.issuance.count({ where: { divisionId: place, id: issuanceId } });
    if (known === 0) throw new Refusal("missing", "refusal.missing");
    // Two who press at once: the second finds that all were asked.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('chase'), ${place})`;
    const batchId = uuidv7();
    const [sent] = await db.$queryRaw<{ offices: number }[]>`
      with fresh as (
        select b.division_id, b.id, b.office_id from obligation b
        where b.source_division_id = ${place} and b.source_id = ${issuanceId}::uuid and b.state = 'issued'
          and not exists (select from office_message_item i where i.division_id = b.division_id
            and i.obligation_id = b.id and i.kind = 'chase' and i.mark = ${today})
      ), message as (
        insert into office_message (division_id, id, source_division_id, office_id, kind, batch_id, source_id, silent, note,
          by_name, by_key, sent_at, sent_on)
        select division_id, gen_random_uuid(), ${place}, office_id, 'chase', ${batchId}::uuid, ${issuanceId}::uuid, count(*),
          ${note ?? null}, ${actor.name}, ${actor.key}, ${now}, ${today}::date
        from fresh group by division_id, office_id returning division_id, id, office_id
      ), item as (
        insert into office_message_item (division_id, obligation_id, kind, mark, source_division_id, message_id)
        select f.division_id, f.id, 'chase', ${today}, ${place}, m.id
        from fresh f join message m using (division_id, office_id)
      )
      select count(*)::int as offices from message`;
    const offices = sent?.offices ?? 0;
    if (offices === 0) throw new Refusal("conflict", "obligations.chase.nobody");
    await audit(db, actor, "chase", "Issuance", issuanceId);
    await emit(db, actor, SilentChased, { issuanceId, batchId });
    return { offices };
  });
}
