import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/lib/identifiers";
import { RECORD_KINDS, RECORD_PAGE, type RecordKind } from "../choices";

const TABLE = {
  meeting: "meeting",
  demand: "demand",
  obstacle: "obstacle",
  circle: "circle",
  visit: "visit",
} as const;

/** What is only planned shows nothing and has decided nothing yet. */
const BEGUN: Partial<Record<RecordKind, Prisma.Sql>> = {
  meeting: Prisma.sql`state not in ('draft', 'announced')`,
  visit: Prisma.sql`state in ('made', 'reported')`,
};

const TITLE = { meeting: "title", obstacle: "title", circle: "name", visit: "purpose" } as const;

/** What a record is called; nothing of a demand, whose words are a citizen's. Refuses `missing`. */
export async function titleOfRecord(
  db: Db,
  divisionId: number,
  kind: RecordKind,
  id: string,
): Promise<string> {
  if (!(await findRecord(db, divisionId, kind, id))) throw new Refusal("missing", "refusal.missing");
  if (kind === "demand") return "";
  const column = Prisma.raw(TITLE[kind]);
  const [row] = await db.$queryRaw<
    { title: string }[]
  >`select ${column} as title from ${Prisma.raw(TABLE[kind])}
    where division_id = ${divisionId} and id = ${id}::uuid`;
  return row?.title ?? "";
}

/** Whether a place has such a record that the actor may read. */
export async function findRecord(db: Db, divisionId: number, kind: RecordKind, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const begun = BEGUN[kind] ?? Prisma.sql`true`;
  const rows = await db.$queryRaw<unknown[]>`select 1 from ${Prisma.raw(TABLE[kind])}
    where division_id = ${divisionId} and id = ${id}::uuid and ${begun}`;
  return rows.length > 0;
}

/** The record that an address of this system names, whole or from the place on; null for any other text. */
function namedBy(address: string): { kind: RecordKind; divisionId: number; id: string } | null {
  for (const kind of RECORD_KINDS) {
    const found = new RegExp(`(?:^|/)(\\d{1,5})/${RECORD_PAGE[kind]}/([0-9a-f-]{36})(?:[/?#]|$)`).exec(
      address,
    );
    if (found?.[1] && found[2]) return { kind, divisionId: Number(found[1]), id: found[2] };
  }
  return null;
}

/**
 * The record of a place at an address, for whoever may read it. Refuses `invalid` (beside `record`) an address that names
 * none of this place.
 */
export async function recordAt(
  db: Db,
  divisionId: number,
  address: string,
): Promise<{ recordKind: RecordKind; recordId: string }> {
  const named = namedBy(address);
  const unknown = new Refusal("invalid", "obligations.record.unknown", { field: "record" });
  if (named?.divisionId !== divisionId) throw unknown;
  if (!(await findRecord(db, divisionId, named.kind, named.id))) throw unknown;
  return { recordKind: named.kind, recordId: named.id };
}
