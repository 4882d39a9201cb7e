import { nap } from "~/lib/nap";
import { noAbility } from "./authorize";
import type { Actor } from "./actor";
import { within, type Db } from "./db.server";
import { faultOf } from "./fault.server";
import { log } from "./log.server";
import {
  LANES,
  pauseBefore,
  TRIES,
  type JobHandler,
  type Lane,
  type Queue,
  type QueueJob,
} from "./queue-port";

export const relayActor: Actor = { kind: "relay", key: "relay", name: "relay", ability: noAbility };

/** How long a claimed job belongs to its worker; afterwards another may take it (the worker was killed). */
const LEASE_SECONDS = 60;
/** How often a lane that has nothing to do looks for jobs, in milliseconds, unless it is told that there are some. */
const IDLE_MS = 1000;
/** Jobs claimed at once, for each that may run at a time: a claim costs as much as several swift jobs. */
const CLAIMED_AHEAD: Record<Lane, number> = { swift: 5, patient: 1, outward: 1 };
/** Longest time that a finished job is known here only, in milliseconds. */
const SETTLE_MS = 1000;

type Claimed = { id: string; name: string; payload: QueueJob["data"]; attempts: number; claimedAt: number };

/** Changed by tests only. */
type Pace = { leaseSeconds?: number; idleMs?: number };

