import Bull from "bull";
import { faultOf } from "./fault.server";
import { log } from "./log.server";
import {
  FAILED_KEPT_DAYS,
  KEPT_DAYS,
  LANES,
  pauseBefore,
  TRIES,
  type JobHandler,
  type Lane,
  type Queue,
  type QueueJob,
} from "./queue-port";

/** What bull keeps of a failure, for all who read its Redis: which, and not the values that a message quotes. */
function withoutWords(error: unknown): Error {
  const kept = new Error(error instanceof Error ? error.name : "error");
  kept.stack = "";
  return kept;
}

type Settings = { name?: string; stalledInterval?: number; lockDuration?: number };

/** One lane: a queue of bull's under a name of its own. */
function laneOf(
  url: string,
  lane: Lane,
  { name = "peyvand", stalledInterval = 5000, lockDuration = 30_000 }: Settings,
) {
  const queue = new Bull<QueueJob["data"]>(lane === "swift" ? name : `${name}.${lane}`, url, {
    settings: {
      stalledInterval,
      lockDuration,
      maxStalledCount: TRIES,
      backoffStrategies: { ours: pauseBefore },
    },
    defaultJobOptions: {
      attempts: TRIES,
      backoff: { type: "ours" },
      removeOnComplete: { age: KEPT_DAYS * 24 * 3600 },
      removeOnFail: { age: FAILED_KEPT_DAYS * 24 * 3600 },
    },
  });
  queue.on("error", (error) => log.error(faultOf(error), "queue unreachable"));
  return {
    lane,
    async add(jobs: readonly QueueJob[]) {
      if (jobs.length === 0) return;
      await queue.addBulk(jobs.map(({ id, name: job, data }) => ({ name: job, data, opts: { jobId: id } })));
    },
    process(handler: JobHandler, concurrency: number) {
      void queue.process("*", concurrency, async (job) => {
        try {
          await handler({ id: String(job.id), name: job.name, data: job.data });
        } catch (error) {
          log.warn(
            { job: job.id, name: job.name, attempt: job.attemptsMade + 1, ...faultOf(error) },
            "job failed",
          );
          throw withoutWords(error);
        }
      });
    },
    async ready() {
      // A client that has lost its server keeps what it is asked for until it is back.
      if (queue.client.status !== "ready") throw new Error("the queue's server does not answer");
      await queue.client.ping();
    },
    async counts() {
      const { waiting, delayed, active, failed } = await queue.getJobCounts();
      return { waiting: waiting + delayed, active, failed };
    },
    close: () => queue.close(),
  };
}

/** Bull on Redis: several processes on several machines. Finished ids are kept for a while, so that twins are seen. */
export function bullQueue(url: string, settings: Settings = {}): Queue {
  const lanes = LANES.map((lane) => laneOf(url, lane, settings));
  const each = <T>(work: (one: (typeof lanes)[number]) => Promise<T>) => Promise.all(lanes.map(work));
  return {
    async add(jobs) {
      await each(({ lane, add }) => add(jobs.filter((job) => (job.lane ?? "swift") === lane)));
    },
    // It hears of every job.
    look: () => {},
    process(handler, concurrency = 2) {
      for (const { lane, process } of lanes) process(handler, lane === "patient" ? 1 : concurrency);
    },
    async ready() {
      await each((one) => one.ready());
    },
    async counts() {
      const all = await each((one) => one.counts());
      const of = (what: "waiting" | "active" | "failed") => all.reduce((sum, one) => sum + one[what], 0);
      return { waiting: of("waiting"), active: of("active"), failed: of("failed") };
    },
    async close() {
      await each((one) => one.close());
    },
  };
}
