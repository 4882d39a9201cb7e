import type { Actor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { PlainStep, Which } from "../schema";
import { obligationFor, takeStep } from "../steps/step.server";

/** Work has begun. */
export async function startObligation(actor: Actor, which: Which, input: PlainStep, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "start", which, now);
    await takeStep(db, actor, "start", row, { state: next }, { note: input.note, at: now });
    return { id: row.id };
  });
}

/** What blocked it is gone. */
export async function unblockObligation(actor: Actor, which: Which, input: PlainStep, now = clock()) {
  return within(actor, async (db) => {
    const { row, next } = await obligationFor(db, actor, "unblock", which, now);
    await takeStep(db, actor, "unblock", row, { state: next }, { note: input.note, at: now });
    return { id: row.id };
  });
}
