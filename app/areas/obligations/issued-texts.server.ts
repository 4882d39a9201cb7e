import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";

/**
 * Mends the words of texts that were issued, in the issuer's ledger and before everybody who owes them; in the caller's
 * open unit of work. Ids, limits and what was answered stay.
 */
export async function correctIssuedTexts(
  db: Db,
  actor: PlacedActor,
  texts: readonly { id: string; text: string }[],
): Promise<void> {
  const given = JSON.stringify(texts);
  await db.$executeRaw`
    update issuance i set text = c.text from jsonb_to_recordset(${given}::jsonb) as c (id uuid, text text)
    where i.division_id = ${actor.place.id} and i.id = c.id`;
  await db.$executeRaw`
    update obligation o set text = c.text, revision = o.revision + 1
    from jsonb_to_recordset(${given}::jsonb) as c (id uuid, text text)
    where o.source_division_id = ${actor.place.id} and o.source_id = c.id`;
}
