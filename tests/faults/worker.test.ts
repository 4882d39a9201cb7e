import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { event } from "~/kernel/event";
import { emit } from "~/kernel/outbox.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN } from "../factories/actors";
import { ownerRows } from "../setup/owner";
import { startRedis, withoutRedis } from "../setup/redis";

const Fault = event<{ n: number }>("Fault");
const assistant = actorOf(GORGAN, "assistant");

let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
beforeAll(async () => {
  if (!withoutRedis) redis = await startRedis();
  await ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  );
});
afterAll(() => redis?.stop());

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

const engines: [string, () => Record<string, string>][] = [["embedded", () => ({})]];
if (!withoutRedis) engines.push(["bull", () => ({ REDIS_URL: redis?.url ?? "" })]);

describe.each(engines)("on the %s queue, a worker killed", (_name, engine) => {
  let QUEUE_NAME: string;
  beforeEach(async () => {
    QUEUE_NAME = `f${uuidv7()}`;
    await ownerRows("delete from circle");
    await ownerRows("delete from job");
  });

  /** Starts a worker; `says` resolves when it has printed the word. */
  function worker(env: Record<string, string>) {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/faults/worker-child.ts"], {
      env: { ...process.env, ...engine(), QUEUE_NAME, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
    return {
      says: (word: string) =>
        vi.waitFor(() => expect(out).toContain(word), { timeout: 30_000, interval: 50 }),
      kill: async () => {
        child.kill("SIGKILL");
        await once(child, "exit");
      },
    };
  }
  const effects = async () => (await within(assistant, (db) => db.circle.count())) as number;

  test.each(["before-commit", "after-commit"])("%s has its effect exactly once", async (PAUSE) => {
    await within(assistant, (db) => emit(db, assistant, Fault, { n: 1 }));
    const first = worker({ PAUSE });
    await first.says("paused");
    await first.kill();
    expect(await effects()).toBe(PAUSE === "after-commit" ? 1 : 0);
    const second = worker({});
    await second.says("done");
    await second.kill();
    expect(await effects()).toBe(1);
  });

  test("after its commit doubles the effect when the mark is left out: this test can see a double", async () => {
    await within(assistant, (db) => emit(db, assistant, Fault, { n: 1 }));
    const first = worker({ PAUSE: "after-commit", GUARD: "0" });
    await first.says("paused");
    await first.kill();
    const second = worker({ GUARD: "0" });
    await second.says("done");
    expect(await effects()).toBe(2);
  });
});
