import type { Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { isoOfDate } from "~/lib/jalali";
import { allows, type Act, type State } from "./lifecycle";

type Loaded = NonNullable<Awaited<ReturnType<Db["demand"]["findFirst"]>>>;
type Where = { divisionId: number; id: string };

/** The demand, ready for an act: refuses `missing` when it is not there, `conflict` when it has moved on meanwhile. */
export async function readyFor(db: Db, where: Where, act: Act, revision: number): Promise<Loaded> {
  const demand = await db.demand.findUnique({ where: { divisionId_id: where } });
  if (!demand) throw new Refusal("missing", "refusal.missing");
  if (!allows(demand.state as State, act)) {
    const theirs = answerOf(demand);
    throw tooLate("demands.moved-on", theirs && { theirs });
  }
  if (demand.revision !== revision) throw await moved(db, where, act);
  return demand;
}

/** Somebody else was first: what he did, in the fields of the act that comes second. */
export async function moved(db: Db, { divisionId, id }: Where, act: Act): Promise<Refusal> {
  const demand = await db.demand.findUniqueOrThrow({ where: { divisionId_id: { divisionId, id } } });
  const { revision } = demand;
  const theirs =
    act === "answer" ? answerOf(demand) : act === "refer" ? await referralOf(db, demand) : undefined;
  return new Refusal("conflict", "demands.moved-on", { revision, ...(theirs && { theirs }) });
}

function answerOf(demand: Loaded): Record<string, string> | undefined {
  if (demand.answerKind === null) return undefined;
  return {
    answerKind: demand.answerKind,
    answerText: demand.answerText ?? "",
    reason: demand.answerReason ?? "",
    letterNumber: demand.answerNumber ?? "",
  };
}

/** With which office it is, until when and with which words it went there: days are told as the day that they end on. */
async function referralOf(db: Db, demand: Loaded): Promise<Record<string, string> | undefined> {
  const { divisionId, id, officeId, limitOn } = demand;
  if (officeId === null) return undefined;
  const last = await db.demandEvent.findFirst({
    where: { divisionId, demandId: id, kind: { in: ["referred", "transferred"] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { note: true },
  });
  return { officeId, days: limitOn ? isoOfDate(limitOn) : "", note: last?.note ?? "" };
}
