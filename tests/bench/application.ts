import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { ROOT } from "../../scripts/setup/fingerprint.mjs";
import { environment, isRunning, signalTo, waitFor } from "../../scripts/setup/processes.mjs";
import { SERVING_ARGS, SERVING_ENV } from "../../scripts/setup/serving.mjs";
import { plainEnvironment } from "../../scripts/setup/steps.mjs";
import { freePort } from "../faults/launcher";
import type { Country } from "./country";
import { ofProcess } from "./processor-time";

/** A program that serves on a port of this machine, in processes of its own. */
export type Server = {
  /** The process that serves, and its worker's where it has one. */
  pids: readonly number[];
  origin: string;
  /** Milliseconds that its processes have used. */
  used: () => number;
  /** Stands still while `work` runs: what it would do meanwhile (looking for jobs) is not counted to another. */
  asleep: <T>(work: () => Promise<T>) => Promise<T>;
  stop: () => Promise<void>;
};

/** Starts a Node program that answers on PORT and says `ready` by a message, and waits until it has. */
export async function startServer(
  country: Country,
  args: string[],
  env: Record<string, string | undefined> = {},
): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...SERVING_ARGS, ...args], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: environment({
      ...plainEnvironment(),
      ...SERVING_ENV,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_OWNER_URL: undefined,
      ...env,
    }),
  });
  const pids: number[] = [];
  const keep = (pid: number) => {
    pids.push(pid);
    // It may stand still just then, and would not hear anything gentler.
    country.guardAlso(pid, "SIGKILL");
  };
  keep(child.pid ?? 0);
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)));
  await new Promise<void>((resolve, reject) => {
    child.on("message", ({ worker, ready }: { worker?: number; ready?: true }) => {
      if (worker !== undefined) keep(worker);
      if (ready) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${args.join(" ")} ended before it served:\n${words}`)));
  });
  return {
    pids,
    origin: `http://127.0.0.1:${port}`,
    used: () => pids.reduce((sum, pid) => sum + ofProcess(pid), 0),
    async asleep(work) {
      for (const pid of pids) signalTo(pid, "SIGSTOP");
      try {
        return await work();
      } finally {
        for (const pid of pids) signalTo(pid, "SIGCONT");
      }
    },
    async stop() {
      child.removeAllListeners("exit");
      const isGone = () => !pids.some(isRunning);
      for (const pid of pids) signalTo(pid, "SIGTERM");
      if (await waitFor(isGone, 10_000)) return;
      for (const pid of pids) signalTo(pid, "SIGKILL");
      await waitFor(isGone, 2_000);
    },
  };
}

/** How long the worker may take to finish what the country left to it, in milliseconds. */
const PATIENCE = 120_000;
const LEFT = `select (select count(*) from rollup_mark)
  + (select count(*) from outbox_event where relayed_at is null and due_at <= now())
  + (select count(*) from job where state in ('waiting', 'active') and run_at <= now() + interval '1 minute') as left`;

/** Waits until the worker has caught up: what the sample's records set off is no part of a page. */
export async function untilIdle(country: Country): Promise<void> {
  await country.asOwner(async (owner) => {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const { rows } = await owner.query<{ left: string }>(LEFT);
      if (Number(rows[0]?.left) === 0) return;
      if (Date.now() > end) throw new Error(`The worker has ${rows[0]?.left} left after ${PATIENCE} ms.`);
      await setTimeout(200);
    }
  });
}

/** What a row set off without a worker is not left to the next one: a list of people gives it work for minutes. */
export async function forgetWork(country: Country): Promise<void> {
  await country.asOwner(async (owner) => {
    await owner.query("update outbox_event set relayed_at = now() where relayed_at is null");
    await owner.query("delete from job where state in ('waiting', 'active')");
  });
}

/** Starts the built application on the country, as `npm start` does, and waits until its worker has nothing to do. */
export async function startApplication(country: Country): Promise<Server> {
  const application = await startServer(country, [path.join(ROOT, "scripts/serve.mjs")], {
    DATABASE_URL: country.appUrl,
    DATA_DIR: country.folder,
    SAMPLE: "1",
    CLOCK: process.env.CLOCK,
    LOG_LEVEL: "error",
  });
  await untilIdle(country);
  return application;
}
