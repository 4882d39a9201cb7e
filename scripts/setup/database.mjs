/** The database the application runs on: the embedded one or the operator's, brought to the state it expects. */
import path from "node:path";
import pg from "pg";
import { ROOT, referenceFingerprint } from "./fingerprint.mjs";
import { startGuard } from "./guarded.mjs";
import { markContent, readContents } from "./contents.mjs";
import { migrate } from "./migrate.mjs";
import { startCluster } from "./postgres.mjs";
import { asAdmin } from "./roles.mjs";
import { decideSample } from "./sample-decision.mjs";
import { Fault, say, secondsSince } from "./say.mjs";
import { plainEnvironment, runNode } from "./steps.mjs";

/** Name of our database in the embedded cluster. */
const DATABASE = "peyvand";

const CLOCK_REFUSED = "CLOCK sets the date of the sample country and may be set only with it.";

/**
 * @typedef {object} ReadyDatabase
 * @property {string} appUrl
 * @property {boolean} withSample
 * @property {boolean} needsAdministrator nobody can administer it yet
 * @property {Promise<void>} ended resolves when the embedded server ends by itself
 * @property {(pid: number) => void} guardAlso ends that process too should the launcher be killed
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {NodeJS.ProcessEnv} options.env DATABASE_URL, DATABASE_OWNER_URL, SAMPLE, CLOCK
 * @param {number} [options.newSample] makes the sample anew, that many times as large
 * @returns {Promise<ReadyDatabase>}
 */
export async function startDatabase({ dataDir, env, newSample }) {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SAMPLE: wish } = env;
  if (appUrl && ownerUrl) {
    decideSample({ wish: newSample ? "1" : wish, isEmbedded: false, content: undefined });
    if (env.CLOCK) throw new Fault(CLOCK_REFUSED);
    await bringUpToDate({ ownerUrl, appUrl, dataDir });
    const guard = startGuard(dataDir);
    return {
      appUrl,
      withSample: false,
      needsAdministrator: await hasNoAdministrator(ownerUrl),
      ended: new Promise(() => {}),
      guardAlso: (pid) => guard.watch(pid, "SIGTERM"),
      stop: guard.release,
    };
  }
  if (appUrl || ownerUrl) {
    throw new Fault(
      "Set both DATABASE_URL (application role) and DATABASE_OWNER_URL (migrations), or neither of them.",
    );
  }
  const cluster = await startCluster({ dataDir, log: say });
  try {
    await cluster.ensureDatabase(DATABASE);
    const addresses = { ownerUrl: cluster.ownerUrl(DATABASE), appUrl: cluster.appUrl(DATABASE), dataDir };
    const withSample = await prepareEmbedded(cluster, addresses, env, newSample);
    return {
      appUrl: addresses.appUrl,
      withSample,
      needsAdministrator: !withSample && (await hasNoAdministrator(addresses.ownerUrl)),
      ended: cluster.ended,
      guardAlso: (pid) => cluster.guardAlso(pid, "SIGTERM"),
      stop: cluster.stop,
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** @typedef {{ ownerUrl: string, appUrl: string, dataDir: string }} Addresses */

/**
 * @param {import("./postgres.mjs").Cluster} cluster
 * @param {Addresses} addresses
 * @param {NodeJS.ProcessEnv} env
 * @param {number | undefined} newSample
 * @returns {Promise<boolean>} whether it holds the sample country
 */
async function prepareEmbedded(cluster, addresses, env, newSample) {
  const { content } = await connected(addresses.ownerUrl, readContents);
  const decision = decideSample({ wish: newSample ? "1" : env.SAMPLE, isEmbedded: true, content });
  if (decision === "none" && env.CLOCK) throw new Fault(CLOCK_REFUSED);
  const isAnew = decision === "reload" || (decision === "use" && newSample !== undefined);
  if (isAnew) {
    await asAdmin(cluster.adminUrl, (client) => client.query(`drop database ${DATABASE} with (force)`));
    await cluster.ensureDatabase(DATABASE);
  }
  await bringUpToDate(addresses);
  if (decision === "load" || isAnew)
    await fill("the sample country", addresses, "sample", String(newSample ?? 1));
  if (decision === "none" && content === undefined) {
    await connected(addresses.ownerUrl, (client) => markContent(client, "clean"));
  }
  return decision !== "none";
}

/** Migrations and reference data. @param {Addresses} addresses */
async function bringUpToDate(addresses) {
  const reference = await connected(addresses.ownerUrl, async (client) => {
    const applied = await migrate(client, {
      applicationRole: decodeURIComponent(new URL(addresses.appUrl).username),
    });
    if (applied.length > 0) say(`Migrations applied: ${applied.length}.`);
    return (await readContents(client)).reference;
  });
  if (reference !== referenceFingerprint()) await fill("reference data", addresses, "reference");
}

/** @param {string} ownerUrl */
const hasNoAdministrator = (ownerUrl) =>
  connected(ownerUrl, async (client) => {
    const known =
      "select from account where is_administrator and password_hash is not null and disabled_at is null limit 1";
    return (await client.query(known)).rowCount === 0;
  });

/**
 * @param {string} words
 * @param {Addresses} addresses
 * @param {string[]} what
 */
async function fill(words, { ownerUrl, appUrl, dataDir }, ...what) {
  const began = performance.now();
  say(`Loading ${words} …`);
  await runNode(`Loading ${words}`, ["--import", "tsx", path.join(ROOT, "scripts/setup/fill.ts"), ...what], {
    ...plainEnvironment(),
    SAMPLE: what[0] === "sample" ? "1" : "0",
    DATA_DIR: dataDir,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
  });
  say(`Loaded ${words} (${secondsSince(began)}).`);
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
async function connected(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: "peyvand set-up" });
  try {
    await client.connect();
  } catch (error) {
    throw new Fault(`The database cannot be reached as its owner: ${/** @type {Error} */ (error).message}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
