import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { loadReference } from "../../prisma/seed/reference";
import { ROOT, referenceFingerprint } from "../../scripts/setup/fingerprint.mjs";
import { takeLock } from "../../scripts/setup/lock.mjs";
import { migrate } from "../../scripts/setup/migrate.mjs";
import { startCluster } from "../../scripts/setup/postgres.mjs";
import { ensureDatabase } from "../../scripts/setup/roles.mjs";
import { ensureClient } from "../../scripts/setup/steps.mjs";

/** Addresses of the test cluster; each names the database "postgres", to be replaced by {@link inDatabase}. */
export interface TestCluster {
  /** Where files lie that belong to its databases. */
  folder: string;
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  template: string;
}

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

const TEMPLATE = "peyvand_template_";
/** Serialises building templates among test runs that share a cluster. */
const BUILD_LOCK = 4190001;
const TEMPLATES_KEPT = 16;

/** The same address with another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

type Shared = { uses: number; ready: Promise<{ cluster: TestCluster; stop: () => Promise<void> }> };
// Every vitest project loads this file for itself; they share one cluster through the process.
const holder = globalThis as { peyvandTestCluster?: Shared };

/**
 * Gives the test run a cluster: one that already runs (`TEST_CLUSTER_ADMIN_URL`, `…_OWNER_URL`, `…_APP_URL`) or its own
 * in `.data/test` (or in `TEST_CLUSTER_FOLDER`), with a template database of the newest migrations and reference data.
 */
export default async function setup(project: TestProject) {
  const shared = (holder.peyvandTestCluster ??= { uses: 0, ready: prepare() });
  shared.uses++;
  const { cluster, stop } = await shared.ready;
  project.provide("cluster", cluster);
  return async () => {
    if (--shared.uses > 0) return;
    delete holder.peyvandTestCluster;
    await stop();
  };
}

async function prepare() {
  await ensureClient();
  const {
    TEST_CLUSTER_ADMIN_URL: adminUrl,
    TEST_CLUSTER_OWNER_URL: ownerUrl,
    TEST_CLUSTER_APP_URL: appUrl,
  } = process.env;
  const home = path.join(ROOT, ".data", "test");
  if (adminUrl && ownerUrl && appUrl) {
    const template = await buildTemplate(adminUrl, ownerUrl);
    return { cluster: { folder: home, adminUrl, ownerUrl, appUrl, template }, stop: async () => {} };
  }
  const dataDir = process.env.TEST_CLUSTER_FOLDER ?? home;
  const lock = takeLock(path.join(home, "lock"));
  if ("heldBy" in lock)
    throw new Error(`Another test run (process ${lock.heldBy}) uses ${home}; wait for its end.`);
  const server = await startCluster({ dataDir, durable: false, connections: 200 });
  const own = {
    folder: dataDir,
    adminUrl: server.adminUrl,
    ownerUrl: server.ownerUrl("postgres"),
    appUrl: server.appUrl("postgres"),
  };
  const stop = async () => {
    await server.stop();
    lock.release();
  };
  try {
    return { cluster: { ...own, template: await buildTemplate(own.adminUrl, own.ownerUrl) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Builds the template of this state of migrations and reference data once; it is kept between runs. */
async function buildTemplate(adminUrl: string, ownerUrl: string): Promise<string> {
  const template = TEMPLATE + referenceFingerprint().slice(0, 16);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock($1)", [BUILD_LOCK]);
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [template]);
    if (!rowCount) {
      const draft = `${template}_draft`;
      await admin.query(`drop database if exists ${draft} with (force)`);
      await ensureDatabase(adminUrl, draft);
      await fill(inDatabase(ownerUrl, draft));
      await admin.query(`alter database ${draft} rename to ${template}`);
      await admin.query(`alter database ${template} with is_template true allow_connections false`);
    }
    await admin.query(`comment on database ${template} is '${new Date().toISOString()}'`);
    await dropForgotten(admin);
    return template;
  } finally {
    await admin.end();
  }
}

async function fill(url: string) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await migrate(owner);
    await loadReference(owner);
  } finally {
    await owner.end();
  }
}

/** Drops templates not used lately and the clones of test runs that were killed. */
async function dropForgotten(admin: pg.Client) {
  const { rows } = await admin.query<{ datname: string; used: string | null }>(
    `select datname, shobj_description(oid, 'pg_database') as used from pg_database
      where starts_with(datname, '${TEMPLATE}') order by used desc nulls last offset ${TEMPLATES_KEPT}`,
  );
  for (const { datname } of rows) {
    await admin.query(`alter database ${datname} with is_template false`);
    await admin.query(`drop database if exists ${datname} with (force)`);
  }
  const clones = await admin.query<{ datname: string }>(
    "select datname from pg_database where starts_with(datname, 'test_')",
  );
  for (const { datname } of clones.rows) {
    const madeAt = Number.parseInt(datname.split("_")[1] ?? "", 36);
    if (madeAt < Date.now() - 2 * 60 * 60 * 1000)
      await admin.query(`drop database if exists ${datname} with (force)`);
  }
}