/** One lane of the queue in this process: claims a few of its jobs at once and reports those done with its next claim. */
function laneOf(lane: Lane, { leaseSeconds = LEASE_SECONDS, idleMs = IDLE_MS }: Pace) {
  let stopped = false;
  const loops: Promise<void>[] = [];
  const waiting: Claimed[] = [];
  let done: string[] = [];
  let oldestDone = 0;
  let claiming: Promise<void> | undefined;
  const idle = nap();
  /** There may be jobs that the last claim did not see. */
  let isTold = false;

  /** Reports what is done and claims up to `count` more, in one statement. */
  async function exchange(count: number): Promise<void> {
    const reported = done;
    done = [];
    if (count > 0) isTold = false;
    try {
      const claimedAt = performance.now();
      const rows = await within(
        relayActor,
        (db) => db.$queryRaw<Omit<Claimed, "claimedAt">[]>`
          with settled as (
            update job set state = 'done', finished_at = now(), locked_until = null where id = any(${reported})
          )
          update job set state = 'active', attempts = attempts + 1,
            run_at = now() + make_interval(secs => ${leaseSeconds}),
            locked_until = now() + make_interval(secs => ${leaseSeconds})
          where id in (
            select id from job
            where state in ('waiting', 'active') and lane = ${lane} and run_at <= now() and id <> all(${reported})
            order by run_at limit ${count} for update skip locked
          ) returning id, name, payload, attempts`,
      );
      waiting.push(...rows.map((row) => ({ ...row, claimedAt })));
    } catch (error) {
      done.push(...reported);
      throw error;
    }
  }

  /** The job is as if it had not been claimed. */
  const giveBack = ({ id, attempts }: Claimed) =>
    within(
      relayActor,
      (db) => db.$executeRaw`update job set state = 'waiting', attempts = attempts - 1, locked_until = null,
        run_at = now() where id = ${id} and state = 'active' and attempts = ${attempts}`,
    );

  const fail = ({ id, attempts }: Claimed, error: unknown) =>
    within(relayActor, (db) => {
      const state = attempts >= TRIES ? "failed" : "waiting";
      const message = error instanceof Error ? error.name : "error";
      return db.$executeRaw`update job set state = ${state}, locked_until = null, last_error = ${message},
        run_at = now() + make_interval(secs => ${pauseBefore(attempts) / 1000})
        where id = ${id} and state = 'active' and attempts = ${attempts}`;
    });

  async function next(count: number): Promise<Claimed | undefined> {
    if (waiting.length === 0) await (claiming ??= exchange(count).finally(() => (claiming = undefined)));
    const job = waiting.shift();
    if (!job || performance.now() - job.claimedAt < (leaseSeconds * 1000) / 2) return job;
    // It waited behind long ones: too little of its lease is left to begin.
    await giveBack(job);
    return next(count);
  }

  /** What runs longer than its lease keeps it. */
  const keep = ({ id, attempts }: Claimed) =>
    within(
      relayActor,
      (db) => db.$executeRaw`update job set run_at = now() + make_interval(secs => ${leaseSeconds}),
        locked_until = now() + make_interval(secs => ${leaseSeconds})
        where id = ${id} and state = 'active' and attempts = ${attempts}`,
    ).catch((error: unknown) => log.warn({ job: id, ...faultOf(error) }, "a lease was not kept"));

  async function run(job: Claimed, handler: JobHandler): Promise<void> {
    const keeping = setInterval(() => void keep(job), (leaseSeconds * 1000) / 3);
    try {
      await handler({ id: job.id, name: job.name, data: job.payload });
    } catch (error) {
      log.warn({ job: job.id, name: job.name, attempt: job.attempts, ...faultOf(error) }, "job failed");
      return void (await fail(job, error ?? "error"));
    } finally {
      clearInterval(keeping);
    }
    if (done.push(job.id) === 1) oldestDone = performance.now();
    if (performance.now() - oldestDone > SETTLE_MS) await exchange(0);
  }

  async function take(handler: JobHandler, count: number): Promise<void> {
    while (!stopped) {
      try {
        const job = await next(count);
        if (job) await run(job, handler);
        else if (!isTold && !stopped) await idle.sleep(idleMs);
      } catch (error) {
        if (stopped) return;
        log.error(faultOf(error), "queue unreachable");
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }

  return {
    process(handler: JobHandler, concurrency: number): void {
      const count = concurrency * CLAIMED_AHEAD[lane];
      for (let i = 0; i < concurrency; i++) loops.push(take(handler, count));
    },
    look(): void {
      isTold = true;
      idle.wake();
    },
    async close(): Promise<void> {
      stopped = true;
      idle.wake();
      await Promise.all(loops);
      for (const job of waiting.splice(0)) await giveBack(job);
      if (done.length > 0) await exchange(0);
    },
  };
}

/**
 * A queue in the database itself: one machine, nothing to install. A job's `run_at` is when it may next be taken, also
 * while it runs.
 */
export function embeddedQueue(pace: Pace = {}): Queue {
  const lanes = LANES.map((lane) => ({ lane, ...laneOf(lane, pace) }));
  const look = () => lanes.forEach((one) => one.look());
  return {
    look,
    async add(jobs, db) {
      if (jobs.length === 0) return;
      const rows = JSON.stringify(
        jobs.map(({ id, name, data, lane = "swift" }) => ({ id, name, payload: data, lane })),
      );
      const insert = (unit: Db) => unit.$executeRaw`insert into job (id, name, payload, lane)
        select id, name, payload, lane
        from jsonb_to_recordset(${rows}::jsonb) as given(id text, name text, payload jsonb, lane text)
        on conflict do nothing`;
      if (db) return void (await insert(db));
      await within(relayActor, insert);
      look();
    },
    process(handler, concurrency = 2) {
      for (const { lane, process } of lanes) process(handler, lane === "patient" ? 1 : concurrency);
    },
    async ready() {
      await within(
        relayActor,
        (db) =>
          db.$queryRaw`select id from job where state in ('waiting', 'active') and run_at <= now() limit 1`,
        { readOnly: true },
      );
    },
    async counts() {
      const rows = await within(
        relayActor,
        (db) => db.$queryRaw<{ state: string; count: number }[]>`
          select state, count(*)::int as count from job where state in ('waiting', 'active', 'failed') group by state`,
        { readOnly: true },
      );
      const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
      return { waiting: of("waiting"), active: of("active"), failed: of("failed") };
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
