import type { Db } from "./db.server";

/**
 * Jobs that somebody waits for, those that may take their time, and those that wait for other people's servers: each lane is
 * taken from on its own, so that work of one, however much there is of it, holds up nothing of the others.
 */
export const LANES = ["swift", "patient", "outward"] as const;
export type Lane = (typeof LANES)[number];

/** One reaction to one event: `id` is event id + reaction, so that adding it twice is adding it once. */
export type QueueJob = {
  id: string;
  name: string;
  data: { eventId: string; divisionId: number; payload: unknown };
  /** Swift, unless said otherwise. */
  lane?: Lane;
};

export type JobHandler = (job: QueueJob) => Promise<void>;

/** Days for which a finished job is kept, so that its twin is seen. */
export const KEPT_DAYS = 7;

/** Days for which a job that failed for good is kept, so that somebody can look at it. */
export const FAILED_KEPT_DAYS = 90;

/** How often a job is tried before it stays as failed, and the pause before the n-th retry in milliseconds. */
export const TRIES = 8;
export const pauseBefore = (attempt: number): number => Math.min(1000 * 2 ** (attempt - 1), 5 * 60_000);

/**
 * The small port behind which two engines stand: bull on Redis, and PostgreSQL's `for update skip locked`. Both run
 * every added job at least once, keep it over a killed process, and try again after a pause. A job that runs stays its
 * worker's however long it takes, while that worker lives.
 */
export type Queue = {
  /**
   * Adds jobs; one whose id is known already is not added again. The embedded engine adds them in the relay's open
   * unit of work when it is handed one.
   */
  add(jobs: QueueJob[], db?: Db): Promise<void>;
  /** Jobs that were added in a unit of work are there now: takes them at once, where it would have to look for them. */
  look(): void;
  /** Starts to take jobs, at most `concurrency` swift and outward ones each and one patient one at a time in this process. */
  process(handler: JobHandler, concurrency?: number): void;
  /** Throws unless jobs can be added and taken; costs the same however many are kept. */
  ready(): Promise<void>;
  /** Jobs that wait, run, or failed for good. */
  counts(): Promise<{ waiting: number; active: number; failed: number }>;
  /** Stops taking jobs, waits for those under way, and lets go of every connection. */
  close(): Promise<void>;
};
