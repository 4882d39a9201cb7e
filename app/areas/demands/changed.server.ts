import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { allows, type Act, type State } from "./lifecycle";

type Loaded = NonNullable<Awaited<ReturnType<Db["demand"]["findFirst"]>>>;

/** The demand, ready for an act: refuses `missing` when it is not there, `conflict` when it has moved on meanwhile. */
export async function readyFor(
  db: Db,
  where: { divisionId: number; id: string },
  act: Act,
  revision: number,
): Promise<Loaded> {
  const demand = await db.demand.findUnique({ where: { divisionId_id: where } });
  if (!demand) throw new Refusal("missing", "refusal.missing");
  if (demand.revision !== revision || !allows(demand.state as State, act)) throw moved(demand);
  return demand;
}

/** Somebody else was first: what stands there now. */
export function moved(demand: Loaded): Refusal {
  return new Refusal("conflict", "demands.moved-on", {
    theirs: { answerText: demand.answerText ?? "" },
    revision: demand.revision,
  });
}
