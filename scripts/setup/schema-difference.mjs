/** What separates the landed migrations from `prisma/schema`, as SQL. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { ROOT } from "./fingerprint.mjs";
import { migrate } from "./migrate.mjs";
import { asAdmin, ensureDatabase } from "./roles.mjs";
import { plainEnvironment, runNode } from "./steps.mjs";

/**
 * Policies, triggers, functions and checks are invisible to the comparison: they are written by hand.
 * @param {{ adminUrl: string, ownerUrl: string }} cluster addresses of any database in a running cluster
 * @returns {Promise<string>} the statements that would bring a migrated database to the schema; "" when nothing differs
 */
export async function schemaDifference({ adminUrl, ownerUrl }) {
  const name = `peyvand_difference_${randomBytes(4).toString("hex")}`;
  await ensureDatabase(adminUrl, name);
  try {
    const migrated = new URL(ownerUrl);
    migrated.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: migrated.href });
    await client.connect();
    try {
      await migrate(client);
      // The record of the migrations is not part of the schema.
      await client.query("drop table _prisma_migrations");
    } finally {
      await client.end();
    }
    const script = await runNode(
      "Comparing migrations and schema",
      [
        "node_modules/prisma/build/index.js",
        "migrate",
        "diff",
        "--from-config-datasource",
        "--to-schema=prisma/schema",
        "--script",
      ],
      {
        ...plainEnvironment(),
        DATABASE_OWNER_URL: migrated.href,
        PRISMA_SCHEMA_ENGINE_BINARY: path.join(ROOT, "scripts/schema-engine.mjs"),
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    );
    const sql = script.slice(Math.max(0, script.indexOf("-- "))).trim();
    return /^-- This is an empty migration/.test(sql) ? "" : sql;
  } finally {
    await asAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
}
