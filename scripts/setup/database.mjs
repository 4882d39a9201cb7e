/** The database the application runs on: the embedded one or the operator's, brought to the state it expects. */
import { existsSync } from "node:fs";
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

/**
 * @typedef {object} ReadyDatabase
 * @property {string} appUrl
 * @property {boolean} withSample
 * @property {Promise<void>} ended resolves when the embedded server ends by itself
 * @property {(pid: number) => void} guardAlso ends that process too should the launcher be killed
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {string} options.name of the database in the embedded cluster
 * @param {NodeJS.ProcessEnv} options.env DATABASE_URL, DATABASE_OWNER_URL, SAMPLE, CLOCK
 * @returns {Promise<ReadyDatabase>}
 */
export async function startDatabase({ dataDir, name, env }) {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env;
  if (appUrl && ownerUrl) {
    const withSample = await prepareDatabase({
      ownerUrl,
      appUrl,
      env,
      isEmbedded: false,
      recreate: async () => {},
    });
    const guard = startGuard(dataDir);
    return {
      appUrl,
      withSample,
      ended: new Promise(() => {}),
      guardAlso: (pid) => guard.watch(pid, "SIGTERM"),
      async stop() {
        await guard.release();
      },
    };
  }
  if (appUrl || ownerUrl) {
    throw new Fault(
      "Set both DATABASE_URL (application role) and DATABASE_OWNER_URL (migrations), or neither of them.",
    );
  }
  const cluster = await startCluster({ dataDir, log: say });
  try {
    await cluster.ensureDatabase(name);
    const withSample = await prepareDatabase({
      ownerUrl: cluster.ownerUrl(name),
      appUrl: cluster.appUrl(name),
      env: { ...env, DATA_DIR: dataDir },
      isEmbedded: true,
      async recreate() {
        await asAdmin(cluster.adminUrl, (client) => client.query(`drop database ${name} with (force)`));
        await cluster.ensureDatabase(name);
      },
    });
    return {
      appUrl: cluster.appUrl(name),
      withSample,
      ended: cluster.ended,
      guardAlso: (pid) => cluster.guardAlso(pid, "SIGTERM"),
      stop: cluster.stop,
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/**
 * @param {object} options
 * @param {string} options.ownerUrl
 * @param {string} options.appUrl
 * @param {NodeJS.ProcessEnv} options.env CLOCK, DATA_DIR, SAMPLE
 * @param {boolean} options.isEmbedded
 * @param {() => Promise<void>} options.recreate drops and makes the database again
 * @returns {Promise<boolean>} whether it holds the sample country
 */
async function prepareDatabase({ ownerUrl, appUrl, env, isEmbedded, recreate }) {
  let decision = await connected(ownerUrl, async (client) => {
    const { content } = await readContents(client);
    const wish = existsSync(path.join(ROOT, "scripts/sample.ts")) ? env.SAMPLE : "0";
    return decideSample({ wish, isEmbedded, content });
  });
  if (decision === "reload") {
    await recreate();
    decision = "load";
  }
  await connected(ownerUrl, async (client) => {
    const applied = await migrate(client, { applicationRole: decodeURIComponent(new URL(appUrl).username) });
    if (applied.length > 0) say(`Migrations applied: ${applied.length}.`);
    const { content, reference } = await readContents(client);
    if (reference !== referenceFingerprint())
      await fill("reference data", "reference", {
        ...env,
        DATABASE_URL: appUrl,
        DATABASE_OWNER_URL: ownerUrl,
      });
    if (decision === "none" && content === undefined && isEmbedded) await markContent(client, "clean");
  });
  if (decision === "load") {
    await fill("the sample country", "sample", {
      ...env,
      SAMPLE: "1",
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
    });
  }
  return decision === "load" || decision === "use";
}

/**
 * @param {string} words
 * @param {"reference" | "sample"} what
 * @param {NodeJS.ProcessEnv} env
 */
async function fill(words, what, env) {
  const began = performance.now();
  say(`Loading ${words} …`);
  const script = path.join(ROOT, "scripts/setup/fill.ts");
  await runNode(`Loading ${words}`, ["--import", "tsx", script, what], {
    ...plainEnvironment(),
    ...env,
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
