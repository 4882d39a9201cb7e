import { beforeAll, describe, expect, test, vi } from "vitest";
import { systemActor } from "~/actor.server";
import { ChasingDue } from "~/areas/obligations/events";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { GOLESTAN, GORGAN, NATION } from "../factories/actors";
import { asOwner, openOffice } from "../factories/offices";
import { plantPlaces } from "../factories/posts";
import { ownerRows } from "../setup/owner";
import { engines, killedWorkers } from "./killed-workers";

// 5 Dey 1405, a Saturday on which offices of Golestan work.
const CLOCK = "1405/10/05";
const DUE = "2026-12-27";

const start = killedWorkers();
let offices: string[];
beforeAll(async () => {
  await plantPlaces();
  offices = await asOwner(async (owner) => [
    await openOffice(owner, GORGAN, "education"),
    await openOffice(owner, GORGAN, "power-distribution"),
  ]);
}, 60_000);

/** Two obligations of each office, due tomorrow; answers their source. */
async function owed(): Promise<string> {
  const source = uuidv7();
  for (const office of offices) {
    await ownerRows(
      `insert into obligation (division_id, id, source_division_id, source_kind, source_id, source_title, office_id,
         organisation_id, text, deadline_kind, first_due_on, due_on, state, issued_at, issued_by_key)
       select $1, gen_random_uuid(), $2, 'resolution', $3::uuid, 'شورا', o.id, o.organisation_id, 'کار ' || n, 'dated', $5, $5,
         'acknowledged', '2026-12-01', 'test'
       from office o, generate_series(1, 2) n where o.division_id = $1 and o.id = $4`,
      [GORGAN, GOLESTAN, source, office, DUE],
    );
  }
  return source;
}

const sentOf = (source: string) =>
  ownerRows<{ office: string; messages: number; items: number }>(
    `select m.office_id::text as office, count(distinct m.id)::int as messages, count(*)::int as items
     from office_message_item i join office_message m on m.division_id = i.division_id and m.id = i.message_id
     join obligation b on b.division_id = i.division_id and b.id = i.obligation_id
     where b.source_id = $1 group by m.office_id order by 1`,
    [source],
  );

describe.each(engines)("on the %s queue", (_name, engine) => {
  test("a worker killed within a reminder and another after it send each office one message, and none never", async () => {
    const QUEUE_NAME = `r${uuidv7()}`;
    const worker = (env: Record<string, string> = {}) => start({ ...engine(), QUEUE_NAME, CLOCK, ...env });
    const source = await owed();
    const nation = await systemActor(NATION);
    const say = () =>
      within(nation, (db) => emit(db, nation, ChasingDue, { divisionId: GORGAN, day: "2026-12-26" }));

    // The first stands still before its commit: somebody else holds the table.
    await asOwner(async (holder) => {
      await holder.query("begin");
      await holder.query("lock table office_message_item in access exclusive mode");
      await say();
      const first = worker();
      await vi.waitFor(
        async () => {
          const [waiting] = await ownerRows<{ n: number }>(
            "select count(*)::int as n from pg_locks where relation = 'office_message_item'::regclass and not granted",
          );
          expect(waiting?.n).toBeGreaterThan(0);
        },
        { timeout: 30_000, interval: 50 },
      );
      await first.kill();
      await holder.query("rollback");
    });
    expect(await sentOf(source)).toEqual([]);

    // The second dies after its commit, before the queue hears of it.
    const second = worker({ AFTER: "remind-offices" });
    await second.says("paused");
    await second.kill();
    const sent = [...offices].sort().map((office) => ({ office, messages: 1, items: 2 }));
    expect(await sentOf(source)).toEqual(sent);

    // The third takes the job again, and the day is said once more: nobody hears anything twice.
    await say();
    const third = worker();
    await vi.waitFor(
      async () => {
        const [open] = await ownerRows<{ n: number }>(
          `select ((select count(*) from outbox_event where type = 'ChasingDue' and relayed_at is null)
            + (select 2 - count(*) from handled_reaction h join outbox_event e on e.id = h.event_id
               where e.type = 'ChasingDue' and e.created_at > now() - interval '2 minutes'
                 and h.reaction like 'remind-offices%'))::int as n`,
        );
        expect(open?.n).toBeLessThanOrEqual(0);
      },
      { timeout: 30_000, interval: 100 },
    );
    await third.kill();
    expect(await sentOf(source)).toEqual(sent);
    await ownerRows("delete from outbox_event where type = 'ChasingDue'");
  }, 120_000);
});
