import { scopeOf, type Place, type PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { within, type Db } from "~/kernel/db.server";
import type { LookKind } from "../choices";

/** What is about to be seen: written down before it is. */
export type Shown = { kind: LookKind; personIds?: readonly string[] };

/**
 * Runs `work` as a reader of one county below, in a unit of work that begins by writing down what is shown and can
 * write nothing after that; null when no grant of the actor's is open there. The database decides by
 * `tenancy.look_into`, whatever the ability says. A form that is sent again is another look.
 */
export async function lookInto<T>(
  actor: PlacedActor,
  county: number,
  { kind, personIds = [] }: Shown,
  work: (db: Db, county: Pick<Place, "id" | "ancestors">) => Promise<T>,
): Promise<T | null> {
  authorize(actor, "look", "Glass");
  return within(
    actor,
    async (db) => {
      const [answer] = await db.$queryRaw<{ grant: string | null }[]>`
        select tenancy.look_into(${county}::int, ${kind}, ${[...personIds]}::uuid[])::text as grant`;
      return answer?.grant ? work(db, { id: county, ancestors: scopeOf(county).ancestors }) : null;
    },
    { everyTime: true },
  );
}
