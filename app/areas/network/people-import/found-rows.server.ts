import type { Db } from "~/kernel/db.server";
import type { RowQuestion } from "./problems";

/** A row of a list beside whom it may mean: somebody of the county, or of an earlier row. */
export type FoundRow = {
  rowNumber: number;
  fullName: string;
  mobile: string | null;
  locality: string | null;
  question: RowQuestion;
  personId: string | null;
  otherRow: number | null;
  otherName: string | null;
  reasons: string[];
};

/** Keeps what was found of a list in the place of what was found of it before. */
export async function keepFoundRows(
  db: Db,
  divisionId: number,
  importId: string,
  found: readonly FoundRow[],
): Promise<void> {
  await db.personImportTwin.deleteMany({ where: { divisionId, importId } });
  await db.$executeRaw`insert into person_import_twin (division_id, import_id, row_number, full_name, mobile, locality,
      question, person_id, other_row, other_name, reasons)
    select ${divisionId}::int, ${importId}::uuid, g."rowNumber", g."fullName", g.mobile, g.locality,
      g.question, g."personId", g."otherRow", g."otherName", g.reasons
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as g("rowNumber" int, "fullName" text, mobile text,
      locality text, question text, "personId" uuid, "otherRow" int, "otherName" text, reasons text[])
    left join person p on p.division_id = ${divisionId} and p.id = g."personId"
    where p.id is not null or g."otherRow" is not null`;
}
