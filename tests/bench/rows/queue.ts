import Bull from "bull";
import pg from "pg";
import { uuidv7 } from "~/lib/identifiers";
import { startRedis } from "../../setup/redis";
import { alternate, type Side } from "../alternate";
import { countdown } from "../countdown";
import { EVENTS, EVENTS_OF_A_COMMAND, HANDLERS } from "../event-load";
import { ofCluster, ofProcess, ofThisProcess } from "../processor-time";
import type { Row } from "../row";

/** The product's own road reads the environment when it is imported: only once the country is there. */
const ours = () => import("../events-through-ours");

/** The least that a queue in PostgreSQL can do: rows inserted, claimed one by one past locked ones, marked as done. */
async function bareClaims(pool: pg.Pool): Promise<() => Promise<void>> {
  await pool.query(
    "create table bare_job (id uuid primary key, payload jsonb not null, state text not null default 'waiting', run_at timestamptz not null default now())",
  );
  await pool.query("create index on bare_job (run_at) where state = 'waiting'");
  const take = async () => {
    for (;;) {
      const { rows } = await pool.query<{ id: string }>(
        `update bare_job set state = 'active' where id = (
           select id from bare_job where state = 'waiting' order by run_at limit 1 for update skip locked
         ) returning id, payload`,
      );
      if (!rows[0]) return;
      await pool.query("update bare_job set state = 'done' where id = $1", [rows[0].id]);
    }
  };
  return async () => {
    const client = await pool.connect();
    for (let written = 0; written < EVENTS; written += EVENTS_OF_A_COMMAND) {
      await client.query("begin");
      for (let i = 0; i < EVENTS_OF_A_COMMAND; i++)
        await client.query("insert into bare_job (id, payload) values ($1, $2)", [
          uuidv7(),
          { id: uuidv7() },
        ]);
      await client.query("commit");
    }
    client.release();
    await Promise.all(Array.from({ length: HANDLERS }, take));
  };
}

/** The least that bull can do: jobs added one by one and processed. */
function bareBull(queue: Bull.Queue): () => Promise<void> {
  let under = countdown(0);
  void queue.process(HANDLERS, () => Promise.resolve(under.done()));
  return async () => {
    under = countdown(EVENTS);
    for (let i = 0; i < EVENTS; i++) await queue.add({ id: uuidv7() });
    await under.reached;
  };
}

export const queueEmbedded: Row = {
  id: "queue.embedded",
  what: "an event through outbox, relay and handler on the embedded queue, against a bare row inserted, claimed `for update skip locked` and marked as done; processor time of client and PostgreSQL",
  unit: "ms",
  goal: 2,
  async measure(country) {
    const pool = new pg.Pool({ connectionString: country.ownerUrl, max: HANDLERS });
    const { embeddedQueue, throughOurs } = await ours();
    const queue = embeddedQueue();
    const side = (run: () => Promise<void>): Side => ({
      operations: EVENTS,
      run,
      clock: () => ofThisProcess() + ofCluster(country.serverPid),
    });
    try {
      return await alternate(side(throughOurs(queue)), side(await bareClaims(pool)), { unit: "events" });
    } finally {
      await queue.close();
      await pool.query("drop table if exists bare_job");
      await pool.end();
    }
  },
};

export const queueBull: Row = {
  id: "queue.bull",
  what: "an event through outbox, relay and handler on bull, against a bare bull job added and processed; processor time of client, PostgreSQL and Redis",
  unit: "ms",
  goal: 2,
  async measure(country) {
    const redis = await startRedis();
    const { bullQueue, throughOurs } = await ours();
    const queue = bullQueue(redis.url, { name: "ours" });
    const bare = new Bull("bare", redis.url, { defaultJobOptions: { removeOnComplete: true } });
    const side = (run: () => Promise<void>): Side => ({
      operations: EVENTS,
      run,
      clock: () => ofThisProcess() + ofCluster(country.serverPid) + ofProcess(redis.pid),
    });
    try {
      return await alternate(side(throughOurs(queue)), side(bareBull(bare)), { unit: "events" });
    } finally {
      await queue.close();
      await bare.close();
      await redis.stop();
    }
  },
};
