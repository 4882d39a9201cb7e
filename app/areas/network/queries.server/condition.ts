import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { PersonState } from "../choices";
import type { PeopleCondition } from "../lists/condition";
import { localityKey } from "../contacts/coverage";
import { DORMANT_AFTER, type Cadence } from "../lifecycle";

const sql = Prisma.sql;

/** A condition on a day: what silence means follows from the cadence. */
export type Asked = { condition: PeopleCondition; cadence: Cadence; today: IsoDate };

/** The days of a tier's cadence, of the person named `p` or none. */
export function cadenceDays(cadence: Cadence): Prisma.Sql {
  return sql`case tier when 'core' then ${cadence.core}::int when 'active' then ${cadence.active}::int
    else ${cadence.wide}::int end`;
}

/** Who stands in a state on a day, as `stateOn` says it. */
function standsIn(state: PersonState, { cadence, today }: Asked): Prisma.Sql {
  const silent = sql`${today}::date - quiet_since`;
  const days = cadenceDays(cadence);
  if (state === "active") return sql`state = 'active' and ${silent} <= ${days}`;
  if (state === "dormant") return sql`state = 'active' and ${silent} > ${DORMANT_AFTER} * ${days}`;
  if (state === "cold")
    return sql`state = 'active' and ${silent} > ${days} and ${silent} <= ${DORMANT_AFTER} * ${days}`;
  return sql`state = ${state}`;
}

/** Localities of a county as they are written, by name: walked from one to the next in their index. */
export async function localitiesOf(db: Db, divisionId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ locality: string }[]>`
    with recursive one as (
      (select locality from person where division_id = ${divisionId} and locality is not null
        order by locality limit 1)
      union all
      select (select p.locality from person p where p.division_id = ${divisionId} and p.locality > one.locality
        order by p.locality limit 1) from one where one.locality is not null
    ) select locality from one where locality is not null limit 500`;
  return rows.map(({ locality }) => locality);
}

/** The same for a choice: what is written alike is offered once. */
export async function localityChoices(db: Db, divisionId: number): Promise<string[]> {
  const byKey = new Map((await localitiesOf(db, divisionId)).map((one) => [localityKey(one), one]));
  return [...byKey.values()];
}

/** The condition on the person named `p` beyond place and order; `usual` are the states when none is asked for. */
export async function wantedBy(
  db: Db,
  divisionId: number,
  asked: Asked | undefined,
  usual: Prisma.Sql,
): Promise<Prisma.Sql> {
  if (!asked) return usual;
  const { tier, state, field, circle, locality, capacity, silent, since, way } = asked.condition;
  const wanted = [state ? standsIn(state, asked) : usual];
  if (tier) wanted.push(sql`p.tier = ${tier}`);
  if (field)
    wanted.push(sql`exists (select from membership m
      join circle c on c.division_id = m.division_id and c.id = m.circle_id and c.closed_on is null
      where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null and c.field = ${field})`);
  if (circle)
    wanted.push(sql`exists (select from membership m where m.division_id = p.division_id and m.person_id = p.id
      and m.circle_id = ${circle}::uuid and m.to_on is null)`);
  if (locality) {
    const key = localityKey(locality);
    const spellings = (await localitiesOf(db, divisionId)).filter((one) => localityKey(one) === key);
    wanted.push(sql`p.locality = any(${[locality, ...spellings]}::text[])`);
  }
  if (capacity) wanted.push(sql`${capacity} = any(p.capacities)`);
  if (silent) wanted.push(sql`p.quiet_since < ${asked.today}::date - ${silent}::int`);
  if (since)
    wanted.push(sql`exists (select from contact c where c.division_id = p.division_id and c.person_id = p.id
      and c.happened_on >= ${since}::date)`);
  if (way)
    wanted.push(sql`exists (select from person_way w where w.division_id = p.division_id and w.person_id = p.id
      and w.way = ${way} and w.consented_on is not null and w.barred_on is null)`);
  return Prisma.join(wanted, " and ");
}
