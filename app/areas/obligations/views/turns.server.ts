import { Prisma } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

const sql = Prisma.sql;

/**
 * What counts as due of the obligation `b`: whatever has a day and is not withdrawn. Of a continuous one that is the turn
 * that runs; its finished turns are counted by `turnsOf`.
 */
export const DUE = sql`b.deadline_kind <> 'none' and b.state not in ('withdrawn', 'not-applicable')`;

/**
 * The finished turns of a continuous obligation `b` as one row `t`: how many, how many of them are over by their first and
 * present day, and how many of those were verified by it. `during` narrows the turns `u`.
 */
export const turnsOf = (today: IsoDate, during: Prisma.Sql = Prisma.empty): Prisma.Sql => {
  const on = sql`(u.verified_at at time zone 'Asia/Tehran')::date`;
  return sql`cross join lateral (select count(*)::int as turns,
      (count(*) filter (where u.first_due_on < ${today}::date))::int as due_by_first,
      (count(*) filter (where u.first_due_on < ${today}::date and ${on} <= u.first_due_on))::int as in_first,
      (count(*) filter (where u.due_on < ${today}::date))::int as due_by_present,
      (count(*) filter (where u.due_on < ${today}::date and ${on} <= u.due_on))::int as in_present
    from obligation_turn u where b.deadline_kind = 'continuous' and u.division_id = b.division_id
      and u.obligation_id = b.id ${during}) t`;
};

/** The turns `u` that were due while somebody headed the office. */
export const dueBetween = (since: Prisma.Sql, until: Prisma.Sql): Prisma.Sql =>
  sql`and (${since} is null or u.due_on >= ${since}) and (${until} is null or u.due_on < ${until})`;
