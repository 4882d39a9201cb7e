import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** Most trusted members offered as callers. */
const MOST_TRUSTED = 100;

export type Caller = { kind: "account" | "person"; id: string; name: string };

/**
 * Who may be given calls: those who hold a post of assistant or expert in the county today, and the members of the core
 * tier, by name.
 */
export async function listCallers(db: Db, divisionId: number, today: IsoDate): Promise<Caller[]> {
  return db.$queryRaw<Caller[]>`
    (select distinct 'account' as kind, a.account_id::text as id, a.holder_name as name
      from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
      where a.division_id = ${divisionId} and p.role in ('assistant', 'expert') and a.starts_on <= ${today}::date
        and (a.ends_on is null or a.ends_on >= ${today}::date) and a.ended_at is null order by 3)
    union all
    (select 'person', id::text, full_name from person
      where division_id = ${divisionId} and tier = 'core' and state = 'active' and erased_at is null
      order by search_key, id limit ${MOST_TRUSTED})`;
}

/** To whom the calls of these members are given, by the member's id; only what still holds. */
export async function assignmentsOf(
  db: Db,
  divisionId: number,
  personIds: readonly string[],
): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<{ personId: string; name: string }[]>`
    select a.person_id::text as "personId", coalesce(trusted.full_name, holder.name, '–') as name
    from call_assignment a
    join person p on p.division_id = a.division_id and p.id = a.person_id
    left join person trusted on trusted.division_id = a.division_id and trusted.id = a.assignee_person_id
    left join lateral (select h.holder_name as name from appointment h
      where h.division_id = a.division_id and h.account_id = a.assignee_account
      order by h.starts_on desc limit 1) holder on true
    where a.division_id = ${divisionId} and a.person_id = any(${[...personIds]}::uuid[])
      and p.quiet_since < a.assigned_on`;
  return Object.fromEntries(rows.map(({ personId, name }) => [personId, name]));
}
