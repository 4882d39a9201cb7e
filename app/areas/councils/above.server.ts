import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { CouncilKind, QuorumKind } from "./choices";

/** What a place reads of a council of a level above it. */
export type CouncilAbove = {
  id: string;
  divisionId: number;
  placeFa: string;
  placeEn: string;
  kind: CouncilKind;
  nameFa: string;
  nameEn: string;
  parentFa: string | null;
  parentEn: string | null;
  basis: string | null;
  duties: string | null;
  chairFa: string | null;
  chairEn: string | null;
  secretaryFa: string | null;
  secretaryEn: string | null;
  quorumKind: QuorumKind;
  quorumCount: number | null;
  foundedOn: IsoDate | null;
  dissolvedOn: IsoDate | null;
};

const STATUTE = Prisma.sql`c.id::text, c.division_id as "divisionId", d.name_fa as "placeFa",
  d.name_en as "placeEn", c.kind, c.name_fa as "nameFa", c.name_en as "nameEn", c.parent_fa as "parentFa",
  c.parent_en as "parentEn", c.basis, c.duties, c.chair_fa as "chairFa", c.chair_en as "chairEn",
  c.secretary_fa as "secretaryFa", c.secretary_en as "secretaryEn", c.quorum_kind as "quorumKind",
  c.quorum_count as "quorumCount", c.founded_on::text as "foundedOn", c.dissolved_on::text as "dissolvedOn"`;

const MOST_ABOVE = 200;

/** The standing councils and committees of the levels above a place, the nearest level first; at most 200. */
export async function listCouncilsAbove(
  db: Db,
  { id, ancestors }: Pick<Place, "id" | "ancestors">,
): Promise<CouncilAbove[]> {
  const above = ancestors.filter((one) => one !== id);
  return db.$queryRaw<CouncilAbove[]>`
    select ${STATUTE} from council_statute c join division d on d.id = c.division_id
    where c.division_id = any(${above}::int[]) and c.dissolved_on is null
    order by c.division_id desc, c.name_fa, c.id limit ${MOST_ABOVE}`;
}

/** The statute of one council of a place or of a level above it, of a dissolved one too. Refuses `missing`. */
export async function getCouncilAbove(
  db: Db,
  { ancestors }: Pick<Place, "ancestors">,
  councilId: string,
): Promise<CouncilAbove> {
  const [row] = await db.$queryRaw<CouncilAbove[]>`
    select ${STATUTE} from council_statute c join division d on d.id = c.division_id
    where c.division_id = any(${ancestors}::int[]) and c.id = ${councilId}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}
