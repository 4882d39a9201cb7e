/**
 * Stops what the launcher started when the launcher itself was killed without a chance to do so.
 *
 * It runs in a session of its own (Ctrl-C does not reach it) and reads its standard input, a pipe from the launcher:
 * `watch PID BIRTH SIGNAL` adds a process, `release` ends the guard without touching anything. When the pipe closes,
 * the launcher is dead: the processes are stopped, the one added last first, each with its signal, then by force.
 */
import { createInterface } from "node:readline";
import { birthOf, isRunning, signalTo, waitFor } from "./processes.mjs";

/** @type {{ pid: number, birth: string, signal: NodeJS.Signals }[]} */
const watched = [];
let released = false;

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const [word, pid = "", birth = "", signal = ""] = line.split(" ");
  if (word === "release") released = true;
  if (word === "watch")
    watched.push({ pid: Number(pid), birth, signal: /** @type {NodeJS.Signals} */ (signal) });
});
lines.on("close", () => {
  if (released) process.exit(0);
  void stopAll();
});

async function stopAll() {
  for (const { pid, birth, signal } of watched.reverse()) {
    const runs = () => isRunning(pid) && birthOf(pid) === birth;
    if (!runs()) continue;
    signalTo(pid, signal);
    if (await waitFor(() => !runs(), 20_000)) continue;
    // SIGQUIT is PostgreSQL's immediate stop; SIGKILL would leave its children to notice by themselves.
    signalTo(pid, "SIGQUIT");
    if (!(await waitFor(() => !runs(), 5_000))) signalTo(pid, "SIGKILL");
  }
  process.exit(0);
}
