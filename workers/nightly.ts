import { systemActor } from "~/actor.server";
import { stoppedAbolitions } from "~/areas/bodies/abolition/queries.server";
import { stuckBefore } from "~/areas/bodies/abolition/stuck";
import { takeUpAbolition } from "~/areas/bodies/commands/resume-abolition.server";
import {
  forgetDeclinedRequests,
  forgetWaitingRequests,
} from "~/areas/network/commands/forget-requests.server";
import { sweepPersonFiles } from "~/areas/network/commands/files/sweep-person-files.server";
import { expandSeriesOfPlace } from "~/areas/meetings/calling/commands/expand-series.server";
import { forgetDeputies } from "~/areas/meetings/invitations/commands/forget-deputies.server";
import { forgetSignUps } from "~/areas/meetings/sign-up/commands/forget-sign-ups.server";
import { placesWithSeries } from "~/areas/meetings/calling/series.server";
import { expireRelocations } from "~/areas/network/commands/relocation/expire-relocations.server";
import { scanTexts } from "~/areas/network/commands/scan-texts.server";
import { sweepImports } from "~/areas/network/commands/sweep-imports.server";
import { sweepMerges } from "~/areas/network/commands/sweep-merges.server";
import { placesWithOverdueRelocations } from "~/areas/network/queries.server/relocations";
import {
  placesWithForgotten,
  takeUpForgotten,
} from "~/areas/notifications/commands/take-up-forgotten.server";
import { settleByCalendar } from "~/areas/handover/commands/settle-post.server";
import { postsTurnedOver } from "~/areas/handover/queries.server";
import { ChasingDue } from "~/areas/obligations/events";
import { placesThatOwe } from "~/areas/obligations/chasing/places.server";
import { askForReportReminders } from "~/areas/reports/commands/ask-for-report-reminders.server";
import { freezeExpectedReports } from "~/areas/reports/commands/freeze-expected.server";
import { recountCells } from "~/areas/reports/commands/recompute-cells.server";
import { listPlacesWithCells } from "~/areas/reports/queries/places.server";
import { recount, type Difference } from "~/areas/reports/cells.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { digestId } from "~/kernel/digest-id.server";
import { faultOf } from "~/kernel/fault.server";
import { log } from "~/kernel/log.server";
import { emitEach } from "~/kernel/outbox.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { reactOnce } from "~/kernel/reaction.server";
import { sweepKernel } from "~/kernel/sweep.server";
import { todayIn } from "~/lib/jalali";
import { lastEndedPeriod, lastPeriods, nextPeriod } from "~/lib/period";

const NATION = 0;
/** Quarters that are compared with the records each night, the running one included. */
const QUARTERS = 9;
const REACTION = "nightly";
const LOOK_MS = 10 * 60_000;

/** One id per night and, for what is done place by place, per place. */
const idOf = (day: string, place?: number) =>
  digestId((hash) => void hash.update(["nightly", day, ...(place === undefined ? [] : [place])].join(" ")));

const isDone = (id: string) =>
  within(
    relayActor,
    async (db) =>
      (await db.handledReaction.findUnique({
        where: { eventId_reaction: { eventId: id, reaction: REACTION } },
      })) !== null,
    { readOnly: true },
  );

const quartersOf = (now: Date) => lastPeriods(nextPeriod(lastEndedPeriod(now, "quarter")), QUARTERS);

async function placesWithCells(): Promise<number[]> {
  return within(await systemActor(NATION), listPlacesWithCells, { readOnly: true });
}

/**
 * Recomputes the cells of every county from the records, mends and returns those that differed without a mark: none,
 * unless something is wrong.
 */
export async function recountAll(now = clock()): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const id of await placesWithCells())
    differences.push(...(await recountCells(await systemActor(id), quartersOf(now), now)));
  return differences;
}

/**
 * The recount of one place in this night, in one transaction with its mark: a second worker waits for the first and
 * finds nothing left to do, and a place whose worker was killed has no mark.
 */
async function recountOnce(id: number, now: Date): Promise<Difference[]> {
  const differences: Difference[] = [];
  const actor = await systemActor(id);
  await reactOnce(
    actor,
    await idOf(todayIn(now), id),
    REACTION,
    async (db) => void differences.push(...(await recount(db, actor, quartersOf(now), now))),
    { timeout: 60_000 },
  );
  return differences;
}

/** Reads the free texts of a place once in this night; a place whose worker was killed is read anew. */
async function scanOnce(id: number, now: Date): Promise<void> {
  const actor = await systemActor(id);
  const mark = await idOf(`texts ${todayIn(now)}`, id);
  if (await isDone(mark)) return;
  await scanTexts(actor, now);
  await reactOnce(actor, mark, REACTION, () => Promise.resolve());
}

/** What was in the hands of somebody whose last day was yesterday is his successor's, or the post's. False when stopped. */
async function settleTurnedOver(now: Date, isStopped: () => boolean): Promise<boolean> {
  const nation = await systemActor(NATION);
  const posts = await within(nation, (db) => postsTurnedOver(db, todayIn(now)), { readOnly: true });
  for (const { divisionId, postId } of posts) {
    if (isStopped()) return false;
    await settleByCalendar(await systemActor(divisionId), postId, now);
  }
  return true;
}

