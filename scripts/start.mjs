#!/usr/bin/env node
/**
 * `npm start`: everything between a fresh clone and a served address. Built-in modules only until the packages are
 * installed; each step says a line when it has something to do.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import path from "node:path";
import { whenNpmIsGone } from "./setup/ancestors.mjs";
import { faultOfEnvironment, makeDataFolder, waitForRedis } from "./setup/environment.mjs";
import { ROOT } from "./setup/fingerprint.mjs";
import { takeLock } from "./setup/lock.mjs";
import { isRunning, pause, signalTo, waitFor } from "./setup/processes.mjs";
import { Fault, giveUp, say, secondsSince } from "./setup/say.mjs";
import { SERVING_ARGS, SERVING_ENV } from "./setup/serving.mjs";
import {
  endSteps,
  ensureBuild,
  ensureClient,
  ensureDependencies,
  ensureNode,
  plainEnvironment,
  runNode,
} from "./setup/steps.mjs";

/** Longest time the application may take to finish what it is doing when it is asked to end. */
const APP_PATIENCE = 15_000;
const READY_PATIENCE = 60_000;
const HOST = process.env.HOST || "127.0.0.1";

/** @type {(() => Promise<void> | void)[]} undone in reverse order */
const undo = [];
let stopping = false;

/** @param {number} code */
async function stop(code, word = "") {
  if (stopping) return;
  stopping = true;
  if (word) say(word);
  await endSteps();
  for (const step of undo.reverse()) await step();
  process.exit(code);
}

/** A fault after something was started: says it and stops what runs. @param {unknown} error */
async function fail(error) {
  if (stopping) return;
  try {
    giveUpSoftly(error);
  } finally {
    await stop(1);
  }
}

/** @param {unknown} error */
function giveUpSoftly(error) {
  const isSentence = error instanceof Fault;
  console.error(error instanceof Error ? (isSentence ? error.message : error.stack) : String(error));
}

