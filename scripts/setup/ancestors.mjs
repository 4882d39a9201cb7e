/** Notices that npm, which started this script, was killed: its children are not told. */
import { birthOf, isRunning, parentOf } from "./processes.mjs";

/**
 * Calls `then` once when npm (or the shell between it and this process) has gone. Does nothing where the script was not
 * started by npm: a process left behind on purpose (`node scripts/start.mjs &`) outlives its shell.
 * @param {() => void} then
 */
export function whenNpmIsGone(then) {
  if (!process.env.npm_lifecycle_event) return;
  const direct = process.ppid;
  const above = parentOf(direct);
  const watched = [direct, above ?? 0].filter((pid) => pid > 1).map((pid) => ({ pid, birth: birthOf(pid) }));
  const timer = setInterval(() => {
    if (watched.every(({ pid, birth }) => isRunning(pid) && birthOf(pid) === birth)) return;
    clearInterval(timer);
    then();
  }, 1000);
  timer.unref();
}
