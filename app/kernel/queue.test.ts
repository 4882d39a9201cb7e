import Bull from "bull";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { startRedis, withoutRedis } from "../../tests/setup/redis";
import { uuidv7 } from "~/lib/identifiers";
import { bullQueue } from "./queue-bull.server";
import { within } from "./db.server";
import { embeddedQueue, relayActor } from "./queue-embedded.server";
import type { Queue, QueueJob } from "./queue-port";

let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
beforeAll(async () => {
  if (!withoutRedis) redis = await startRedis();
});
afterAll(() => redis?.stop());

const aJob = (): QueueJob => {
  const eventId = uuidv7();
  return {
    id: `${eventId}.reaction`,
    name: "reaction",
    data: { eventId, divisionId: 28_005, payload: { n: 1 } },
  };
};

type Engine = {
  name: string;
  open: (name: string) => Queue;
  /** With leases of a second. */
  openBrief: (name: string) => Queue;
  /** Everything that the engine keeps of the failure of a job. */
  keptOf: (name: string, id: string) => Promise<string>;
};

const engines: Engine[] = [
  {
    name: "embedded in PostgreSQL",
    open: () => embeddedQueue(),
    openBrief: () => embeddedQueue({ leaseSeconds: 1 }),
    keptOf: async (_name, id) =>
      JSON.stringify(
        await within(relayActor, (db) => db.$queryRaw`select last_error from job where id = ${id}`),
      ),
  },
];
if (!withoutRedis) {
  engines.push({
    name: "bull on Redis",
    open: (name) => bullQueue(redis?.url ?? "", { name }),
    openBrief: (name) => bullQueue(redis?.url ?? "", { name, stalledInterval: 300, lockDuration: 1000 }),
    keptOf: async (name, id) => {
      const bull = new Bull(name, redis?.url ?? "");
      const job = await bull.getJob(id);
      const kept =
        JSON.stringify(await bull.client.hgetall(`bull:${name}:${id}`)) + String(job?.failedReason);
      await bull.close();
      return kept;
    },
  });
}

