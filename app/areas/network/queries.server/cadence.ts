import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { USUAL_CADENCE, type Cadence } from "../lifecycle";
import { TIERS, type Tier } from "../choices";

/** The cadence in force in a place: its own, else that of the level above, in days per tier. */
export async function cadenceOf(db: Db, place: Pick<Place, "id" | "ancestors">): Promise<Cadence> {
  const rows = await db.$queryRaw<{ tier: string; days: number }[]>`
    select distinct on (tier) tier, days from tier_cadence
    where division_id = any(${place.ancestors}) and days is not null order by tier, division_id desc`;
  const cadence = { ...USUAL_CADENCE };
  for (const tier of TIERS) cadence[tier] = rows.find((row) => row.tier === tier)?.days ?? cadence[tier];
  return cadence;
}

export type NetworkFigures = {
  people: number;
  /** Members whom the cadence holds for: those who asked for no contact are not among them. */
  active: number;
  withinCadence: number;
  /** Members whom nobody has reached yet: within no cadence, whenever they joined. */
  unheard: number;
  circles: number;
};

/** How large a county's network is, and how many of its members are within their cadence. */
export async function networkFigures(
  db: Db,
  divisionId: number,
  cadence: Cadence,
  today: IsoDate,
): Promise<NetworkFigures> {
  const [figures] = await db.$queryRaw<NetworkFigures[]>`
    select count(*) filter (where state in ('identified', 'invited', 'active'))::int as people,
      count(*) filter (where state = 'active' and not no_contact)::int as active,
      count(*) filter (where state = 'active' and not no_contact and heard_on is null)::int as unheard,
      count(*) filter (where state = 'active' and not no_contact and heard_on is not null and ${today}::date - quiet_since <= case tier
        when 'core' then ${cadence.core}::int when 'active' then ${cadence.active}::int else ${cadence.wide}::int end)::int as "withinCadence",
      (select count(*)::int from circle where division_id = ${divisionId} and closed_on is null) as circles
    from person where division_id = ${divisionId} and erased_at is null`;
  return figures ?? { people: 0, active: 0, withinCadence: 0, unheard: 0, circles: 0 };
}

/** A place's own cadence, null where it leaves a tier to the level above, with what then holds and its revision. */
export async function cadenceSettings(db: Db, place: Pick<Place, "id" | "ancestors">) {
  const rows = await db.$queryRaw<{ tier: string; days: number | null; revision: number }[]>`
    select tier, days, revision from tier_cadence where division_id = ${place.id}`;
  const own: Record<Tier, number | null> = { core: null, active: null, wide: null };
  for (const tier of TIERS) own[tier] = rows.find((row) => row.tier === tier)?.days ?? null;
  const above = await cadenceOf(db, {
    id: place.id,
    ancestors: place.ancestors.filter((id) => id !== place.id),
  });
  return { own, above, revision: revisionOf(rows) };
}

/** The three rows are saved together; before the first time there is none, and a form's revision begins at 1. */
export function revisionOf(rows: readonly { revision: number }[]): number {
  return rows.reduce((sum, row) => sum + row.revision, 1);
}
