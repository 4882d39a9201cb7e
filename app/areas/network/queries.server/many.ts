import { Prisma, type Db } from "~/kernel/db.server";
import type { Tier } from "../choices";

const sql = Prisma.sql;

/** Somebody who may be ticked. */
export type Candidate = {
  id: string;
  fullName: string;
  locality: string | null;
  tier: Tier;
  circles: string[];
};

/** Most people shown to be ticked at once. */
export const MOST_SHOWN = 200;

/** The named people, and beside them the members of a circle, or with no circle everybody who is a member, by name. */
export async function listCandidates(
  db: Db,
  divisionId: number,
  options: { personIds?: readonly string[]; circleId?: string; everybody?: boolean },
): Promise<Candidate[]> {
  const { personIds = [], circleId, everybody = false } = options;
  const mine = sql`p.division_id = ${divisionId}`;
  const isMember = sql`p.state = 'active' and p.erased_at is null`;
  // What is not asked for is no part of the statement: the planner would have to be ready for it.
  const chosen = [
    sql`(select p.id from person p where ${mine} and p.id = any (${[...personIds]}::uuid[]))`,
    ...(circleId
      ? [
          sql`(select p.id from membership m join person p on ${mine} and p.id = m.person_id
            where m.division_id = ${divisionId} and m.circle_id = ${circleId}::uuid and m.to_on is null and ${isMember}
            order by p.search_key, p.id limit ${MOST_SHOWN})`,
        ]
      : []),
    ...(everybody
      ? [
          sql`(select p.id from person p where ${mine} and ${isMember}
            order by p.search_key, p.id limit ${MOST_SHOWN})`,
        ]
      : []),
  ];
  return db.$queryRaw<Candidate[]>`
    select p.id::text, p.full_name as "fullName", p.locality, p.tier, array(select ci.name from membership m
      join circle ci on ci.division_id = m.division_id and ci.id = m.circle_id
      where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null order by m.from_on, ci.name) as circles
    from person p where ${mine} and p.id = any (array(${Prisma.join(chosen, " union all ")}))
    order by p.search_key, p.id`;
}

/** Whether all of these people, and the circle when one is named, are of this county. */
export async function areOfCounty(
  db: Db,
  divisionId: number,
  { personIds, circleId: named }: { personIds: readonly string[]; circleId?: string },
): Promise<boolean> {
  const circleId = named ?? null;
  const wanted = [...new Set(personIds)];
  const [row] = await db.$queryRaw<{ all: boolean }[]>`
    select (select count(*) from person where division_id = ${divisionId} and id = any(${wanted}::uuid[])) = ${wanted.length}
      and (${circleId}::uuid is null or exists (select from circle where division_id = ${divisionId} and id = ${circleId}::uuid)) as "all"`;
  return row?.all ?? false;
}
