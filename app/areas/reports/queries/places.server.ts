import type { Db } from "~/kernel/db.server";

/** Counties that have any cell, by id: those whose cells can differ from their records. */
export async function listPlacesWithCells(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select d.id from division d where d.level = 'county'
      and exists (select from rollup_cell c where c.division_id = d.id) order by d.id limit 1000`;
  return rows.map((row) => row.id);
}
