import { isOwnHand, scopeOf, type Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { calendarOf } from "../deadlines/calendar.server";
import type { Cadence } from "../choices";
import { limitOn } from "../deadlines/deadline";
import { reckonForDebtors } from "../deadlines/reckon-for-debtors.server";
import { ObligationVerified } from "../events";
import type { Verify, Which } from "../schema";
import { obligationFor, takeStep, type ObligationRecord } from "../steps/step.server";
import { waysToVerify } from "../steps/ways-to-verify.server";
import { nextTurn } from "../steps/turn";

/**
 * The issuer finds it done. Whoever reported it may not, nor his deputy or the holder for whom he did (the ability says
 * `forbidden`; the keys are compared here as well). A continuous obligation goes on: the turn is kept with its days, and the obligation's row becomes the next one.
 */
export async function verifyObligation(actor: Actor, which: Which, input: Verify, now = clock()) {
  return within(actor, async (db) => {
    const { row, next: state } = await obligationFor(db, actor, "verify", which, now);
    if (isOwnHand(actor, row.reportedByKey, row.reportedForKey))
      throw new Refusal("forbidden", "refusal.forbidden");
    const visit = await lookedAt(db, actor, row, input, now);
    const verified = {
      verifiedAt: now,
      verifiedByKey: actor.key,
      verifiedForKey: actor.actingFor?.key ?? null,
      verifiedHow: actor.kind === "office" ? "office" : (input.how ?? "secretariat"),
    };
    if (row.deadlineKind === "continuous" && row.cadence !== null) {
      const dueOn = row.dueOn ?? dateOf(todayIn(now));
      // Turns follow the day as it was said: a holiday moves one of them, and not all that come after it.
      const next = nextTurn(isoOfDate(row.askedDueOn ?? dueOn), row.cadence as Cadence);
      const limit = limitOn(await calendarOf(db, scopeOf(row.divisionId), next), next);
      const dueTo = dateOf(limit.day);
      const turn = turnOf(dueTo, limit.asked && dateOf(limit.asked));
      await takeStep(db, actor, "verify", row, turn, { note: input.note, dueTo, visit, at: now });
      await reckonForDebtors(db, actor, [row.divisionId]);
      await finishTurn(db, row, dueOn, verified);
    } else {
      await takeStep(db, actor, "verify", row, { ...verified, state }, { note: input.note, visit, at: now });
    }
    await emit(db, actor, ObligationVerified, { divisionId: row.divisionId, obligationId: row.id });
    return { id: row.id };
  });
}

/**
 * Who looked: refuses `invalid` the papers of what an office passed on and verifies itself, a way that does not stand open,
 * a circle of neither end, and a day that is to come or lies before the issue.
 */
async function lookedAt(
  db: Db,
  actor: Actor,
  row: ObligationRecord,
  { how = "secretariat", circleId, visitedOn }: Verify,
  now: Date,
) {
  if (how === "secretariat" && row.sourceOfficeId === null) return null;
  const ways = await waysToVerify(db, actor, row, todayIn(now));
  if (how === "secretariat" && !ways.how.includes(how))
    throw new Refusal("invalid", "obligations.verify.not-yours", { field: "how" });
  if (!ways.how.includes(how)) throw new Refusal("invalid", "form.choose", { field: "how" });
  if (how !== "monitors") return null;
  const circle = ways.monitors.find(({ id }) => id === circleId);
  if (!circle) throw new Refusal("invalid", "form.choose", { field: "circleId" });
  if (!visitedOn || visitedOn > todayIn(now) || visitedOn < todayIn(row.issuedAt))
    throw new Refusal("invalid", "obligations.verify.visit-day", { field: "visitedOn" });
  return { divisionId: circle.divisionId, circleId: circle.id, name: circle.name, on: visitedOn };
}

/** A turn that begins: nothing is reported of it, and the day it gets is its first. */
function turnOf(dueOn: Date, askedDueOn: Date | null) {
  const nothing = {
    reportedAt: null,
    reportedByKey: null,
    reportedForKey: null,
    verifiedAt: null,
    verifiedByKey: null,
    verifiedForKey: null,
    verifiedHow: null,
    cause: null,
  };
  return { ...nothing, turnId: uuidv7(), state: "in-progress", firstDueOn: dueOn, dueOn, askedDueOn };
}

type Verified = {
  verifiedAt: Date;
  verifiedByKey: string;
  verifiedForKey: string | null;
  verifiedHow: string;
};

async function finishTurn(db: Db, row: ObligationRecord, dueOn: Date, verified: Verified): Promise<void> {
  await db.obligationTurn.create({
    data: {
      divisionId: row.divisionId,
      id: row.turnId ?? row.id,
      sourceDivisionId: row.sourceDivisionId,
      obligationId: row.id,
      firstDueOn: row.firstDueOn ?? dueOn,
      dueOn,
      reportedAt: row.reportedAt,
      reportedByKey: row.reportedByKey,
      reportedForKey: row.reportedForKey,
      ...verified,
    },
  });
}
