import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { USUAL_CADENCE, type Cadence } from "../lifecycle";
import { TIERS } from "../choices";

/** The cadence in force in a place: its own, else that of the level above, in days per tier. */
export async function cadenceOf(db: Db, place: Pick<Place, "id" | "ancestors">): Promise<Cadence> {
  const rows = await db.$queryRaw<{ tier: string; days: number }[]>`
    select distinct on (tier) tier, days from tier_cadence
    where division_id = any(${place.ancestors}) order by tier, division_id desc`;
  const cadence = { ...USUAL_CADENCE };
  for (const tier of TIERS) cadence[tier] = rows.find((row) => row.tier === tier)?.days ?? cadence[tier];
  return cadence;
}

export type NetworkFigures = {
  people: number;
  /** Members whom the cadence holds for: those who asked for no contact are not among them. */
  active: number;
  withinCadence: number;
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
      count(*) filter (where state = 'active' and not no_contact and ${today}::date - quiet_since <= case tier
        when 'core' then ${cadence.core}::int when 'active' then ${cadence.active}::int else ${cadence.wide}::int end)::int as "withinCadence",
      (select count(*)::int from circle where division_id = ${divisionId} and closed_on is null) as circles
    from person where division_id = ${divisionId}`;
  return figures ?? { people: 0, active: 0, withinCadence: 0, circles: 0 };
}
