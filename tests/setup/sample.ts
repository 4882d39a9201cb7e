import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { loadSample, type SampleAccount } from "../../scripts/sample";
import { fingerprint, modulesOf } from "../../scripts/setup/fingerprint.mjs";
import { inDatabase } from "./cluster";

/** The day of the sample country of tests: quarter 3 of 1405 has just ended. */
export const SAMPLE_DAY = "1405/10/03";

/** Serialises making the country among the files of a run that want one. */
const LOCK = 4190002;

/**
 * Puts the sample country into this file's database, and its day on this process's clock. The country is made once for
 * all files that ask for one of the same size, who get copies: to be called before anything is connected.
 */
export async function holdSample(scale = 1): Promise<SampleAccount[]> {
  process.env.CLOCK = SAMPLE_DAY;
  const { adminUrl, ownerUrl, template, folder: beside } = inject("cluster");
  const name = `${template}_sample_${printOf(scale)}`;
  const folder = path.join(beside, name);
  const admin = new pg.Client({ connectionString: adminUrl });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await Promise.all([admin.connect(), owner.connect()]);
  try {
    await admin.query("select pg_advisory_lock($1)", [LOCK]);
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount || !existsSync(folder)) await make(admin, owner, { name, folder, scale });
    await admin.query(`comment on database ${name} is '${new Date().toISOString()}'`);
    await admin.query("select pg_advisory_unlock($1)", [LOCK]);
    const database = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname.slice(1);
    await admin.query(`drop database ${database} with (force)`);
    await owner.query(`create database ${database} template ${name} strategy file_copy`);
  } finally {
    await Promise.all([admin.end(), owner.end()]);
  }
  const dataDir = process.env.DATA_DIR ?? "";
  cpSync(folder, dataDir, { recursive: true });
  return JSON.parse(readFileSync(path.join(dataDir, "sample-accounts.json"), "utf8")) as SampleAccount[];
}

/** A few letters for what the country depends on beside migrations and reference data. */
const printOf = (scale: number) =>
  fingerprint(modulesOf("scripts/sample.ts"), [SAMPLE_DAY, String(scale)]).slice(0, 8);

/** Makes the country in a database and a folder that get their names when they are complete. */
async function make(
  admin: pg.Client,
  owner: pg.Client,
  { name, folder, scale }: { name: string; folder: string; scale: number },
): Promise<void> {
  const { template, ownerUrl } = inject("cluster");
  const [draft, draftFolder] = [`${name}_draft`, `${folder}.draft`];
  for (const one of [draft, name]) {
    await admin.query(`drop database if exists ${one} with (force)`);
  }
  for (const one of [draftFolder, folder]) rmSync(one, { recursive: true, force: true });
  await owner.query(`create database ${draft} template ${template} strategy file_copy`);
  mkdirSync(draftFolder, { recursive: true });
  const { DATA_DIR } = process.env;
  process.env.DATA_DIR = draftFolder;
  const loading = new pg.Client({ connectionString: inDatabase(ownerUrl, draft) });
  await loading.connect();
  try {
    await loadSample(loading, scale);
  } finally {
    await loading.end();
    process.env.DATA_DIR = DATA_DIR;
  }
  renameSync(draftFolder, folder);
  await admin.query(`alter database ${draft} rename to ${name}`);
}
