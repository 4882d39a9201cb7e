import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { Abolition } from "./queries.server";

type Gone = { groupCode: string; officeDivisionId: number; heirOfficeId: string; had: boolean };

/**
 * What the actor's own place keeps of offices that ended, its own and those below: members of its groups give their seat
 * to their heirs, and an obstacle that waits here says who is in the way now. Nothing is left for a second time.
 */
export async function followMoves(db: Db, actor: PlacedActor, { id }: Pick<Abolition, "id">): Promise<void> {
  const { id: placeId, lo, hi } = actor.place;
  const gone = await db.$queryRaw<Gone[]>`
    with seats as (
      delete from body_group_member m using abolition_place p
      where p.abolition_id = ${id}::uuid and p.division_id between ${lo} and ${hi} and p.heir_office_id is not null
        and p.undone_at is null and m.division_id = ${placeId} and m.office_division_id = p.division_id
        and m.office_id = p.office_id
      returning m.group_code, m.office_division_id, m.office_id, p.heir_office_id)
    select s.group_code as "groupCode", s.office_division_id as "officeDivisionId", s.heir_office_id as "heirOfficeId",
      exists (select from body_group_member b where b.division_id = ${placeId} and b.group_code = s.group_code
        and b.office_division_id = s.office_division_id and b.office_id = s.heir_office_id) as had
    from seats s`;
  if (gone.length > 0) {
    const groups = gone.map(({ groupCode }) => groupCode);
    const divisions = gone.map(({ officeDivisionId }) => officeDivisionId);
    await db.$executeRaw`
      insert into body_group_member (division_id, group_code, office_division_id, office_id)
      select ${placeId}, r.code, r.division, r.heir
      from unnest(${groups}::text[], ${divisions}::int[], ${gone.map((one) => one.heirOfficeId)}::uuid[])
        as r (code, division, heir) on conflict do nothing`;
    // A seat that the heir had of its own stays his when the act is taken back.
    await db.$executeRaw`
      insert into abolition_move (division_id, abolition_id, kind, record_key, was)
      select ${placeId}, ${id}::uuid, 'member', r.division || ' ' || r.code, r.was
      from unnest(${groups}::text[], ${divisions}::int[], ${gone.map(({ had }) => (had ? "had" : null))}::text[])
        as r (code, division, was) on conflict do nothing`;
  }
  await renameLegs(db, actor, id);
}

/** An obstacle on its way carries the name of the office that stands in the way: while it waits here, the present one. */
export async function renameLegs(db: Db, { place }: PlacedActor, abolitionId: string): Promise<void> {
  await db.$executeRaw`
    update obstacle_leg l set office_name = o.office_name, revision = l.revision + 1
    from abolition_place p join obstacle o on o.division_id = p.division_id and o.state = 'raised'
      and o.office_id in (p.office_id, p.heir_office_id)
    where p.abolition_id = ${abolitionId}::uuid and p.division_id between ${place.lo} and ${place.hi}
      and l.division_id = ${place.id} and l.source_division_id = p.division_id and l.obstacle_id = o.id
      and l.state in ('waiting', 'taken') and l.office_name is distinct from o.office_name`;
}
