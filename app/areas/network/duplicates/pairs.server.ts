import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { findTwins, findTwinsOfMany, type Described } from "../queries.server/pairs";

/** Two ids as a pair stores them. */
const ordered = (one: string, other: string) =>
  one < other ? ([one, other] as const) : ([other, one] as const);

/** Remembers for ever that two records are two people, of each two given. */
export async function rememberApart(
  db: Db,
  actor: PlacedActor,
  pairs: readonly (readonly [one: string, other: string])[],
  now: Date,
): Promise<void> {
  const apart = pairs
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => {
      const [first, second] = ordered(one, other);
      return { id: uuidv7(), first, second };
    });
  if (apart.length === 0) return;
  await db.$executeRaw`
    insert into person_pair (division_id, id, first_id, second_id, score, reasons, state, found_at, decided_at, decided_by_key)
    select distinct on (first, second) ${actor.place.id}::int, id, first, second, 0, '{}'::text[], 'apart', ${now}, ${now}, ${actor.key}
    from jsonb_to_recordset(${JSON.stringify(apart)}::jsonb) as a(id uuid, first uuid, second uuid)
    on conflict (division_id, first_id, second_id) do update set state = 'apart', decided_at = ${now}, decided_by_key = ${actor.key}`;
}

/** Compares a person with those who share a block with him, and keeps his open pairs as they are now. */
export async function comparePerson(db: Db, divisionId: number, personId: string): Promise<void> {
  const person = await db.person.findUnique({
    where: { divisionId_id: { divisionId, id: personId } },
    include: { memberships: { where: { toOn: null } } },
  });
  if (!person) return;
  const circleIds = person.memberships.map(({ circleId }) => circleId);
  const twins =
    person.state === "cancelled" ? [] : await findTwins(db, divisionId, { ...person, circleIds }, personId);
  const pairs = twins.map(({ id, score, reasons }) => {
    const [first, second] = ordered(personId, id);
    return { id: uuidv7(), first, second, score, reasons };
  });
  await db.$executeRaw`
    delete from person_pair where division_id = ${divisionId} and state = 'open'
      and (first_id = ${personId}::uuid or second_id = ${personId}::uuid)
      and not (first_id = any (${pairs.map(({ first }) => first)}::uuid[]) and second_id = any (${pairs.map(({ second }) => second)}::uuid[]))`;
  await db.$executeRaw`
    insert into person_pair (division_id, id, first_id, second_id, score, reasons)
    select ${divisionId}::int, (p->>'id')::uuid, (p->>'first')::uuid, (p->>'second')::uuid, (p->>'score')::int,
      array(select jsonb_array_elements_text(p->'reasons'))
    from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) p
    on conflict (division_id, first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons
      where person_pair.state = 'open'`;
}

/** Compares many who are new, and keeps the likeliest of each as an open pair; what was said of a pair before holds. */
export async function compareMany(db: Db, divisionId: number, personIds: readonly string[]): Promise<void> {
  const people = await db.$queryRaw<Described[]>`
    select id::text, full_name as "fullName", search_key as "searchKey", mobile, locality, national_code_hash as "codeHash"
    from person where division_id = ${divisionId} and id = any (${personIds}::uuid[]) and state <> 'cancelled'`;
  const twins = await findTwinsOfMany(db, divisionId, people);
  const pairs = [...twins].map(([id, twin]) => {
    const [first, second] = ordered(id, twin.id);
    return { id: uuidv7(), first, second, score: twin.score, reasons: twin.reasons };
  });
  await db.$executeRaw`
    insert into person_pair (division_id, id, first_id, second_id, score, reasons)
    select ${divisionId}::int, (p->>'id')::uuid, (p->>'first')::uuid, (p->>'second')::uuid, (p->>'score')::int,
      array(select jsonb_array_elements_text(p->'reasons'))
    from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) p
    on conflict (division_id, first_id, second_id) do nothing`;
}
