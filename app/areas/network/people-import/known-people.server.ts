import type { Db } from "~/kernel/db.server";
import type { Known } from "./decide";
import type { GivenPerson } from "./read-row";

/**
 * Who of the county may be meant by these people of a list: by number, by name and place, and whoever is said to be meant
 * (`alsoIds`).
 */
export async function knownPeople(
  db: Db,
  divisionId: number,
  people: readonly GivenPerson[],
  alsoIds: readonly string[] = [],
): Promise<Known[]> {
  const given = JSON.stringify(
    people.map(({ searchKey, mobile, locality }) => ({ key: searchKey, mobile, locality })),
  );
  return db.$queryRaw<Known[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(key text, mobile text, locality text))
    select p.id::text, p.full_name as "fullName", p.search_key as "searchKey", p.mobile, p.locality
      from given join person p on p.division_id = ${divisionId} and p.mobile = given.mobile
    union
    select p.id::text, p.full_name, p.search_key, p.mobile, p.locality
      from given join person p on p.division_id = ${divisionId} and p.search_key = given.key
        and p.locality is not distinct from given.locality and p.state <> 'cancelled'
    union
    select p.id::text, p.full_name, p.search_key, p.mobile, p.locality
      from person p where p.division_id = ${divisionId} and p.id = any (${alsoIds}::uuid[]) and p.state <> 'cancelled'`;
}
