import { offeredOf } from "../../catalogues/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { Field, Tier } from "../choices";
import { coverageRows, placeKeys, type CoverageCount, type CoverageRow } from "../contacts/coverage";

export type Coverage = {
  rows: CoverageRow[];
  /** Members whose locality is not written, and open circles without a field: they stand in no cell. */
  withoutLocality: number;
  withoutField: number;
};

/** The localities of a county that its catalogue offers on a day, whether or not anybody is known there. */
async function cataloguedIn(db: Db, place: Pick<Place, "ancestors">, today: IsoDate): Promise<string[]> {
  return (await offeredOf(db, place, ["locality"], today)).locality.map(({ fa }) => fa);
}

/**
 * Where members of a county live, by the fields of the open circles they work in: every locality of its catalogue, and
 * those that are written otherwise of a member or a circle.
 */
export async function coverageOf(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  today: IsoDate,
): Promise<Coverage> {
  const divisionId = place.id;
  const counts = await db.$queryRaw<CoverageCount[]>`
    select p.locality, null as field, count(*)::int as people, 0 as circles from person p
      where p.division_id = ${divisionId} and p.state = 'active' and p.locality is not null group by 1
    union all
    select p.locality, c.field, count(distinct p.id)::int, 0
      from person p join membership m on m.division_id = p.division_id and m.person_id = p.id and m.to_on is null
      join circle c on c.division_id = m.division_id and c.id = m.circle_id and c.closed_on is null
      where p.division_id = ${divisionId} and p.state = 'active' and p.locality is not null and c.field is not null
      group by 1, 2
    union all
    select c.place, c.field, 0, count(*)::int from circle c
      where c.division_id = ${divisionId} and c.closed_on is null and c.place is not null and c.field is not null
      group by 1, 2`;
  const [missing] = await db.$queryRaw<{ withoutLocality: number; withoutField: number }[]>`
    select (select count(*)::int from person where division_id = ${divisionId} and state = 'active'
        and erased_at is null and locality is null) as "withoutLocality",
      (select count(*)::int from circle where division_id = ${divisionId} and closed_on is null
        and field is null) as "withoutField"`;
  return {
    rows: coverageRows(counts, await cataloguedIn(db, place, today)),
    withoutLocality: missing?.withoutLocality ?? 0,
    withoutField: missing?.withoutField ?? 0,
  };
}

export type CoveragePerson = {
  id: string;
  fullName: string;
  tier: Tier;
  locality: string;
  circles: string[];
};

/** Most people shown of a cell. */
export const MOST_OF_CELL = 200;

/** Members of a locality, however it is written, who work in circles of the field; of any field when it is left out. */
export async function listCell(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  { locality, field, today }: { locality: string; field?: Field; today: IsoDate },
): Promise<CoveragePerson[]> {
  const divisionId = place.id;
  const written = await db.$queryRaw<{ locality: string }[]>`
    select distinct locality from person
    where division_id = ${divisionId} and state = 'active' and locality is not null`;
  const keyOf = placeKeys(await cataloguedIn(db, place, today));
  const key = keyOf(locality);
  const spellings = written.map((row) => row.locality).filter((one) => keyOf(one) === key);
  const only = field ?? null;
  return db.$queryRaw<CoveragePerson[]>`
    select p.id::text, p.full_name as "fullName", p.tier, p.locality, array(
        select c.name from membership m join circle c on c.division_id = m.division_id and c.id = m.circle_id
        where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null and c.closed_on is null
          and (${only}::text is null or c.field = ${only}) order by c.name) as circles
    from person p
    where p.division_id = ${divisionId} and p.state = 'active' and p.locality = any(${spellings}::text[])
      and (${only}::text is null or exists (
        select from membership m join circle c on c.division_id = m.division_id and c.id = m.circle_id
        where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null and c.closed_on is null
          and c.field = ${only}))
    order by p.search_key, p.id limit ${MOST_OF_CELL}`;
}
