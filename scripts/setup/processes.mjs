/** What the operating system says about processes, without trusting a number that may have been given to another. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/**
 * Fields of `/proc/PID/stat` after the command's name, or null where there is no such process or no /proc.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/**
 * Whether the process runs. A zombie does not: where nothing reaps (many containers) a killed process keeps its number.
 * @param {number} pid
 */
export function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false;
  }
  const state = statOf(pid)?.[0];
  return state !== "Z" && state !== "X";
}

/**
 * Something that tells this process from a later one with the same number: the start time on Linux, elsewhere "".
 * @param {number} pid
 */
export function birthOf(pid) {
  return statOf(pid)?.[19] ?? "";
}

/**
 * @param {number} pid
 * @returns {number | undefined} the parent; undefined where there is no /proc
 */
export function parentOf(pid) {
  const parent = statOf(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/**
 * Whether the process is a PostgreSQL server of this data directory (after a restart of the machine its number may
 * belong to anything).
 * @param {number} pid
 * @param {string} directory real path of the data directory
 */
export function isPostgresOf(pid, directory) {
  if (!isRunning(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    if (process.platform === "linux") return false;
  }
  if (process.platform === "win32") return true;
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(
      "postgres",
    );
  } catch {
    return false;
  }
}

/**
 * An environment for a child that is complete as given: nothing is required of it, NODE_ENV included.
 * @param {Record<string, string | undefined>} variables
 */
export const environment = (variables) => /** @type {NodeJS.ProcessEnv} */ (variables);

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits until `condition` holds.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds longest wait
 * @returns {Promise<boolean>} whether it came to hold
 */
export async function waitFor(condition, milliseconds, step = 25) {
  for (const end = Date.now() + milliseconds; ;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await pause(step);
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * Signals a process that was started `detached`, and all that it has started since. Windows knows neither groups nor
 * signals: there they are ended by force, whatever the signal.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalToGroup(pid, signal) {
  if (process.platform === "win32")
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { windowsHide: true });
  else signalTo(-pid, signal);
}
