import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { entryKey } from "../../catalogues/choices";
import { offeredOf } from "../../catalogues/queries.server";
import type { ColumnChoice } from "./fields";
import { NO_NAMES, type KnownNames } from "./known-names";

async function capacitiesOf(db: Db, place: Pick<Place, "ancestors">, today: IsoDate) {
  const { capacity } = await offeredOf(db, place, ["capacity"], today);
  // Of two entries of one name the first of the list counts.
  return new Map(
    capacity.toReversed().flatMap(({ code, fa, en }) => [
      [entryKey(en), code],
      [entryKey(fa), code],
    ]),
  );
}

async function circlesOf(db: Db, divisionId: number, today: IsoDate, isHeld: boolean) {
  const circles = await db.$queryRaw<{ id: string; name: string }[]>`select id::text, name from circle
    where division_id = ${divisionId} and closed_on is null and formed_on <= ${today}::date
    order by id ${isHeld ? Prisma.sql`for share` : Prisma.empty}`;
  const byName = new Map<string, string | null>();
  for (const { id, name } of circles) {
    const key = searchKey(name);
    byName.set(key, byName.has(key) ? null : id);
  }
  return new Map([...byName].filter((one): one is [string, string] => one[1] !== null));
}

/** What the columns of a list may name, read only where there is such a column. `isHeld`: no circle is closed meanwhile. */
export async function countyNames(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  columns: readonly ColumnChoice[],
  { today, isHeld = false }: { today: IsoDate; isHeld?: boolean },
): Promise<KnownNames> {
  return {
    capacities: columns.includes("capacities") ? await capacitiesOf(db, place, today) : NO_NAMES.capacities,
    circles: columns.includes("circle") ? await circlesOf(db, place.id, today, isHeld) : NO_NAMES.circles,
  };
}