async function main() {
  const began = performance.now();
  // A reader of our output that goes away (`npm start | head`) is no reason to die half-way.
  process.stdout.on("error", () => {});
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => void stop(0, "Stopping …"));
  }
  whenNpmIsGone(() => void stop(0, "npm has gone; stopping …"));

  ensureNode();
  const wantsLink = wantsAdministratorLink(process.argv.slice(2));
  const port = portOf(process.env.PORT);
  const fault = faultOfEnvironment(process.env);
  if (fault) throw new Fault(fault);
  const dataDir = path.resolve(ROOT, process.env.DATA_DIR || ".data");
  makeDataFolder(dataDir);
  const lock = takeLock(path.join(dataDir, "lock"));
  if ("heldBy" in lock) {
    throw new Fault(
      `Peyvand already runs on ${dataDir} (process ${lock.heldBy}). Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  undo.push(() => lock.release());
  await refuseTakenPort(port);
  await waitForRedis(process.env.REDIS_URL);

  await ensureDependencies();
  await ensureClient();
  await ensureBuild();

  const { startDatabase } = await import("./setup/database.mjs");
  const database = await startDatabase({ dataDir, env: process.env });
  undo.push(() => database.stop());
  if (stopping) return;

  const app = startApplication({ port, dataDir, database });
  undo.push(() => stopApplication(app));
  app.ended.then(
    (how) =>
      fail(
        new Fault(
          `The application ended by itself (${how}). Start again; if it keeps happening, read the lines above.`,
        ),
      ),
    fail,
  );
  void database.ended.then(() =>
    fail(new Fault("The database server ended by itself. Start again: it recovers what was written.")),
  );
  await waitUntilServed(port, app);
  if (stopping) return;
  const link = database.needsAdministrator || wantsLink ? await makeLink(database, wantsLink) : undefined;
  if (stopping) return;
  announce({ port, dataDir, withSample: database.withSample, began });
  if (link) say(link);
}

/** @param {string[]} args of the command line */
function wantsAdministratorLink(args) {
  const unknown = args.find((arg) => arg !== "--administrator-link");
  if (unknown) {
    throw new Fault(
      `npm start does not know "${unknown}". It takes --administrator-link; the environment says the rest.`,
    );
  }
  return args.length > 0;
}

/** @param {string | undefined} text */
function portOf(text) {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Fault(`PORT is "${text}"; it has to be a number from 1 to 65535.`);
}

/** @param {number} port */
async function refuseTakenPort(port) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new Fault(
            `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(
          new Fault(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`),
        );
      } else reject(error);
    });
    server.listen(port, HOST, () => server.close(resolve));
  });
}

/**
 * @param {{ port: number, dataDir: string, database: import("./setup/database.mjs").ReadyDatabase }} options
 */
function startApplication({ port, dataDir, database }) {
  const child = spawn(process.execPath, [...SERVING_ARGS, path.join(ROOT, "scripts/serve.mjs")], {
    cwd: ROOT,
    // A session of its own: Ctrl-C reaches this launcher, which stops the application before its database.
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...plainEnvironment(),
      ...SERVING_ENV,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: undefined,
      SAMPLE: database.withSample ? "1" : "0",
    },
  });
  /** @type {Promise<string>} */
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
  const pid = child.pid ?? 0;
  const pids = [pid];
  database.guardAlso(pid);
  child.on("message", (/** @type {{ worker?: number }} */ { worker }) => {
    if (worker === undefined) return;
    pids.push(worker);
    database.guardAlso(worker);
  });
  return { pid, pids, ended };
}

/** @param {{ pids: number[] }} app its own process and its worker's, which it ends */
async function stopApplication({ pids }) {
  const isGone = () => !pids.some(isRunning);
  for (const pid of pids) signalTo(pid, "SIGTERM");
  if (await waitFor(isGone, APP_PATIENCE)) return;
  for (const pid of pids.filter(isRunning)) signalTo(pid, "SIGKILL");
  await waitFor(isGone, 2_000);
}

/**
 * @param {number} port
 * @param {{ pid: number }} app
 */
async function waitUntilServed(port, { pid }) {
  for (const end = Date.now() + READY_PATIENCE; isRunning(pid) && !stopping; await pause(25)) {
    if (await isHealthy(port)) return;
    if (Date.now() > end)
      throw new Fault(`The application did not become ready within ${READY_PATIENCE / 1000} s.`);
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isHealthy(port) {
  return new Promise((resolve) => {
    const request = get(
      {
        host: HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST,
        port,
        path: "/healthz",
        timeout: 2_000,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on("error", () => resolve(false));
    request.on("timeout", () => request.destroy());
  });
}

/** @param {{ port: number, dataDir: string, withSample: boolean, began: number }} facts */
function announce({ port, dataDir, withSample, began }) {
  say(`\nPeyvand is ready: http://localhost:${port} (${secondsSince(began)}; Ctrl-C stops it)`);
  const file = path.join(dataDir, "sample-accounts.json");
  if (!withSample || !existsSync(file)) return;
  /** @type {{ username: string, password: string, post: string }[]} */
  const accounts = JSON.parse(readFileSync(file, "utf8"));
  say(
    "\nSample accounts (for this sample country only; SAMPLE=0 with another DATA_DIR gives a clean system):",
  );
  const width = Math.max(...accounts.map(({ username }) => username.length));
  for (const { username, password, post } of accounts)
    say(`  ${username.padEnd(width)}  ${password}  ${post}`);
}

/**
 * The first administrator of a clean system, or one who lost his password, sets it by a one-time link.
 * @param {import("./setup/database.mjs").ReadyDatabase} database
 * @param {boolean} evenSo for the administrator there is
 * @returns {Promise<string>} the lines to print
 */
async function makeLink({ appUrl }, evenSo) {
  const script = path.join(ROOT, "build/server/first-administrator.js");
  const args = [script, ...(evenSo ? ["--even-so"] : [])];
  const said = await runNode("Making the administrator's link", args, {
    ...plainEnvironment(),
    NODE_ENV: "production",
    DATABASE_URL: appUrl,
  });
  const address = process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`;
  const who = evenSo ? "The administrator" : "The first administrator";
  const link = new URL(said.trim().split("\n").at(-1) ?? "", address).href;
  return `\n${who} sets a password here, once (a new start makes a new link):\n  ${link}`;
}

main().catch((error) => (undo.length > 0 ? fail(error) : giveUp(error)));
