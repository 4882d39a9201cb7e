/** What npm cannot bring: a Chromium for the journeys, a Redis server for the queue on Redis, a calendar program for the feed. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { Fault, say } from "./say.mjs";

/** @typedef {"browser" | "redis" | "calendar"} Need */

/** @typedef {{ what: string, variable: string, programs: string[], places: string[], packages: string[] }} Program */

/**
 * `programs` and `packages` in the order in which they are looked for: a Chromium that never opens a window takes a fifth
 * less of the processor.
 * @type {Record<Need, Program>}
 */
export const NEEDS = {
  browser: {
    what: "tests in a real browser (tests/journeys)",
    variable: "CHROMIUM",
    programs: [
      "chromium-headless-shell",
      "chromium",
      "chromium-browser",
      "google-chrome-stable",
      "google-chrome",
    ],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    packages: ["chromium-headless-shell", "chromium"],
  },
  redis: {
    what: "tests of the queue on Redis",
    variable: "REDIS_SERVER",
    programs: ["redis-server"],
    places: [],
    packages: ["redis-server"],
  },
  calendar: {
    what: "tests of the calendar feed in a calendar program",
    variable: "KHAL",
    programs: ["khal"],
    places: [],
    packages: ["khal"],
  },
};

/**
 * The program for a need: named by its variable, on the path, or where its installer puts it.
 * @param {Need} need
 * @returns {string | undefined}
 */
export function findProgram(need) {
  const { variable, programs, places } = NEEDS[need];
  const given = process.env[variable];
  if (given) {
    if (isExecutable(given)) return given;
    throw new Fault(`${variable} is "${given}", which is not a program that can be run.`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...places].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds what the tests need; under CI=true installs what is missing, elsewhere tells how.
 * @param {Need[]} without needs whose tests are left out on purpose
 * @returns {Record<string, string>} environment that tells the tests where the programs are
 */
export function ensureNeeds(without) {
  const wanted = /** @type {Need[]} */ (Object.keys(NEEDS)).filter((need) => !without.includes(need));
  const missing = () => wanted.filter((need) => !findProgram(need));
  if (process.env.CI === "true") for (const need of missing()) install(need);
  const still = missing();
  if (still.length > 0) throw new Fault(sentence(still));
  return Object.fromEntries(wanted.map((need) => [NEEDS[need].variable, findProgram(need) ?? ""]));
}

/** @param {Need[]} missing */
function sentence(missing) {
  // The last of its packages is the one that every system has.
  const packages = missing.map((need) => NEEDS[need].packages.at(-1));
  const names = packages.join(" ");
  const line = existsSync("/usr/bin/apt-get")
    ? `${process.getuid?.() === 0 ? "" : "sudo "}apt-get install -y ${names}`
    : process.platform === "darwin"
      ? `brew install ${names.replace("chromium", "--cask chromium").replace("redis-server", "redis")}`
      : `(install with your system's packages: ${names})`;
  return `The tests need ${packages.join(" and ")}. Install with:\n\n  ${line}\n\nor leave their tests out: npm test -- --without ${missing.join(",")}`;
}

/**
 * Installs the first of its packages that Debian or Ubuntu has.
 * @param {Need} need
 */
function install(need) {
  const isRoot = process.getuid?.() === 0;
  const run = (/** @type {string[]} */ ...args) => {
    const [program = "", ...rest] = isRoot ? ["apt-get", ...args] : ["sudo", "-n", "apt-get", ...args];
    return spawnSync(program, rest, {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  run("-q", "update");
  for (const name of NEEDS[need].packages) {
    say(`Installing ${name} from the system's packages …`);
    const { status, stdout, stderr, error } = run("-q", "install", "-y", "--no-install-recommends", name);
    if (status === 0) return;
    say(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trim().split("\n").slice(-15).join("\n"));
  }
}
