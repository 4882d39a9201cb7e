import type { Db } from "~/kernel/db.server";

/** Every place in which somebody still owes an answer, by id: one probe for each place. */
export async function placesThatOwe(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`select d.id from division d
    where exists (select from obligation b where b.division_id = d.id
      and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')) order by d.id limit 1000`;
  return rows.map(({ id }) => id);
}
