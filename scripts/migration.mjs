#!/usr/bin/env node
/**
 * `npm run -s migration -- NAME`: writes the next migration, what separates the landed ones from `prisma/schema`.
 * Policies, grants, triggers and checks of a new table are added to it by hand before it lands.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./setup/fingerprint.mjs";
import { takeLock } from "./setup/lock.mjs";
import { listMigrations } from "./setup/migrate.mjs";
import { startCluster } from "./setup/postgres.mjs";
import { Fault, giveUp, say } from "./setup/say.mjs";
import { schemaDifference } from "./setup/schema-difference.mjs";

/**
 * Works with the test cluster: the one of the environment, or the project's own.
 * @template T
 * @param {(cluster: { adminUrl: string, ownerUrl: string }) => Promise<T>} work
 */
async function withCluster(work) {
  const { TEST_CLUSTER_ADMIN_URL: adminUrl, TEST_CLUSTER_OWNER_URL: ownerUrl } = process.env;
  if (adminUrl && ownerUrl) return work({ adminUrl, ownerUrl });
  const dataDir = path.join(ROOT, ".data", "test");
  const lock = takeLock(path.join(dataDir, "lock"));
  if ("heldBy" in lock)
    throw new Fault(`A test run (process ${lock.heldBy}) uses ${dataDir}; wait for its end.`);
  try {
    const cluster = await startCluster({ dataDir, durable: false, connections: 200 });
    try {
      return await work({ adminUrl: cluster.adminUrl, ownerUrl: cluster.ownerUrl("postgres") });
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}

try {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Fault(
      "Give the migration a name of small letters, digits and underscores: npm run -s migration -- add_circle_note",
    );
  const sql = await withCluster(schemaDifference);
  const number =
    Math.max(0, ...listMigrations().map((migration) => Number.parseInt(migration.name, 10) || 0)) + 1;
  const folder = path.join("prisma/migrations", `${String(number).padStart(4, "0")}_${name}`);
  mkdirSync(path.join(ROOT, folder), { recursive: true });
  writeFileSync(path.join(ROOT, folder, "migration.sql"), `${sql || "-- Nothing of the schema differs."}\n`);
  say(path.join(folder, "migration.sql"));
} catch (error) {
  giveUp(error);
}
