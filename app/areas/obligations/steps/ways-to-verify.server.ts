import type { Actor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { VerifiedHow } from "../choices";
import { standOf } from "./stand";
import type { ObligationRecord } from "./step.server";
import { verifiedByOffice } from "./verified-by-office.server";

/** A circle of the network whose members may have looked on the spot. */
export type Monitors = { divisionId: number; id: string; name: string };

/**
 * How an obligation may be found done now: by monitors only where the network has a circle, by a sample only where it was
 * drawn. What an office passed on is its own to verify by the papers (`by` is `office`): the secretariat of its place does so
 * only where the office has nobody with an account who may (`stead`).
 */
export type WaysToVerify = { how: VerifiedHow[]; monitors: Monitors[]; by: "issuer" | "office" | "stead" };

/** The ways that stand open to whoever verifies; the circles are those of the places of both ends. */
export async function waysToVerify(
  db: Db,
  actor: Pick<Actor, "kind" | "place" | "office">,
  row: Pick<ObligationRecord, "divisionId" | "id">,
  today: IsoDate,
): Promise<WaysToVerify> {
  const { divisionId, id } = row;
  // An office knows neither the network nor the samples of a place.
  if (actor.kind === "office") return { how: ["secretariat"], monitors: [], by: "issuer" };
  const own = standOf(actor).id;
  const monitors = await db.$queryRaw<Monitors[]>`
    select division_id as "divisionId", id::text, name from circle
    where division_id = any(${[...new Set([own, divisionId])]}::int[]) and closed_on is null
    order by name, id limit 500`;
  const [drawn] = await db.$queryRaw<{ one: number }[]>`
    select 1 as one from verification_sample_item i
    join verification_sample s on s.division_id = i.division_id and s.id = i.sample_id and s.state = 'open'
    where i.division_id = ${own} and i.debtor_division_id = ${divisionId} and i.obligation_id = ${id}::uuid and i.is_drawn
    limit 1`;
  const [source] = await db.$queryRaw<{ by: WaysToVerify["by"] }[]>`
    select case when b.source_office_id is null then 'issuer' when ${verifiedByOffice(today)} then 'office'
      else 'stead' end as by
    from obligation b where b.division_id = ${divisionId} and b.id = ${id}::uuid`;
  const by = source?.by ?? "issuer";
  return {
    by,
    how: [
      ...(by === "office" ? [] : (["secretariat"] as const)),
      ...(monitors.length > 0 ? (["monitors"] as const) : []),
      ...(drawn ? (["sample"] as const) : []),
    ],
    monitors,
  };
}
