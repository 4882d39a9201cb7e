/**
 * Applies the migrations. Our own runner because Prisma's needs a program it downloads; the record it keeps
 * (`_prisma_migrations`, checksums included) is the one Prisma's command line reads and writes.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "./say.mjs";

export const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

/** The number Prisma's command line locks as well: two runners never work at once. */
const LOCK = 72707369;

/** First line of a migration that cannot run in a transaction (`create index concurrently`): one statement, repeatable. */
const WITHOUT_TRANSACTION = "-- without transaction";

const RECORD = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * The migrations of the project in order.
 * @param {string} [folder]
 * @returns {{ name: string, sql: string, checksum: string }[]}
 */
export function listMigrations(folder = MIGRATIONS) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Brings the database to the newest migration. Each runs in a transaction of its own together with its record.
 *
 * @param {import("pg").ClientBase} client connected as the owner role
 * @param {object} [options]
 * @param {string} [options.folder]
 * @param {string} [options.applicationRole] whom the migrations grant to
 * @returns {Promise<string[]>} names of those applied now
 * @throws Error with a sentence when a landed migration was edited, one is missing here (the database is of a newer
 *   version), one was left unfinished, or one fails
 */
export async function migrate(client, { folder = MIGRATIONS, applicationRole = "" } = {}) {
  const migrations = listMigrations(folder);
  await client.query("select pg_advisory_lock($1)", [LOCK]);
  try {
    await client.query(RECORD);
    await client.query("select set_config('peyvand.application_role', $1, false)", [applicationRole]);
    const { rows } = await client.query(
      "select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
    );
    const recorded = new Map(rows.map((row) => [row.name, row]));
    refuseWhatDiffers(migrations, recorded);
    const applied = [];
    for (const migration of migrations) {
      if (recorded.has(migration.name)) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK]);
  }
}

/**
 * @param {{ name: string, checksum: string }[]} migrations
 * @param {Map<string, { name: string, checksum: string, finished_at: Date | null }>} recorded
 */
function refuseWhatDiffers(migrations, recorded) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished_at } of recorded.values()) {
    const here = known.get(name);
    if (!here) {
      throw new Fault(
        `The database has the migration ${name}, which this version does not know: it was used by a newer version.`,
      );
    }
    if (here.checksum !== checksum) {
      throw new Fault(
        `The migration ${name} was edited after it was applied. Restore it and write a new migration instead.`,
      );
    }
    if (!finished_at) {
      throw new Fault(
        `The migration ${name} was begun and not finished. Repair the database and mark it with "prisma migrate resolve".`,
      );
    }
  }
  const last = [...recorded.keys()].sort().at(-1) ?? "";
  const late = migrations.find(({ name }) => name < last && !recorded.has(name));
  if (late)
    throw new Fault(
      `The migration ${late.name} sorts before ${last}, which is applied already. Give it a later name.`,
    );
}

/**
 * @param {import("pg").ClientBase} client
 * @param {{ name: string, sql: string, checksum: string }} migration
 */
async function apply(client, { name, sql, checksum }) {
  const inTransaction = !sql.startsWith(WITHOUT_TRANSACTION);
  const record = () =>
    client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  try {
    if (inTransaction) await client.query("begin");
    await client.query(sql);
    await record();
    if (inTransaction) await client.query("commit");
  } catch (error) {
    if (inTransaction) await client.query("rollback");
    const { message, position, where } =
      /** @type {{ message: string, position?: string, where?: string }} */ (error);
    const line = position ? `, line ${sql.slice(0, Number(position)).split("\n").length}` : "";
    throw new Fault(`The migration ${name} failed${line}: ${message}${where ? ` (${where})` : ""}`, {
      cause: error,
    });
  }
}
