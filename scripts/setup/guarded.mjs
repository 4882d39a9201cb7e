/** The launcher's side of the guard (`guard.mjs`), which ends what was started should the launcher be killed. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { birthOf, environment, waitFor } from "./processes.mjs";

/**
 * Starts a guard for this process; it neither keeps this process running nor ends with its terminal.
 * @param {string} what is guarded, for whoever reads the list of processes
 */
export function startGuard(what) {
  const guard = spawn(process.execPath, [fileURLToPath(new URL("guard.mjs", import.meta.url)), what], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: environment({ PATH: process.env.PATH }),
    windowsHide: true,
  });
  guard.unref();
  const input = /** @type {import("node:net").Socket} */ (guard.stdin);
  input.unref();
  input.on("error", () => {});
  return {
    pid: guard.pid ?? 0,
    /**
     * The process added last is ended first, with its signal, then by force.
     * @param {number} pid
     * @param {NodeJS.Signals} signal
     */
    watch: (pid, signal) => void input.write(`watch ${pid} ${birthOf(pid)} ${signal}\n`),
    /** Ends the guard without touching what it watched. */
    async release() {
      guard.ref();
      input.end("release\n");
      await waitFor(() => guard.exitCode !== null || guard.signalCode !== null, 2_000, 5);
    },
  };
}
