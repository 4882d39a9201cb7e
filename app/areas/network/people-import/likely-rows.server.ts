import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { findTwinsOfMany } from "../queries.server/pairs";
import { decide } from "./decide";
import { codedPerson, knownPeople } from "./known-people.server";
import type { TakenRow } from "./look-through.server";

export type FoundRow = {
  rowNumber: number;
  fullName: string;
  mobile: string | null;
  locality: string | null;
  personId: string;
  reasons: string[];
};

/**
 * Of rows that would be added, those that may be somebody whom the county knows under another spelling or number, each
 * beside the likeliest. Two queries for all of them.
 */
export async function findLikelyRows(
  db: Db,
  divisionId: number,
  rows: readonly TakenRow[],
): Promise<FoundRow[]> {
  const people = rows.map(({ person }) => codedPerson(divisionId, person));
  const { added, meant } = decide(people, await knownPeople(db, divisionId, people), uuidv7);
  const twins = await findTwinsOfMany(db, divisionId, added, "same");
  const kept = new Set<string>();
  return rows.flatMap(({ number, person }, index) => {
    const id = meant.get(index);
    const twin = id === undefined || kept.has(id) ? undefined : twins.get(id);
    if (id === undefined || !twin) return [];
    kept.add(id);
    const { fullName, mobile, locality } = person;
    return [{ rowNumber: number, fullName, mobile, locality, personId: twin.id, reasons: twin.reasons }];
  });
}

/** Keeps what was found of a list in the place of what was found of it before. */
export async function keepLikelyRows(
  db: Db,
  divisionId: number,
  importId: string,
  found: readonly FoundRow[],
): Promise<void> {
  await db.personImportTwin.deleteMany({ where: { divisionId, importId } });
  await db.$executeRaw`insert into person_import_twin
      (division_id, import_id, row_number, full_name, mobile, locality, person_id, reasons)
    select ${divisionId}::int, ${importId}::uuid, g."rowNumber", g."fullName", g.mobile, g.locality, g."personId", g.reasons
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as g("rowNumber" int, "fullName" text, mobile text,
      locality text, "personId" uuid, reasons text[])
    join person p on p.division_id = ${divisionId} and p.id = g."personId"`;
}
