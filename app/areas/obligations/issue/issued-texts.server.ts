import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { WordsCorrected } from "../events";
import type { State } from "../lifecycle";

/** Nothing was reported of it yet, so that newer words can still be followed; what was answered keeps those it answered. */
const FOLLOWING: readonly State[] = ["issued", "acknowledged", "in-progress", "blocked"];

/**
 * Mends the words of texts that were issued, in the issuer's ledger and before everybody who still works on them; in the
 * caller's open unit of work. Each obligation keeps its former words in its timeline, and each office is told in one
 * message. Ids, limits and what was answered stay, and so do the words of what is reported, verified or ended.
 */
export async function correctIssuedTexts(
  db: Db,
  actor: PlacedActor,
  texts: readonly { id: string; text: string }[],
  now: Date,
): Promise<void> {
  const given = JSON.stringify(texts);
  const place = actor.place.id;
  await db.$executeRaw`
    update issuance i set text = c.text from jsonb_to_recordset(${given}::jsonb) as c (id uuid, text text)
    where i.division_id = ${place} and i.id = c.id`;
  const batchId = uuidv7();
  const sent = await db.$executeRaw`
    with former as materialized (
      select o.division_id, o.id, o.office_id, o.text as words, c.text as newer
      from obligation o join jsonb_to_recordset(${given}::jsonb) as c (id uuid, text text) on o.source_id = c.id
      where o.source_division_id = ${place} and o.state = any(${FOLLOWING}) and o.text <> c.text
      for update of o
    ), changed as (
      update obligation o set text = f.newer, revision = o.revision + 1 from former f
      where o.division_id = f.division_id and o.id = f.id
    ), kept as (
      insert into obligation_event (division_id, id, source_division_id, office_id, obligation_id, kind, note, by_name,
        by_key, at)
      select division_id, gen_random_uuid(), ${place}, office_id, id, 'correct', words, ${actor.name}, ${actor.key}, ${now}
      from former
    ), message as (
      insert into office_message (division_id, id, source_division_id, office_id, kind, batch_id, corrected, by_name,
        by_key, sent_at, sent_on)
      select division_id, gen_random_uuid(), ${place}, office_id, 'correction', ${batchId}::uuid, count(*),
        ${actor.name}, ${actor.key}, ${now}, ${todayIn(now)}::date
      from former group by division_id, office_id returning division_id, id, office_id
    )
    insert into office_message_item (division_id, obligation_id, kind, mark, source_division_id, message_id)
    select f.division_id, f.id, 'correction', ${batchId}, ${place}, m.id
    from former f join message m using (division_id, office_id)`;
  if (sent > 0) await emit(db, actor, WordsCorrected, { batchId });
}

/** How many obligations of each text would keep their words if it were put in others; by the text's id. */
export async function keepingWords(
  db: Db,
  placeId: number,
  textIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; count: number }[]>`
    select source_id::text as id, count(*)::int as count from obligation
    where source_division_id = ${placeId} and source_id = any(${textIds}::uuid[]) and state <> all(${FOLLOWING})
    group by source_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
