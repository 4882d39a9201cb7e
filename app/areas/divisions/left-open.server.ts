import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { MATTERS, type LeftOpen } from "./left-open";

/**
 * How much of each matter is unfinished in an open county. Numbers are all that its administrator gets to see of it, and
 * nobody else gets these. Refuses with `missing`.
 */
export async function countLeftOpen(db: Db, county: number): Promise<LeftOpen> {
  const [row] = await db.$queryRaw<LeftOpen[]>`select * from tenancy.left_open(${county}::int)`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  const counted = MATTERS.map((matter) => [matter, row[matter]]);
  return Object.fromEntries(counted) as LeftOpen;
}
