import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { Period } from "~/lib/period";
import { recomputeMarked, recount, type Difference } from "../cells.server";

/** One batch of the place's marks: a unit of work for the worker that enters each place in turn. */
export async function recomputeCells(actor: PlacedActor, now = clock()): Promise<number> {
  return within(actor, (db) => recomputeMarked(db, actor, now));
}

/** Compares and mends every cell of the place over some quarters; returns what differed without a mark. */
export async function recountCells(
  actor: PlacedActor,
  periods: readonly Period[],
  now = clock(),
): Promise<Difference[]> {
  return within(actor, (db) => recount(db, actor, periods, now), { timeout: 60_000 });
}