describe.each(engines)("the queue $name", ({ open, openBrief, keptOf }) => {
  const opened: Queue[] = [];
  const queue = (name = `t${uuidv7()}`, make = open) => {
    const made = make(name);
    opened.push(made);
    return made;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((q) => q.close()));
  });

  test("hands every job to the handler with what was put in", async () => {
    const q = queue();
    const job = aJob();
    const seen: QueueJob[] = [];
    q.process((taken) => {
      seen.push(taken);
      return Promise.resolve();
    });
    await q.add([job]);
    await vi.waitFor(() => expect(seen).toEqual([job]), { timeout: 5000 });
  });

  test("adds a job once, however often it is added", async () => {
    const q = queue();
    const job = aJob();
    const seen = vi.fn(() => Promise.resolve());
    await q.add([job, job]);
    await q.add([job]);
    q.process(seen);
    await vi.waitFor(() => expect(seen).toHaveBeenCalled(), { timeout: 5000 });
    await q.add([job]);
    await vi.waitFor(async () => expect(await q.counts()).toEqual({ waiting: 0, active: 0, failed: 0 }));
    expect(seen).toHaveBeenCalledTimes(1);
  });

  test("tries a job again after it failed", async () => {
    const q = queue();
    let tries = 0;
    q.process(() => {
      tries += 1;
      return tries < 2 ? Promise.reject(new Error("not yet")) : Promise.resolve();
    });
    await q.add([aJob()]);
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 8000 });
    await vi.waitFor(async () => expect((await q.counts()).waiting).toBe(0));
  });

  test("keeps of a failure which it was, and not the values that its message quotes", async () => {
    const name = `t${uuidv7()}`;
    const q = queue(name);
    const job = aJob();
    let tries = 0;
    q.process(() => {
      tries += 1;
      return tries < 2 ? Promise.reject(new RangeError("09113709148 ناهید سعیدی")) : Promise.resolve();
    });
    await q.add([job]);
    // Read once: tried again it succeeds, and then nothing is kept of it.
    const kept = await vi.waitFor(
      async () => {
        const found = await keptOf(name, job.id);
        expect(found).toContain("RangeError");
        return found;
      },
      { timeout: 8000 },
    );
    expect(kept).not.toMatch(/09113709148|سعیدی/);
    // Left to be tried again, it would come by in the next test.
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 8000 });
  });

  test("lets another go on at once with what had not begun when it closed", async () => {
    const jobs = Array.from({ length: 6 }, aJob);
    const first = queue("handed-over");
    let finish = () => {};
    const began: string[] = [];
    first.process(async ({ id }) => {
      began.push(id);
      await new Promise<void>((resolve) => (finish = resolve));
    }, 1);
    await first.add(jobs);
    await vi.waitFor(() => expect(began).toHaveLength(1), { timeout: 5000 });
    const closing = first.close();
    finish();
    await closing;
    const second = queue("handed-over");
    const rest: string[] = [];
    second.process(({ id }) => Promise.resolve(void rest.push(id)));
    await vi.waitFor(() => expect(rest).toHaveLength(5), { timeout: 5000 });
    expect([...began, ...rest].sort()).toEqual(jobs.map(({ id }) => id).sort());
  });

  test("runs swift jobs while patient ones take their time, and of these one at a time", async () => {
    const q = queue();
    const [slow, waiting, swift] = [aJob(), aJob(), aJob()];
    let finish = () => {};
    const began: string[] = [];
    q.process(async ({ id }) => {
      if (![slow.id, waiting.id, swift.id].includes(id)) return;
      began.push(id);
      if (id === slow.id) await new Promise<void>((resolve) => (finish = resolve));
    });
    await q.add([{ ...slow, lane: "patient" }]);
    await vi.waitFor(() => expect(began).toEqual([slow.id]), { timeout: 5000 });
    await q.add([{ ...waiting, lane: "patient" }, swift]);
    await vi.waitFor(() => expect(began).toEqual([slow.id, swift.id]), { timeout: 5000 });
    finish();
    await vi.waitFor(() => expect(began).toEqual([slow.id, swift.id, waiting.id]), { timeout: 5000 });
  });

  test("leaves a job that takes longer than its lease to the worker that is at it", async () => {
    const name = `t${uuidv7()}`;
    const q = queue(name, openBrief);
    const job = aJob();
    let finish = () => {};
    const began = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    q.process(began);
    queue(name, openBrief).process(began);
    await q.add([job]);
    await vi.waitFor(() => expect(began).toHaveBeenCalled(), { timeout: 5000 });
    const end = Date.now() + 2200;
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(end), { timeout: 5000 });
    expect(began).toHaveBeenCalledTimes(1);
    finish();
  });

  test("says that it is ready, with jobs waiting and without", async () => {
    const q = queue();
    await vi.waitFor(() => q.ready(), { timeout: 5000 });
    await q.add([aJob()]);
    await expect(q.ready()).resolves.toBeUndefined();
    q.process(() => Promise.resolve());
    await vi.waitFor(async () => expect((await q.counts()).waiting).toBe(0), { timeout: 5000 });
  });

  test("counts what waits", async () => {
    const q = queue();
    await q.add([aJob(), aJob(), aJob()]);
    expect((await q.counts()).waiting).toBe(3);
    const seen = vi.fn(() => Promise.resolve());
    q.process(seen);
    await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(3), { timeout: 5000 });
  });
});

test("a queue in PostgreSQL that has nothing to do takes what it is told of before it would look", async () => {
  const queue = embeddedQueue({ idleMs: 3_600_000 });
  const [first, second] = [aJob(), { ...aJob(), lane: "patient" as const }];
  const seen: string[] = [];
  queue.process(({ id }) => Promise.resolve(void seen.push(id)));
  await queue.add([first]);
  await vi.waitFor(() => expect(seen).toEqual([first.id]), { timeout: 5000 });
  await within(relayActor, (db) => queue.add([second], db));
  queue.look();
  await vi.waitFor(() => expect(seen).toEqual([first.id, second.id]), { timeout: 5000 });
  await queue.close();
});

test.skipIf(withoutRedis)("a queue whose Redis is gone is not ready, and says so at once", async () => {
  const own = await startRedis();
  const queue = bullQueue(own.url, { name: "gone" });
  await vi.waitFor(() => queue.ready(), { timeout: 5000 });
  await own.stop();
  await vi.waitFor(() => expect(queue.ready()).rejects.toThrow("does not answer"), { timeout: 5000 });
});
