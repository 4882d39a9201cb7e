import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { inDatabase } from "../setup/cluster";

const { adminUrl } = inject("cluster");
const given = { app: process.env.DATABASE_URL ?? "", owner: process.env.DATABASE_OWNER_URL ?? "" };
const database = new URL(given.app).pathname.slice(1);
const PASSWORD = randomBytes(12).toString("hex");
const roles: string[] = [];

let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client({ connectionString: inDatabase(adminUrl, database) });
  await admin.connect();
});
afterEach(async () => {
  const { closeDb } = await import("~/kernel/db.server");
  await closeDb();
  process.env.DATABASE_URL = given.app;
});
afterAll(async () => {
  for (const role of roles.splice(0).reverse()) {
    await admin.query(`drop owned by ${role}`);
    await admin.query(`drop role ${role}`);
  }
  await admin.end();
  vi.resetModules();
});

const nameIn = (url: string) => decodeURIComponent(new URL(url).username);

/** Makes a role of the cluster; answers the address under which it connects. */
async function roleOf(statement: (role: string) => string): Promise<string> {
  const role = `unsafe_${randomBytes(6).toString("hex")}`;
  await admin.query(`create role ${role} login password '${PASSWORD}'`);
  roles.push(role);
  await admin.query(statement(role));
  const url = new URL(given.app);
  url.username = role;
  url.password = PASSWORD;
  return url.href;
}

/** The application as a process with this address in its environment starts it. */
async function bootAs(url: string) {
  process.env.DATABASE_URL = url;
  vi.resetModules();
  const { boot } = await import("~/boot.server");
  return boot();
}

const unsafe: [string, () => Promise<string>][] = [
  ["the owner of the tables", () => Promise.resolve(given.owner)],
  ["the superuser", () => Promise.resolve(inDatabase(adminUrl, database))],
  ["a role that passes by the policies", () => roleOf((role) => `alter role ${role} bypassrls`)],
  [
    "the owner of one table",
    () => roleOf((role) => `create table "of_${role}" (); alter table "of_${role}" owner to ${role}`),
  ],
  ["a member of the owner", () => roleOf((role) => `grant "${nameIn(given.owner)}" to ${role}`)],
  [
    "a member of the owner that does not inherit, and may only become it",
    () => roleOf((role) => `grant "${nameIn(given.owner)}" to ${role} with inherit false, set true`),
  ],
  ["a member of the superuser", () => roleOf((role) => `grant "${nameIn(adminUrl)}" to ${role}`)],
  [
    "a member of a member of the owner",
    async () => {
      const between = nameIn(await roleOf((role) => `grant "${nameIn(given.owner)}" to ${role}`));
      return roleOf((role) => `grant ${between} to ${role}`);
    },
  ],
];

describe("the application", () => {
  test("starts as a role of its own that owns nothing", async () => {
    const application = await bootAs(given.app);
    await application.ready();
    await application.stop();
  });

  test.each(unsafe)("refuses to start as %s, with a sentence for the operator", async (_who, make) => {
    const url = await make();
    await expect(bootAs(url)).rejects.toThrow(
      `DATABASE_URL connects as "${nameIn(url)}", which is superuser, owner, bypassrls or a member of such a role. ` +
        "Row-level security would not hold. Give the application a role of its own that owns nothing.",
    );
  });
});
