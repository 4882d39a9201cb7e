import { Prisma, type Db } from "~/kernel/db.server";
import { scopeOf } from "~/kernel/actor";
import type { IsoDate } from "~/lib/jalali";
import type { End } from "../filters";

const sql = Prisma.sql;
const GOVERNORATE = "county-governorate";

/** Who headed an office in which days; a governor by his appointments, every other official as his office tells. */
export type Official = {
  id: string;
  divisionId: number;
  officeId: string;
  name: string;
  officeFa: string;
  officeEn: string;
  since: IsoDate | null;
  until: IsoDate | null;
};

/** Everybody who heads or headed an office, as a query on those of the divisions that `among` names of a row `o`. */
const HELD = (among: Prisma.Sql): Prisma.Sql => sql`
  select o.division_id, o.id as office_id, h.id, h.name, h.since, h.until, o.name_fa, o.name_en
  from office o join organisation g on g.id = o.organisation_id
  join office_head h on h.division_id = o.division_id and h.office_id = o.id
  where ${among} and (g.code <> ${GOVERNORATE} or not exists (select from post p
    join appointment a on a.division_id = p.division_id and a.post_id = p.id
    where p.division_id = o.division_id and p.role = 'governor'))
  union all
  select o.division_id, o.id, a.id, a.holder_name, a.starts_on,
    least(a.ends_on + 1, (a.ended_at at time zone 'Asia/Tehran')::date), o.name_fa, o.name_en
  from office o join organisation g on g.id = o.organisation_id and g.code = ${GOVERNORATE}
  join post p on p.division_id = o.division_id and p.role = 'governor'
  join appointment a on a.division_id = p.division_id and a.post_id = p.id
  where ${among}`;

/** Officials of the offices that one end of a place's ledger may speak of, as a query. */
export const officialsAt = (end: End, placeId: number): Prisma.Sql => {
  const { lo, hi } = scopeOf(placeId);
  return end === "owed"
    ? HELD(sql`o.division_id = ${placeId}::int`)
    : HELD(sql`o.division_id between ${lo}::int and ${hi}::int`);
};

const dayOf = (instant: Prisma.Sql) => sql`(${instant} at time zone 'Asia/Tehran')::date`;

/** The day on which nothing more was owed of the obligation `b`; none while it is open. */
const ENDED = sql`case b.state when 'verified' then ${dayOf(sql`b.verified_at`)}
  when 'withdrawn' then ${endOf()} when 'not-applicable' then ${endOf()} end`;

function endOf(): Prisma.Sql {
  return sql`(select max(${dayOf(sql`e.at`)}) from obligation_event e where e.division_id = b.division_id
    and e.obligation_id = b.id and e.kind in ('withdraw', 'set-not-applicable'))`;
}

/**
 * An obligation `b` is answered for by whoever headed its office at any time between its issue and its end: by who
 * promised it, and by who took his chair while it was open.
 */
export const answeredForBetween = (since: Prisma.Sql, until: Prisma.Sql): Prisma.Sql => sql`
  (${until} is null or ${dayOf(sql`b.issued_at`)} < ${until})
  and (${since} is null or b.state not in ('verified', 'withdrawn', 'not-applicable') or ${ENDED} >= ${since}
    or ${dayOf(sql`b.issued_at`)} >= ${since})`;

/** An official of the place or of a place under it, by the id of his time in office; undefined when there is none. */
export async function findOfficial(db: Db, placeId: number, id: string): Promise<Official | undefined> {
  const { lo, hi } = scopeOf(placeId);
  const [row] = await db.$queryRaw<Official[]>`
    select id::text, division_id as "divisionId", office_id::text as "officeId", name, name_fa as "officeFa",
      name_en as "officeEn", since::text, until::text
    from (${HELD(sql`o.division_id between ${lo}::int and ${hi}::int and (o.division_id, o.id) in (
      select x.division_id, x.office_id from division d join office_head x on x.division_id = d.id and x.id = ${id}::uuid
        where d.id between ${lo}::int and ${hi}::int
      union all
      select a.division_id, n.id from division d join appointment a on a.division_id = d.id and a.id = ${id}::uuid
        join office n on n.division_id = a.division_id
        join organisation k on k.id = n.organisation_id and k.code = ${GOVERNORATE}
        where d.id between ${lo}::int and ${hi}::int)`)}) h
    where h.id = ${id}::uuid limit 1`;
  return row;
}
