import { systemActor } from "~/actor.server";
import { recomputeCells } from "~/areas/reports/commands/recompute-cells.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { faultOf } from "~/kernel/fault.server";
import { log } from "~/kernel/log.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { nap } from "~/lib/nap";

/** Places entered in one round. */
const PLACES = 50;
const IDLE_MS = 500;

/**
 * Enters each place that has marks and recomputes the cells they touch. Returns how many marks were taken. A place
 * that fails keeps its marks and does not hold up the others.
 */
export async function takeMarks(now = clock()): Promise<number> {
  const places = await within(
    relayActor,
    (db) => db.$queryRaw<{ id: number }[]>`select p as id from rollup.places_waiting(${PLACES}) p`,
    { readOnly: true },
  );
  let taken = 0;
  for (const { id } of places) {
    try {
      taken += await recomputeCells(await systemActor(id), now);
    } catch (error) {
      log.error({ ...faultOf(error), divisionId: id }, "recomputing a place's cells failed");
    }
  }
  return taken;
}

/** Takes marks until it is stopped. Any number of processes may: a place's marks go with the first that commits. */
export function startMarks(): { stop: () => Promise<void> } {
  let stopped = false;
  const idle = nap();
  const loop = (async () => {
    while (!stopped) {
      try {
        if ((await takeMarks()) === 0) await idle.sleep(IDLE_MS);
      } catch (error) {
        if (stopped) return;
        log.error(faultOf(error), "recomputing cells failed");
        await idle.sleep(1000);
      }
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      idle.wake();
      await loop;
    },
  };
}
