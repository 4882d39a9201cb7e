import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { TIERS, type Tier } from "../choices";
import { DORMANT_AFTER, type Cadence } from "../lifecycle";
import { SILENCE_BANDS, type SilenceBand } from "../contacts/silence-bands";

export type WaitingMatrix = Record<Tier, Record<SilenceBand, number>>;

/** Whether anybody has joined the network of a county. */
export async function hasMembers(db: Db, divisionId: number): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    select 1 from person where division_id = ${divisionId} and state = 'active' and erased_at is null limit 1`;
  return found.length > 0;
}

/** How many members of each tier stand in each band of silence; who asks for no contact is waited for nowhere. */
export async function waitingMatrix(
  db: Db,
  divisionId: number,
  cadence: Cadence,
  today: IsoDate,
): Promise<WaitingMatrix> {
  const rows = await db.$queryRaw<{ tier: Tier; band: SilenceBand; people: number }[]>`
    select tier, case when heard_on is null then 'never' when quiet_since >= ${today}::date - days then 'within'
      when quiet_since >= ${today}::date - ${DORMANT_AFTER}::int * days then 'past' else 'long' end as band, count(*)::int as people
    from (select tier, quiet_since, heard_on, case tier when 'core' then ${cadence.core}::int
        when 'active' then ${cadence.active}::int else ${cadence.wide}::int end as days
      from person where division_id = ${divisionId} and state = 'active' and not no_contact and erased_at is null) p
    group by 1, 2`;
  const count = (tier: Tier, band: SilenceBand) =>
    rows.find((row) => row.tier === tier && row.band === band)?.people ?? 0;
  return Object.fromEntries(
    TIERS.map((tier) => [tier, Object.fromEntries(SILENCE_BANDS.map((band) => [band, count(tier, band)]))]),
  ) as WaitingMatrix;
}
