import { beforeEach, expect, test } from "vitest";
import { ownerRows } from "../../tests/setup/owner";
import { uuidv7 } from "~/lib/identifiers";
import { within } from "./db.server";
import { relayActor } from "./queue-embedded.server";
import { sweepKernel } from "./sweep.server";

const TABLES = ["job", "outbox_event", "handled_reaction", "request_log"];
beforeEach(() => ownerRows(`truncate ${TABLES.join(", ")}`));

const job = (id: string, state: string, days: number) =>
  ownerRows(
    `insert into job (id, name, payload, state, created_at, finished_at)
     values ($1, 'told', '{}', $2, now() - make_interval(days => $3), case when $2 = 'done' then now() - make_interval(days => $3) end)`,
    [id, state, days],
  );
const event = (days: number | null) =>
  ownerRows(
    `insert into outbox_event (id, division_id, type, payload, actor_key, created_at, relayed_at)
     values ($1, 28005, 'Told', '{}', 'test', now() - interval '400 days', now() - make_interval(days => $2))`,
    [uuidv7(), days],
  );
const handled = (id: string, days: number) =>
  ownerRows(
    "insert into handled_reaction (event_id, reaction, handled_at) values ($1, 'told', now() - make_interval(days => $2))",
    [id, days],
  );
const submitted = (days: number) =>
  ownerRows(
    "insert into request_log (actor_key, request_id, created_at) values ('somebody', $1, now() - make_interval(days => $2))",
    [uuidv7(), days],
  );
const left = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => [
        table,
        (await ownerRows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n,
      ]),
    ),
  ) as Record<string, number>;

test("what is long over goes; what may still be needed stays", async () => {
  await job("old", "done", 8);
  await job("fresh", "done", 6);
  await job("waits", "waiting", 400);
  await job("failed", "failed", 89);
  await job("given up", "failed", 91);
  await event(31);
  await event(29);
  await event(null);
  await handled(uuidv7(), 31);
  await handled(uuidv7(), 29);
  await submitted(31);
  await submitted(29);
  expect(await sweepKernel()).toBe(5);
  expect(await left()).toEqual({ job: 3, outbox_event: 2, handled_reaction: 1, request_log: 1 });
  expect(await sweepKernel()).toBe(0);
});

test("the mark of a reaction stays as long as its job may be taken again", async () => {
  const id = uuidv7();
  await job(`${id}.told`, "active", 40);
  await handled(id, 40);
  expect(await sweepKernel()).toBe(0);
  await ownerRows("update job set state = 'done', finished_at = now() - interval '8 days'");
  expect(await sweepKernel()).toBe(2);
});

test("more than fits into one transaction goes in one night", async () => {
  await ownerRows(
    `insert into request_log (actor_key, request_id, created_at)
     select 'somebody', gen_random_uuid(), now() - interval '60 days' from generate_series(1, 12000)`,
  );
  expect(await sweepKernel()).toBe(12_000);
});

test("the database lets nothing fresher go, whatever is asked of it", async () => {
  await event(29);
  await event(null);
  await handled(uuidv7(), 29);
  await submitted(29);
  await within(relayActor, async (db) => {
    for (const table of ["outbox_event", "handled_reaction", "request_log"])
      expect(await db.$executeRawUnsafe(`delete from ${table}`), table).toBe(0);
  });
});
