import type { Db } from "~/kernel/db.server";
import { nationalCodeHash } from "../people/national-code.server";
import type { CodedPerson, Known } from "./people-index";
import type { GivenPerson } from "./read-row";

/** A person of a row, with what finds his national code in this county. */
export const codedPerson = (divisionId: number, person: GivenPerson): CodedPerson => ({
  ...person,
  codeHash: person.nationalCode && nationalCodeHash(divisionId, person.nationalCode),
});

/**
 * Who of the county may be meant by these people of a list: by national code, by number, by name and place, and whoever is said to be meant
 * (`alsoIds`).
 */
export async function knownPeople(
  db: Db,
  divisionId: number,
  people: readonly CodedPerson[],
  alsoIds: readonly string[] = [],
): Promise<Known[]> {
  const given = JSON.stringify(
    people.map(({ searchKey, mobile, locality, codeHash }) => ({
      key: searchKey,
      mobile,
      locality,
      code: codeHash,
    })),
  );
  return db.$queryRaw<Known[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(key text, mobile text, locality text, code text))
    select p.id::text, p.full_name as "fullName", p.search_key as "searchKey", p.mobile, p.locality, p.national_code_hash as "codeHash"
      from given join person p on p.division_id = ${divisionId} and p.mobile = given.mobile
    union
    select p.id::text, p.full_name, p.search_key, p.mobile, p.locality, p.national_code_hash
      from given join person p on p.division_id = ${divisionId} and p.national_code_hash = given.code
    union
    select p.id::text, p.full_name, p.search_key, p.mobile, p.locality, p.national_code_hash
      from given join person p on p.division_id = ${divisionId} and p.search_key = given.key
        and p.locality is not distinct from given.locality and p.state <> 'cancelled'
    union
    select p.id::text, p.full_name, p.search_key, p.mobile, p.locality, p.national_code_hash
      from person p where p.division_id = ${divisionId} and p.id = any (${alsoIds}::uuid[]) and p.state <> 'cancelled'`;
}
