import { noAbility } from "./authorize";
import type { Actor } from "./actor";
import { within, type Db } from "./db.server";
import { log } from "./log.server";
import { pauseBefore, TRIES, type JobHandler, type Queue, type QueueJob } from "./queue-port";

export const relayActor: Actor = { kind: "relay", key: "relay", name: "relay", ability: noAbility };

/** How long a claimed job belongs to its worker; afterwards another may take it (the worker was killed). */
const LEASE_SECONDS = 60;
const IDLE_MS = 250;

type Claimed = { id: string; name: string; payload: QueueJob["data"]; attempts: number };

/** A queue in the database itself: one machine, nothing to install. `leaseSeconds` is shortened by tests only. */
export function embeddedQueue({ leaseSeconds = LEASE_SECONDS } = {}): Queue {
  let stopped = false;
  const loops: Promise<void>[] = [];

  const claim = () =>
    within(
      relayActor,
      (db) => db.$queryRaw<Claimed[]>`
      update job set state = 'active', attempts = attempts + 1, locked_until = now() + make_interval(secs => ${leaseSeconds})
      where id = (
        select id from job
        where (state = 'waiting' and run_at <= now()) or (state = 'active' and locked_until < now())
        order by run_at limit 1 for update skip locked
      ) returning id, name, payload, attempts`,
    );

  const settle = (job: Claimed, error?: unknown) =>
    within(relayActor, async (db) => {
      if (error === undefined) {
        await db.$executeRaw`update job set state = 'done', finished_at = now(), locked_until = null where id = ${job.id}`;
      } else {
        const state = job.attempts >= TRIES ? "failed" : "waiting";
        const message = error instanceof Error ? error.name : "error";
        await db.$executeRaw`update job set state = ${state}, locked_until = null, last_error = ${message},
          run_at = now() + make_interval(secs => ${pauseBefore(job.attempts) / 1000}) where id = ${job.id}`;
      }
    });

  async function take(handler: JobHandler): Promise<void> {
    while (!stopped) {
      try {
        const [job] = await claim();
        if (!job) {
          await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
          continue;
        }
        try {
          await handler({ id: job.id, name: job.name, data: job.payload });
          await settle(job);
        } catch (error) {
          log.warn(
            { job: job.id, name: job.name, attempt: job.attempts, error: String(error) },
            "job failed",
          );
          await settle(job, error ?? "error");
        }
      } catch (error) {
        if (stopped) return;
        log.error({ error: String(error) }, "queue unreachable");
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
  }

  return {
    async add(jobs, db) {
      if (jobs.length === 0) return;
      const data = jobs.map(({ id, name, data }) => ({ id, name, payload: data as object }));
      const insert = (unit: Db) => unit.job.createMany({ data, skipDuplicates: true });
      await (db ? insert(db) : within(relayActor, insert));
    },
    process(handler, concurrency = 2) {
      for (let i = 0; i < concurrency; i++) loops.push(take(handler));
    },
    async counts() {
      const rows = await within(relayActor, (db) => db.job.groupBy({ by: ["state"], _count: true }), {
        readOnly: true,
      });
      const of = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
      return { waiting: of("waiting"), active: of("active"), failed: of("failed") };
    },
    async close() {
      stopped = true;
      await Promise.all(loops);
    },
  };
}