/** Offers that a person goes over to another county end where nobody decided them in their time. Answers where it failed. */
async function expireOffers(now: Date): Promise<number[]> {
  const failed: number[] = [];
  for (const id of await within(relayActor, placesWithOverdueRelocations, { readOnly: true })) {
    try {
      await expireRelocations(await systemActor(id), now);
    } catch (error) {
      failed.push(id);
      log.error({ ...faultOf(error), divisionId: id }, "offers of a place did not end");
    }
  }
  return failed;
}

/** The meetings of every series stand up to the horizon, place by place. Answers where that failed. */
async function expandSeries(now: Date): Promise<number[]> {
  const failed: number[] = [];
  for (const id of await within(relayActor, placesWithSeries, { readOnly: true })) {
    try {
      await expandSeriesOfPlace(await systemActor(id), now);
    } catch (error) {
      failed.push(id);
      log.error({ ...faultOf(error), divisionId: id }, "the series of a place were not expanded");
    }
  }
  return failed;
}

/** Ends of bodies whose job failed for good are taken up again. Answers where that failed. */
async function takeUpStopped(now: Date): Promise<number[]> {
  const failed: number[] = [];
  const acts = await within(relayActor, (db) => stoppedAbolitions(db, stuckBefore(now)), { readOnly: true });
  for (const { divisionId, id } of acts) {
    try {
      await takeUpAbolition(await systemActor(divisionId), id, now);
    } catch (error) {
      failed.push(divisionId);
      log.error({ ...faultOf(error), divisionId }, "the end of a body was not taken up again");
    }
  }
  return failed;
}

/**
 * Freezes who owes a report for the quarter that ended last, asks for reminders of those not sent, compares cells with records, reads the free texts of the
 * network, makes the meetings of series that the horizon has reached, and removes what the kernel no longer needs, what requests to join say that were declined or left waiting
 * long ago, and what lists of people left behind. The night is marked as
 * done after all of it: what was killed or failed on the way is taken up again by whoever looks next. Answers whether
 * this call finished the night. `isStopped` ends it between two places.
 */
export async function runNight(now = clock(), isStopped = () => false): Promise<boolean> {
  const night = await idOf(todayIn(now));
  if (await isDone(night)) return false;
  const nation = await systemActor(NATION);
  await askForReminders(now);
  await freezeExpectedReports(nation, lastEndedPeriod(now, "quarter"), now);
  await askForReportReminders(nation, night, now);
  const differences: Difference[] = [];
  const failed: number[] = [];
  for (const id of await placesWithCells()) {
    if (isStopped()) return false;
    try {
      differences.push(...(await recountOnce(id, now)));
      await scanOnce(id, now);
    } catch (error) {
      // One place does not keep the others from their night; it is tried again at the next look.
      failed.push(id);
      log.error({ ...faultOf(error), divisionId: id }, "the night of a place failed");
    }
  }
  if (!(await settleTurnedOver(now, isStopped))) return false;
  await sweepKernel();
  await forgetDeclinedRequests();
  await forgetWaitingRequests();
  await forgetSignUps();
  await forgetDeputies();
  await sweepMerges();
  await sweepPersonFiles(now);
  failed.push(...(await expireOffers(now)));
  failed.push(...(await expandSeries(now)));
  failed.push(...(await takeUpStopped(now)));
  log.info(await sweepImports(), "lists of people swept");
  if (differences.length > 0)
    log.error({ differences: differences.slice(0, 50) }, "cells differ from records");
  return failed.length === 0 && reactOnce(nation, night, REACTION, () => Promise.resolve());
}

/**
 * Says once on each day that the offices of every place that owes something may have to be reminded: one event for each
 * place, in one transaction with its mark. Answers whether this call said so.
 */
export async function askForReminders(now = clock()): Promise<boolean> {
  const nation = await systemActor(NATION);
  const day = todayIn(now);
  return reactOnce(nation, await idOf(`reminders ${day}`), REACTION, async (db) => {
    const places = await placesThatOwe(db);
    if (places.length === 0) return;
    await emitEach(
      db,
      nation,
      ChasingDue,
      places.map((divisionId) => ({ divisionId, day })),
    );
  });
}

/** Has messages looked at again whose jobs were lost, place by place. Answers how many. */
export async function lookForMessages(now = clock()): Promise<number> {
  let taken = 0;
  for (const id of await within(relayActor, (db) => placesWithForgotten(db, now), { readOnly: true })) {
    try {
      taken += await takeUpForgotten(await systemActor(id), now);
    } catch (error) {
      log.error({ ...faultOf(error), divisionId: id }, "messages of a place were not looked for");
    }
  }
  if (taken > 0) log.warn({ taken }, "messages were overdue and are looked at again");
  return taken;
}

/** Looks every ten minutes whether a new day has begun, and whether messages were forgotten. */
export function startNights(): { stop: () => Promise<void> } {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running
      .then(() => lookForMessages(clock()))
      .catch((error: unknown) => log.error(faultOf(error), "nobody looked for messages"))
      .then(() => runNight(clock(), () => stopped))
      .catch((error: unknown) => {
        log.error(faultOf(error), "the night's work failed");
      });
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
