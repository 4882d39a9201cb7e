#!/usr/bin/env node
/**
 * `npm test`: sets up what the tests need, runs the check, the build and every test, and ends with
 * `N passed, N failed` alone on its last line.
 *
 *   npm test                                    everything
 *   npm test -- --without browser,redis,calendar leaves out what needs these programs, and says so
 *   npm test -- --every-page …                  has the accessibility tests walk every page in both languages
 *   npm test -- app/areas/meetings              hands the rest on to vitest (no check then)
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { whenNpmIsGone } from "./setup/ancestors.mjs";
import { closingLines } from "./setup/closing.mjs";
import { ROOT } from "./setup/fingerprint.mjs";
import { folderInMemory } from "./setup/memory.mjs";
import { NEEDS, ensureNeeds } from "./setup/needs.mjs";
import { signalToGroup } from "./setup/processes.mjs";
import { Fault, giveUp, say, secondsSince } from "./setup/say.mjs";
import {
  ensureBuild,
  ensureClient,
  ensureDependencies,
  ensureNode,
  plainEnvironment,
} from "./setup/steps.mjs";

/** @typedef {import("./setup/needs.mjs").Need} Need */

/** What the databases of all tests take at most, with their log, and what the tests themselves take. */
const DATABASES = { room: 3e9, spare: 3e9 };

/** @param {string[]} args */
function readArguments(args) {
  /** @type {Need[]} */
  let without = [];
  let everyPage = false;
  const rest = [];
  for (let index = 0; index < args.length; index++) {
    const [name = "", value] = (args[index] ?? "").split("=");
    if (name === "--every-page") {
      everyPage = true;
      continue;
    }
    if (name !== "--without") {
      rest.push(args[index] ?? "");
      continue;
    }
    const names = (value ?? args[++index] ?? "").split(",").filter(Boolean);
    const unknown = names.filter((one) => !(one in NEEDS));
    if (names.length === 0 || unknown.length > 0) {
      throw new Fault(`--without takes ${Object.keys(NEEDS).join(" and ")}, with a comma between them.`);
    }
    without = /** @type {Need[]} */ (names);
  }
  return { without, rest, everyPage };
}

/** Process groups that run now: ended with this script, whatever ends it. @type {Set<number>} */
const groups = new Set();
function endGroups() {
  for (const group of groups) signalToGroup(group, "SIGKILL");
}

/**
 * Runs a script of ours, or a tool, in a process group of its own so that nothing of it stays behind.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      windowsHide: true,
    });
    const group = child.pid ?? 0;
    groups.add(group);
    child.once("error", reject);
    child.once("exit", (code) => {
      signalToGroup(group, "SIGKILL");
      groups.delete(group);
      resolve(code === 0);
    });
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} rest
 */
async function runVitest(env, rest) {
  const file = path.join(ROOT, ".cache", `tally-${process.pid}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=./tests/setup/tally.ts"];
  const succeeded = await run(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...rest], {
    ...env,
    TALLY_FILE: file,
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {{ passed: number, failed: number, skipped: number }} */
  const tally = JSON.parse(readFileSync(file, "utf8"));
  rmSync(file);
  // vitest may fail for a reason no test carries (a global set-up, a clean-up).
  if (!succeeded && tally.failed === 0) tally.failed = 1;
  return tally;
}

async function main() {
  const began = performance.now();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // vitest stops its cluster when it is asked; its guard does when it is not.
      for (const group of groups) signalToGroup(group, "SIGTERM");
      setTimeout(() => process.exit(130), 3_000);
    });
  }
  process.on("exit", endGroups);
  whenNpmIsGone(() => process.exit(1));

  ensureNode();
  const { without, rest, everyPage } = readArguments(process.argv.slice(2));
  await ensureDependencies();
  const programs = ensureNeeds(without);
  for (const need of without) say(`Not run: ${NEEDS[need].what}.`);
  await ensureClient();

  const pages = everyPage ? { ACCESSIBILITY: "every-page" } : {};
  // Every test file makes and drops a thousand files of a database. Some files alone keep theirs for the next time.
  const memory = rest.length === 0 ? folderInMemory(DATABASES) : undefined;
  if (memory) process.on("exit", () => rmSync(memory, { recursive: true, force: true, maxRetries: 3 }));
  const cluster = memory ? { TEST_CLUSTER_FOLDER: memory } : {};
  const env = { ...plainEnvironment(), ...programs, ...pages, ...cluster, WITHOUT: without.join(",") };
  let failures = 0;
  const check = rest.length === 0 ? run(["scripts/check.mjs"], env) : Promise.resolve(true);
  try {
    await ensureBuild();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    say(error.message);
    failures++;
  }
  // The check fills what the build and the first tests leave of the processors.
  const tally = await runVitest(env, rest);
  if (!(await check)) failures++;
  failures += tally.failed;
  for (const need of without) say(`Not run: ${NEEDS[need].what}.`);
  say(`Took ${secondsSince(began)}.`);
  for (const line of closingLines({ ...tally, failed: failures })) say(line);
  process.exitCode = failures > 0 || tally.passed === 0 ? 1 : 0;
}

main().catch(giveUp);
