import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
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
  if (!allows(demand.state as State, act)) throw tooLate("demands.moved-on", present(demand));
  if (demand.revision !== revision) throw moved(demand);
  return demand;
}

const present = (demand: Loaded) => ({ theirs: { answerText: demand.answerText ?? "" } });

/** Somebody else was first: what stands there now. */
export function moved(demand: Loaded): Refusal {
  return new Refusal("conflict", "demands.moved-on", { ...present(demand), revision: demand.revision });
}
