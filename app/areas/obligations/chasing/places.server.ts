import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";

/** Every place in which somebody still owes an answer, by id: one probe for each place. */
export async function placesThatOwe(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`select d.id from division d
    where exists (select from obligation b where b.division_id = d.id
      and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')) order by d.id limit 1000`;
  return rows.map(({ id }) => id);
}

/** The places under one that have a limit: something is owed there, or a text was issued with a day. */
export async function placesWithLimits(db: Db, { lo, hi }: Pick<Place, "lo" | "hi">): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`select d.id from division d
    where d.id between ${lo}::int and ${hi}::int and (exists (select from obligation b where b.division_id = d.id
        and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done'))
      or exists (select from issuance i where i.division_id = d.id and i.due_on is not null)) order by d.id limit 1000`;
  return rows.map(({ id }) => id);
}
