/** The steps that make a fresh clone runnable. Each is skipped when what it reads has not changed since it was done. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { ROOT, filesOf, fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { environment, waitFor } from "./processes.mjs";
import { Fault, say, secondsSince } from "./say.mjs";

/** Refuses a Node.js that is too old, before anything newer is used. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Fault(
    `Peyvand needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** npm's settings for its children would change a second npm; only where packages come from is handed on. */
const KEPT_NPM_SETTINGS =
  /^npm_config_(registry|.*:registry|userconfig|globalconfig|cache|proxy|https_proxy|noproxy|ca|cafile|strict_ssl|offline|prefer_offline|\/\/.*)$/i;

/** The environment without what npm, a production host or a test run around us add to it. */
export function plainEnvironment() {
  return environment(
    Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) =>
          !/^(NODE_ENV$|VITEST)/.test(name) && (!/^npm_/i.test(name) || KEPT_NPM_SETTINGS.test(name)),
      ),
    ),
  );
}

/** Steps under way. @type {Set<import("node:child_process").ChildProcess>} */
const steps = new Set();

/** Ends the steps under way: a launcher that stops leaves none of them behind. */
export async function endSteps() {
  for (const step of steps) step.kill("SIGTERM");
  if (await waitFor(() => steps.size === 0, 5_000)) return;
  for (const step of steps) step.kill("SIGKILL");
}

/**
 * Runs a program and keeps what it says unless it fails.
 * @param {string} what how the step is called in the sentence that tells of its failure
 * @param {string[]} args of Node.js
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} what it printed
 */
export function runNode(what, args, env = plainEnvironment()) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    steps.add(child);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      steps.delete(child);
      if (code === 0) resolve(output);
      else reject(new Fault(`${output.trim()}\n\n${what} failed; its words are above.`));
    });
  });
}

/**
 * Installs the packages when the lock file is not the one they were installed from. Install scripts are not run: ours
 * need none, and one of them would download a program.
 */
export async function ensureDependencies() {
  const modules = path.join(ROOT, "node_modules");
  const lock = readFileSync(path.join(ROOT, "package-lock.json"), "utf8");
  const print = createHash("sha256").update(lock).digest("hex");
  const stampFile = path.join(modules, ".peyvand-lock");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === print) return;
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return; // another checkout's, installed there
  if (!isInstalled(modules, lock)) {
    const began = performance.now();
    say("Installing packages …");
    const npm = process.env.npm_execpath ?? beside(process.execPath);
    // What went wrong on the short way is said by the long one, if it goes wrong there as well.
    if (!(await installLocated(npm, lock))) await install(npm);
    say(`Packages installed (${secondsSince(began)}).`);
  }
  writeFileSync(stampFile, print);
}

/** @param {string} npm @param {string[]} more */
const install = (npm, ...more) =>
  runNode("Installing packages (npm ci)", [
    npm,
    "ci",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...more,
  ]);

/**
 * The lock file names no registry, and npm would ask the one of this machine about each of a thousand packages before it
 * fetches any. Where a registry keeps a package is known, so it is written into a copy beside: half the time.
 * @param {string} npm
 * @param {string} lock
 * @returns {Promise<boolean>} whether the packages are there
 */
async function installLocated(npm, lock) {
  const folder = path.join(ROOT, ".cache", "packages");
  const modules = path.join(ROOT, "node_modules");
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const registry = (await runNode("Asking npm for its registry", [npm, "config", "get", "registry"]))
      .trim()
      .split("\n")
      .at(-1);
    for (const name of ["package.json", ".npmrc"]) cpSync(path.join(ROOT, name), path.join(folder, name));
    writeFileSync(path.join(folder, "package-lock.json"), located(lock, registry ?? ""));
    await install(npm, `--prefix=${folder}`);
    rmSync(modules, { recursive: true, force: true });
    renameSync(path.join(folder, "node_modules"), modules);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A lock file in which every package has its address in a registry.
 * @param {string} lock
 * @param {string} registry
 */
export function located(lock, registry) {
  const whole = JSON.parse(lock);
  for (const [place, one] of Object.entries(whole.packages)) {
    if (!place || !one.integrity || one.resolved) continue;
    const name = one.name ?? place.split("node_modules/").at(-1);
    const file = `${name.split("/").at(-1)}-${one.version}.tgz`;
    one.resolved = new URL(`${name}/-/${file}`, registry.replace(/\/?$/, "/")).href;
  }
  return JSON.stringify(whole);
}

/**
 * Whether npm's own record says that every package of the lock file is there (an `npm ci` by hand leaves no stamp).
 * @param {string} modules
 * @param {string} lock
 */
function isInstalled(modules, lock) {
  const record = path.join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([name, { version, optional }]) => name === "" || optional || installed[name]?.version === version,
  );
}

/** npm's program where this script was not started by npm. @param {string} node */
function beside(node) {
  const places = ["../lib/node_modules/npm/bin/npm-cli.js", "node_modules/npm/bin/npm-cli.js"];
  const found = places.map((place) => path.join(path.dirname(node), place)).find((file) => existsSync(file));
  if (!found) throw new Fault("npm was not found; start this with `npm start` or `npm test`.");
  return found;
}

/**
 * Generates the database client when the schema changed. Prisma insists on a schema engine, which it would download and
 * does not use for this: any program that can be executed will do.
 */
export async function ensureClient() {
  const print = fingerprint(filesOf(["prisma/schema", "prisma.config.ts"]), [versionOf("prisma")]);
  if (existsSync(path.join(ROOT, "prisma/generated/client.ts")) && isStamped("client", print)) return;
  await runNode("Generating the database client", ["node_modules/prisma/build/index.js", "generate"], {
    ...plainEnvironment(),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  stamp("client", print);
}

/** Builds for production when a source changed. */
export async function ensureBuild() {
  const sources = [
    "app",
    "workers",
    "public",
    "prisma/schema",
    "prisma/seed",
    "scripts/first-administrator.ts",
    "remix.config.js",
    "vite.config.ts",
  ];
  const print = fingerprint(
    filesOf([...sources, "tsconfig.json", "package-lock.json"], (file) => !/\.test\.tsx?$|\.md$/.test(file)),
  );
  const made = ["index.js", "worker.js", "first-administrator.js"].every((file) =>
    existsSync(path.join(ROOT, "build/server", file)),
  );
  if (made && isStamped("build", print)) return;
  const began = performance.now();
  say("Building …");
  await runNode("Building", ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    ...plainEnvironment(),
    NODE_ENV: "production",
  });
  pressScripts(path.join(ROOT, "build/client/assets"));
  stamp("build", print);
  say(`Built (${secondsSince(began)}).`);
}

/**
 * Writes each script and style a second time as brotli at its best, which is too slow while somebody waits.
 * @param {string} folder
 */
function pressScripts(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css)$/.test(name)) continue;
    const file = path.join(folder, name);
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
}

/** @param {string} name of a package */
function versionOf(name) {
  return JSON.parse(readFileSync(path.join(ROOT, "node_modules", name, "package.json"), "utf8")).version;
}
