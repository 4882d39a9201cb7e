import { createHash } from "node:crypto";
import { Prisma, type Db } from "~/kernel/db.server";
import { beliefWords } from "~/lib/belief-words";

type Read = { id: string; texts: (string | null)[] };

/** A text as the database hashes it as well. */
const hashOf = (text: string) => createHash("md5").update(text, "utf8").digest("hex");

const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Reads the next records of a table after the id `after`, keeps which of their texts are worth a look, and forgets those
 * that are so no longer. What was looked at stays so while its text is the same. Answers the last id read, null at the end.
 */
export async function findTexts(
  db: Db,
  divisionId: number,
  { table, columns }: { table: string; columns: readonly string[] },
  after: string | null,
  size: number,
  now: Date,
): Promise<string | null> {
  const named = columns.map((column) => Prisma.raw(`"${column}"`));
  const rows = await db.$queryRaw<Read[]>`
    select id::text, array[${Prisma.join(named)}] as texts from ${Prisma.raw(`"${table}"`)}
    where division_id = ${divisionId} and id > ${after ?? FIRST}::uuid order by id limit ${size}`;
  const found = rows.flatMap(({ id, texts }) =>
    texts.flatMap((text, index) =>
      text !== null && beliefWords(text).length > 0
        ? [{ source: `${table}.${columns[index]}`, id, hash: hashOf(text) }]
        : [],
    ),
  );
  const last = rows.length < size ? null : (rows.at(-1)?.id ?? null);
  const sources = columns.map((column) => `${table}.${column}`);
  const given = JSON.stringify(found);
  await db.$executeRaw`
    delete from text_to_look_at t where t.division_id = ${divisionId} and t.source = any (${sources})
      and t.record_id > ${after ?? FIRST}::uuid and (${last}::uuid is null or t.record_id <= ${last}::uuid)
      and not exists (select from jsonb_to_recordset(${given}::jsonb) as g(source text, id uuid)
        where g.source = t.source and g.id = t.record_id)`;
  if (found.length > 0) {
    await db.$executeRaw`
      insert into text_to_look_at (division_id, source, record_id, text_hash, found_at)
      select ${divisionId}::int, g.source, g.id, g.hash, ${now}
        from jsonb_to_recordset(${given}::jsonb) as g(source text, id uuid, hash text)
      on conflict (division_id, source, record_id) do update
        set text_hash = excluded.text_hash, state = 'open', found_at = excluded.found_at, decided_at = null, decided_by_key = null
        where text_to_look_at.text_hash <> excluded.text_hash`;
  }
  return last;
}
