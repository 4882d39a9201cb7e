import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { RECORD_KINDS, RECORD_PAGE, type RecordKind } from "./choices";

const TABLE = { meeting: "meeting", demand: "demand", obstacle: "obstacle", circle: "circle" } as const;

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
  const [found] = await db.$queryRaw<{ id: string }[]>`select id::text from ${Prisma.raw(TABLE[named.kind])}
    where division_id = ${divisionId} and id::text = ${named.id}`;
  if (!found) throw unknown;
  return { recordKind: named.kind, recordId: found.id };
}
