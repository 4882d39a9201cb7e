import type { Actor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { VerifiedHow } from "../choices";
import { standOf } from "./stand";

/** A circle of the network whose members may have looked on the spot. */
export type Monitors = { divisionId: number; id: string; name: string };

/** How an obligation may be found done now: by monitors only where the network has a circle, by a sample only where it was drawn. */
export type WaysToVerify = { how: VerifiedHow[]; monitors: Monitors[] };

/** The ways that stand open to whoever verifies; the circles are those of the places of both ends. */
export async function waysToVerify(
  db: Db,
  actor: Pick<Actor, "kind" | "place" | "office">,
  { divisionId, id }: { divisionId: number; id: string },
): Promise<WaysToVerify> {
  // An office knows neither the network nor the samples of a place.
  if (actor.kind === "office") return { how: ["secretariat"], monitors: [] };
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
  return {
    how: [
      "secretariat",
      ...(monitors.length > 0 ? (["monitors"] as const) : []),
      ...(drawn ? (["sample"] as const) : []),
    ],
    monitors,
  };
}
