import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate.mjs";

let folder: string;
let client: pg.Client;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
  client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query(
    "drop table if exists _prisma_migrations; drop schema if exists trial cascade; create schema trial",
  );
});

afterEach(async () => {
  await client.end();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

test("migrations run once, in the order of their names", async () => {
  write("0002_second", "insert into trial.log select max(n) + 1 from trial.log");
  write("0001_first", "create table trial.log (n int); insert into trial.log values (1)");
  expect(await migrate(client, { folder })).toEqual(["0001_first", "0002_second"]);
  expect(await migrate(client, { folder })).toEqual([]);
  const { rows } = await client.query("select n from trial.log order by n");
  expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
});

test("a migration that fails leaves nothing of itself and says where it failed", async () => {
  write("0001_first", "create table trial.half (n int);\nselect * from trial.absent");
  await expect(migrate(client, { folder })).rejects.toThrow(/0001_first failed, line 2: .*trial\.absent/);
  const { rows } = await client.query("select to_regclass('trial.half') as half");
  expect(rows).toEqual([{ half: null }]);
});

test("an edited migration is refused", async () => {
  write("0001_first", "create table trial.a (n int)");
  await migrate(client, { folder });
  write("0001_first", "create table trial.a (n bigint)");
  await expect(migrate(client, { folder })).rejects.toThrow(/0001_first was edited after it was applied/);
});

test("a database of a newer version is refused", async () => {
  write("0001_first", "create table trial.a (n int)");
  write("0002_second", "create table trial.b (n int)");
  await migrate(client, { folder });
  rmSync(path.join(folder, "0002_second"), { recursive: true });
  await expect(migrate(client, { folder })).rejects.toThrow(/0002_second, which this version does not know/);
});

test("a migration slipped in before an applied one is refused", async () => {
  write("0002_second", "create table trial.b (n int)");
  await migrate(client, { folder });
  write("0001_first", "create table trial.a (n int)");
  await expect(migrate(client, { folder })).rejects.toThrow(/0001_first sorts before 0002_second/);
});

test("two runners at once apply each migration once", async () => {
  write("0001_first", "create table trial.a (n int); select pg_sleep(0.1)");
  const other = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await other.connect();
  const applied = await Promise.all([migrate(client, { folder }), migrate(other, { folder })]);
  await other.end();
  expect(applied.flat()).toEqual(["0001_first"]);
});

test("an index is built outside a transaction where the migration asks for it", async () => {
  write("0001_first", "create table trial.a (n int)");
  write("0002_index", "-- without transaction\ncreate index concurrently if not exists a_n on trial.a (n)");
  expect(await migrate(client, { folder })).toHaveLength(2);
});
