import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { waitFor } from "../../scripts/setup/processes.mjs";
import { closeDb } from "~/kernel/db.server";
import { forgetEnv } from "~/kernel/env.server";
import { inDatabase } from "./cluster";
import { closeOwner } from "./owner";

// A database of its own for every test file: a copy of the template, read and written as the application's role.
// Files that share a process share its modules: each leaves the environment and the connections as it found them.
const environment = { ...process.env };
const { adminUrl, ownerUrl, appUrl, template } = inject("cluster");
const database = `test_${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`;
const dataDir = path.join(tmpdir(), `peyvand-${database}`);

await inCluster(ownerUrl, (client) =>
  client.query(`create database ${database} template ${template} strategy file_copy`),
);
process.env.DATABASE_URL = inDatabase(appUrl, database);
process.env.DATABASE_OWNER_URL = inDatabase(ownerUrl, database);
process.env.DATA_DIR = dataDir;

afterAll(async () => {
  await closeDb();
  await closeOwner();
  forgetEnv();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  // As the superuser: nobody else may end an autovacuum worker that is in the database just then.
  await inCluster(adminUrl, async (client) => {
    // A pool that has ended takes leave in its own time; a connection cut off meanwhile throws where nobody listens.
    const isLeft = async () =>
      (
        await client.query(
          "select from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
          [database],
        )
      ).rowCount === 0;
    await waitFor(isLeft, 2_000, 10);
    await client.query(`drop database ${database} with (force)`);
  });
  rmSync(dataDir, { recursive: true, force: true });
});

async function inCluster(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
