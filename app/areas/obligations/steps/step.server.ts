import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import type { Prisma } from "~/kernel/db.server";
import { type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
import { wayTo, type Act, type State } from "../lifecycle";
import type { Which } from "../schema";

export type ObligationRecord = Prisma.ObligationGetPayload<Record<string, never>>;

/**
 * The obligation, for an actor who may take this act in its present state. A step that the act takes along (an office that
 * reports has begun) is taken here, at `at`, and stands in the timeline. Refuses `missing` when there is none for him,
 * `forbidden` when the act is another's (or he would verify his own), `conflict` when the state has no such step and when it
 * is not any more what he saw: then with its present state, day and last word.
 */
export async function obligationFor(
  db: Db,
  actor: Actor,
  act: Act,
  { divisionId, id, revision }: Which,
  at: Date,
): Promise<{ row: ObligationRecord; next: State }> {
  const row = await db.obligation.findUnique({ where: { divisionId_id: { divisionId, id } } });
  if (!row) throw new Refusal("missing", "refusal.missing");
  authorize(actor, act, "Obligation", row);
  const way = wayTo(row.state as State, act);
  if (!way) throw new Refusal("conflict", "obligations.refusal.step");
  if (revision !== undefined && revision !== row.revision) throw await changedMeanwhile(db, row);
  const [first, second] = way;
  if (!second) return { row, next: first.to };
  const change = {
    state: first.to,
    ...(first.act === "acknowledge" ? { acknowledgedAt: at } : {}),
  };
  await takeStep(db, actor, first.act, row, change, { at });
  return { row: { ...row, ...change, revision: row.revision + 1 }, next: second.to };
}

async function changedMeanwhile(db: Db, row: ObligationRecord): Promise<Refusal> {
  const last = await db.obligationEvent.findFirst({
    where: { divisionId: row.divisionId, obligationId: row.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return new Refusal("conflict", "obligations.refusal.changed", {
    theirs: {
      state: row.state,
      dueOn: row.dueOn ? isoOfDate(row.dueOn) : "",
      note: [last?.note, last?.byName].filter(Boolean).join(" · "),
    },
    revision: row.revision,
  });
}

type Change = Prisma.ObligationUncheckedUpdateManyInput;

/** What the timeline keeps of a step. */
type Said = {
  note?: string | undefined;
  dueFrom?: Date | null;
  dueTo?: Date | null;
  /** Why the day was moved, from the catalogue. */
  cause?: string | null;
  acceptedBy?: string | null;
  acceptedAppointmentId?: string | null;
  /** Which circle of the network looked, and on what day. */
  visit?: { divisionId: number; circleId: string; name: string; on: IsoDate } | null;
  at: Date;
};

/**
 * Takes the step: changes the record as it was read, adds to its timeline, leaves an audit entry. Refuses `conflict`
 * when somebody else changed the obligation meanwhile.
 */
export async function takeStep(
  db: Db,
  actor: Actor,
  act: Act,
  row: ObligationRecord,
  change: Change,
  said: Said,
): Promise<void> {
  const { divisionId, id, revision, sourceDivisionId, officeId } = row;
  const { count } = await db.obligation.updateMany({
    where: { divisionId, id, revision },
    data: { ...change, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("conflict", "obligations.refusal.step");
  await db.$executeRaw`insert into obligation_event
      (division_id, id, source_division_id, office_id, obligation_id, kind, note, due_from, due_to, cause, accepted_by,
      accepted_appointment_id, circle_division_id, circle_id, circle_name, visited_on, by_name, by_key, at)
    values (${divisionId}, ${uuidv7()}::uuid, ${sourceDivisionId}, ${officeId}::uuid, ${id}::uuid, ${act},
      ${said.note ?? null}, ${said.dueFrom ?? null}::date, ${said.dueTo ?? null}::date, ${said.cause ?? null},
      ${said.acceptedBy ?? null}, ${said.acceptedAppointmentId ?? null}::uuid, ${said.visit?.divisionId ?? null}::int,
      ${said.visit?.circleId ?? null}::uuid, ${said.visit?.name ?? null}, ${said.visit?.on ?? null}::date, ${actor.name}, ${actor.key}, ${said.at})`;
  await audit(db, actor, act, "Obligation", id, Object.keys(change));
}
