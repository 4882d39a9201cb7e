import { createHash } from "node:crypto";
import { systemActor } from "~/actor.server";
import { freezeExpectedReports } from "~/areas/reports/commands/freeze-expected.server";
import { recountCells } from "~/areas/reports/commands/recompute-cells.server";
import { listPlacesWithCells } from "~/areas/reports/queries/places.server";
import type { Difference } from "~/areas/reports/cells.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { log } from "~/kernel/log.server";
import { reactOnce } from "~/kernel/reaction.server";
import { todayIn } from "~/lib/jalali";
import { lastEndedPeriod, lastPeriods, nextPeriod } from "~/lib/period";

const NATION = 0;
/** Quarters that are compared with the records each night, the running one included. */
const QUARTERS = 9;
const LOOK_MS = 10 * 60_000;

/** One id per night, so that of any number of workers one does the night's work. */
function idOf(day: string): string {
  const hex = createHash("sha256").update(`nightly ${day}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Recomputes the cells of every county from the records, mends and returns those that differed without a mark: none,
 * unless something is wrong.
 */
export async function recountAll(now = clock()): Promise<Difference[]> {
  const nation = await systemActor(NATION);
  const places = await within(nation, listPlacesWithCells, { readOnly: true });
  const periods = lastPeriods(nextPeriod(lastEndedPeriod(now, "quarter")), QUARTERS);
  const differences: Difference[] = [];
  for (const id of places) differences.push(...(await recountCells(await systemActor(id), periods, now)));
  return differences;
}

/** Freezes who owes a report for the quarter that ended last, and compares cells with records. Once a day. */
export async function runNight(now = clock()): Promise<boolean> {
  const nation = await systemActor(NATION);
  const isFirst = await reactOnce(nation, idOf(todayIn(now)), "nightly", async () => {});
  if (!isFirst) return false;
  await freezeExpectedReports(nation, lastEndedPeriod(now, "quarter"), now);
  const differences = await recountAll(now);
  if (differences.length > 0)
    log.error({ differences: differences.slice(0, 50) }, "cells differ from records");
  return true;
}

/** Looks every ten minutes whether a new day has begun. */
export function startNights(): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running
      .then(() => runNight())
      .catch((error: unknown) => {
        log.error({ error: String(error) }, "the night's work failed");
      });
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
