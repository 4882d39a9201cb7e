import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning } from "./processes.mjs";
import { startCluster } from "./postgres.mjs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "peyvand-cluster-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function query<T extends pg.QueryResultRow>(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a cluster sorts and searches Persian, bounds the application's sessions, and listens on no network", async () => {
  chmodSync(folder, 0o711);
  const cluster = await startCluster({ dataDir: folder, durable: false, connections: 20 });
  try {
    expect(await cluster.ensureDatabase("trial")).toBe(true);
    expect(await cluster.ensureDatabase("trial")).toBe(false);
    const app = cluster.appUrl("trial");
    const letters = await query(app, "select c from unnest(array['ی','پ','ب','گ','ک','آ']) c order by c");
    expect(letters.map(({ c }) => c as string).join("")).toBe("آبپکگی");
    const [found] = await query<{ n: number }>(app, "select cardinality(show_trgm('گرگان'))::int as n");
    expect(found?.n).toBeGreaterThan(4);
    const [limits] = await query(
      app,
      `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
              current_setting('listen_addresses') as listen, current_setting('synchronous_commit') as commit,
              current_setting('enable_bitmapscan') as bitmaps`,
    );
    expect(limits).toEqual({ statement: "30s", lock: "10s", listen: "", commit: "on", bitmaps: "off" });
    await expect(query(app, "create table mine (n int)")).rejects.toThrow(/permission denied/);
    const powers =
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user";
    expect(Object.values((await query(app, powers))[0] ?? {})).toEqual([false, false, false, false]);
  } finally {
    await cluster.stop();
  }
  expect(isRunning(cluster.pid)).toBe(false);
});

test("a cluster of a folder that PostgreSQL's user cannot enter lies elsewhere, and is found again", async () => {
  const dataDir = path.join(folder, "closed", "data");
  mkdirSync(path.dirname(dataDir), { mode: 0o700 });
  for (const isFirst of [true, false]) {
    const cluster = await startCluster({ dataDir, durable: false, connections: 20 });
    expect(await cluster.ensureDatabase("trial")).toBe(isFirst);
    await cluster.stop();
  }
  if (process.getuid?.() !== 0) return;
  const elsewhere = readFileSync(path.join(dataDir, "postgres-lies-in"), "utf8").trim();
  expect(existsSync(path.join(elsewhere, "data/PG_VERSION"))).toBe(true);
  rmSync(elsewhere, { recursive: true });
});

test("a deep folder does not make the socket's path too long", async () => {
  chmodSync(folder, 0o711);
  const dataDir = path.join(
    folder,
    "a-folder-of-forty-characters-in-its-name",
    "another-folder-of-many-more-characters",
  );
  const cluster = await startCluster({ dataDir, durable: false, connections: 20 });
  try {
    expect(await query(cluster.adminUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  } finally {
    await cluster.stop();
  }
});
