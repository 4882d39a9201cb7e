import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../../../scripts/setup/fingerprint.mjs";
import { environment, pause, signalTo, waitFor } from "../../../scripts/setup/processes.mjs";
import { freePort, healthOf } from "../../faults/launcher";
import { againstLimit } from "../alternate";
import type { Row } from "../row";

const STARTS = 5;
const PATIENCE = 180_000;

/** Seconds from `npm start` on this folder to the first 200; stops it again. */
async function secondsToServe(dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    stdio: "ignore",
    // A group of its own: an interrupt reaches npm and the launcher, as Ctrl-C does.
    detached: true,
    env: environment({
      ...process.env,
      NODE_ENV: undefined,
      DATABASE_URL: undefined,
      DATABASE_OWNER_URL: undefined,
      PORT: String(port),
      DATA_DIR: dataDir,
    }),
  });
  let hasEnded = false;
  npm.once("exit", () => (hasEnded = true));
  try {
    for (const end = Date.now() + PATIENCE; (await healthOf(port)) !== 200; await pause(10)) {
      if (hasEnded || Date.now() > end) throw new Error("npm start did not become ready.");
    }
    return (performance.now() - began) / 1000;
  } finally {
    signalTo(-(npm.pid ?? 0), "SIGINT");
    await waitFor(() => hasEnded, 30_000);
  }
}

export const startSecond: Row = {
  id: "start.second",
  what: "`npm start` with everything set up, sample included, to the first 200, by the wall clock, against 3 seconds",
  unit: "s",
  goal: 1,
  async measure() {
    const dataDir = mkdtempSync(path.join(tmpdir(), "peyvand-bench-start-"));
    try {
      await secondsToServe(dataDir);
      const seconds: number[] = [];
      while (seconds.length < STARTS) seconds.push(await secondsToServe(dataDir));
      return againstLimit(seconds, 3, `${STARTS} starts after the first`);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
