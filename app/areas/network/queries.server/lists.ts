import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { PAGE_SIZE, type Page } from "~/lib/paging";
import { searchKey } from "~/lib/persian-text";
import { conditionIn, viewOf, type PeopleCondition } from "../lists/condition";
import { cadenceOf } from "./cadence";
import { listPeopleByName, type PersonRow } from "./people";

/** A saved list as its reader sees it. */
export type PeopleList = {
  id: string;
  name: string;
  condition: PeopleCondition;
  isShared: boolean;
  /** In the reader's own hands: he may take it back for himself. */
  isOwn: boolean;
  createdByName: string;
  revision: number;
};

type Stored = Omit<PeopleList, "condition"> & { condition: Record<string, string> };

const isOwn = (readerKeys: readonly string[]) =>
  Prisma.sql`coalesce(owner_account::text = any(${[...readerKeys]}::text[]), false)`;
const columns = (
  readerKeys: readonly string[],
) => Prisma.sql`id::text, name, condition, is_shared as "isShared",
  ${isOwn(readerKeys)} as "isOwn", created_by_name as "createdByName", revision`;

const read = ({ condition, ...row }: Stored): PeopleList => ({
  ...row,
  condition: conditionIn(new URLSearchParams(condition)),
});

/** Most lists that a page shows. */
const MOST = 60;

/**
 * The lists that somebody sees, by name: his own and those shared with the county's staff.
 * @param readerKeys his `ownerKeys`.
 */
export async function listPeopleLists(
  db: Db,
  divisionId: number,
  readerKeys: readonly string[],
): Promise<PeopleList[]> {
  const rows = await db.$queryRaw<Stored[]>`
    select ${columns(readerKeys)} from person_list
    where division_id = ${divisionId} and removed_at is null and (is_shared or ${isOwn(readerKeys)})
    order by name, id limit ${MOST}`;
  return rows.map(read);
}

/** Refuses `invalid` where somebody would see two lists of one name, however it is spelt; `except` is the one renamed. */
export async function refuseSameName(
  db: Db,
  divisionId: number,
  readerKeys: readonly string[],
  name: string,
  except?: string,
): Promise<void> {
  const key = searchKey(name);
  const seen = await listPeopleLists(db, divisionId, readerKeys);
  if (seen.some((list) => list.id !== except && searchKey(list.name) === key))
    throw new Refusal("invalid", "network.lists.name-taken", { field: "name" });
}

/** One of them. Refuses `missing`, also one of a colleague's own. */
export async function getPeopleList(
  db: Db,
  divisionId: number,
  id: string,
  readerKeys: readonly string[],
): Promise<PeopleList> {
  const [row] = await db.$queryRaw<Stored[]>`
    select ${columns(readerKeys)} from person_list
    where division_id = ${divisionId} and id = ${id}::uuid and removed_at is null
      and (is_shared or ${isOwn(readerKeys)})`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return read(row);
}

/**
 * Whom a saved list holds today, by name, a page at a time: for whatever is done with all of them (an invitation, a
 * message). Whoever asks for no contact is among them and says so (`noContact`). Refuses `missing`.
 */
export async function peopleOfList(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  list: { id: string; readerKeys: readonly string[] },
  today: IsoDate,
  { after = null, size = PAGE_SIZE }: { after?: string | null; size?: number } = {},
): Promise<Page<PersonRow>> {
  const { condition } = await getPeopleList(db, place.id, list.id, list.readerKeys);
  const cadence = await cadenceOf(db, place);
  return listPeopleByName(
    db,
    {
      divisionId: place.id,
      asked: { condition, cadence, today },
      cursor: after,
      membersOnly: viewOf(condition) === "silence",
    },
    size,
  );
}

/** Who works in a circle, by name, a page at a time; as `peopleOfList`. Refuses `missing`. */
export async function peopleOfCircle(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  circleId: string,
  today: IsoDate,
  { after = null, size = PAGE_SIZE }: { after?: string | null; size?: number } = {},
): Promise<Page<PersonRow>> {
  const [circle] = await db.$queryRaw<unknown[]>`select from circle
    where division_id = ${place.id} and id = ${circleId}::uuid and closed_on is null`;
  if (!circle) throw new Refusal("missing", "refusal.missing");
  const cadence = await cadenceOf(db, place);
  const asked = { condition: { circle: circleId }, cadence, today };
  return listPeopleByName(db, { divisionId: place.id, asked, cursor: after }, size);
}
