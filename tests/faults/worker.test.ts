import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { event } from "~/kernel/event";
import { emit } from "~/kernel/outbox.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GORGAN } from "../factories/actors";
import { ownerRows } from "../setup/owner";
import { engines, killedWorkers } from "./killed-workers";

const Fault = event<{ n: number }>("Fault");
const assistant = actorOf(GORGAN, "assistant");

const start = killedWorkers();
beforeAll(() =>
  ownerRows(
    "insert into division (id, level, name_fa, name_en, valid_from, successor_ids) values (28005, 'county', 'گرگان', 'Gorgan', '2011-03-21', '{}') on conflict do nothing",
  ),
);

describe.each(engines)("on the %s queue, a worker killed", (_name, engine) => {
  let QUEUE_NAME: string;
  beforeEach(async () => {
    QUEUE_NAME = `f${uuidv7()}`;
    await ownerRows("delete from circle");
    await ownerRows("delete from job");
  });

  const worker = (env: Record<string, string>) => start({ ...engine(), QUEUE_NAME, ...env });
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
    expect(await effects()).toBeGreaterThan(1);
  });
});
