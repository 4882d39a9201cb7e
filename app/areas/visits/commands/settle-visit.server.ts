import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { VisitMade, VisitMissed } from "../events";
import type { MissVisit, PressVisit } from "../schema";
import { takeStep, visitFor } from "../step.server";

/** Says that a visit took place; its report is written then. Refuses `invalid` before its day. */
export async function settleMade(
  actor: PlacedActor,
  id: string,
  { revision }: PressVisit,
  now = clock(),
): Promise<void> {
  await within(actor, async (db) => {
    const visit = await visitFor(db, actor, id, "settle-made");
    if (visit.plannedOn > todayIn(now)) throw new Refusal("invalid", "visits.settled-early");
    await takeStep(db, visit, "settle-made", revision, { settledAt: now });
    await audit(db, actor, "settle-made", "Visit", id);
    await emit(db, actor, VisitMade, { visitId: id });
  });
}

/**
 * Says that nobody came to an announced visit, and why (S4-a7): a fact about a post or an office, which the office concerned
 * and the place visited read too. Refuses `invalid` before its day.
 */
export async function settleNoShow(
  actor: PlacedActor,
  id: string,
  { reason, excused, revision }: MissVisit,
  now = clock(),
): Promise<void> {
  await within(actor, async (db) => {
    const visit = await visitFor(db, actor, id, "settle-no-show");
    if (visit.plannedOn > todayIn(now)) throw new Refusal("invalid", "visits.settled-early");
    await takeStep(db, visit, "settle-no-show", revision, {
      reason,
      excused: excused === "yes",
      settledAt: now,
    });
    await audit(db, actor, "settle-no-show", "Visit", id, ["reason", "excused"]);
    await emit(db, actor, VisitMissed, {
      visitId: id,
      from: visit.divisionId,
      to: visit.targetDivisionId,
      moves: visit.moves,
    });
  });
}
