import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { faultOf } from "~/kernel/fault.server";
import { log } from "~/kernel/log.server";
import { emit } from "~/kernel/outbox.server";
import { followMoves, renameLegs } from "../abolition/follow-moves.server";
import { moveInPlace } from "../abolition/move-in-place.server";
import { getAbolition, placesDone, placesOf, type Abolition } from "../abolition/queries.server";
import { giveSeatsBack, takeBackInPlace } from "../abolition/take-back-in-place.server";
import { BodyEnded } from "../events";

/** A job leaves off after this long, in milliseconds: well before another worker takes it for dead, or its own has to end. */
const LONGEST_JOB = 10_000;

type At = { divisionId: number; id: string };

/**
 * Goes through the places of an abolition that are not over yet, each as itself, then through those above them, and
 * closes it. `actorIn` gives the worker's actor of a place. A job that was killed is taken up by the next where it left
 * off; one that has gone on for `longest` leaves the rest to another.
 */
export async function carryOnAbolition(
  actorIn: (divisionId: number) => Promise<PlacedActor>,
  at: At,
  now = clock(),
  longest = LONGEST_JOB,
): Promise<void> {
  const begun = performance.now();
  const actor = await actorIn(at.divisionId);
  authorize(actor, "carry-on", "Abolition");
  const { abolition, places } = await within(actor, (db) => readPlaces(db, at), { readOnly: true });
  const isBack = abolition.state === "undoing";
  if (!isBack && abolition.state !== "moving") return;
  const failures: unknown[] = [];
  for (const place of places.left) {
    if (performance.now() - begun > longest) {
      const rest = { divisionId: at.divisionId, abolitionId: at.id };
      await within(actor, (db) => emit(db, actor, BodyEnded, rest));
      return;
    }
    try {
      if (isBack) await takeBackInPlace(await actorIn(place), at, now);
      else await moveInPlace(await actorIn(place), at, now);
    } catch (error) {
      // One place does not keep the others from theirs; the job fails when all of them had their turn.
      failures.push(error);
      log.error({ ...faultOf(error), divisionId: place }, "what an ended body had did not go over");
    }
  }
  if (failures.length > 0) throw failures[0];
  for (const province of places.above) {
    const above = await actorIn(province);
    await within(above, async (db) => {
      if (!isBack) return followMoves(db, above, abolition);
      await giveSeatsBack(db, above, at.id);
      await renameLegs(db, above, at.id);
    });
  }
  await within(actor, (db) =>
    db.abolition.updateMany({
      // A late twin of an earlier round closes nothing.
      where: { divisionId: at.divisionId, id: at.id, state: abolition.state, round: abolition.round },
      data: { state: isBack ? "undone" : "done", stateSince: now },
    }),
  );
}

async function readPlaces(db: Parameters<typeof getAbolition>[0], at: At) {
  const abolition: Abolition = await getAbolition(db, at);
  const all = await placesOf(db, abolition);
  const done = await placesDone(db, abolition);
  const above = [...new Set(all.map((id) => Math.floor(id / 1000) * 1000))].filter((id) => id > 0);
  return { abolition, places: { left: all.filter((id) => !done.has(id)), above } };
}
