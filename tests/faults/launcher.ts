import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { ROOT } from "../../scripts/setup/fingerprint.mjs";
import { environment, isRunning, waitFor } from "../../scripts/setup/processes.mjs";

/** `npm start` as a test drives it: with its own data folder and port, killed where it hurts. */
export interface Launcher {
  child: ChildProcess;
  port: number;
  /** Everything it said so far. */
  words: () => string;
  /** Resolves with the exit code (null when it was killed). */
  ended: Promise<number | null>;
  /** Seconds until the address answered. */
  ready: Promise<number>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function launch(dataDir: string, port: number): Launcher {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, "scripts/start.mjs")], {
    env: environment({
      ...process.env,
      DATABASE_URL: undefined,
      DATABASE_OWNER_URL: undefined,
      npm_lifecycle_event: undefined,
      PORT: String(port),
      DATA_DIR: dataDir,
      SAMPLE: "0",
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  child.stdout.on("data", (chunk: Buffer) => (words += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const ready = (async () => {
    const isUp = await waitFor(async () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`npm start ended:\n${words}`);
      return words.includes("Peyvand is ready") && (await healthOf(port)) === 200;
    }, 100_000);
    if (!isUp) throw new Error(`npm start did not become ready:\n${words}`);
    return (performance.now() - began) / 1000;
  })();
  ready.catch(() => {}); // a test that kills the launcher early does not wait for it
  return { child, port, words: () => words, ended, ready };
}

export async function healthOf(port: number): Promise<number> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
  } catch {
    return 0;
  }
}

/** Running processes that name the data folder in their arguments or environment, this one apart. */
export function processesOf(
  dataDir: string,
): { pid: number; what: "server" | "guard" | "application" | "worker" | "launcher" | "other" }[] {
  const read = (file: string) => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && isRunning(pid))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      if (!command.includes(dataDir) && !read(`/proc/${pid}/environ`).includes(`DATA_DIR=${dataDir}`))
        return [];
      const what = command.includes("scripts/start.mjs")
        ? ("launcher" as const)
        : command.includes("guard.mjs")
          ? ("guard" as const)
          : command.includes("serve.mjs")
            ? ("application" as const)
            : command.includes("work.mjs")
              ? ("worker" as const)
              : command.includes("/bin/postgres\0")
                ? ("server" as const)
                : ("other" as const);
      return [{ pid, what }];
    });
}

/** Kills, without a chance to clean up, every process of these kinds. */
export function killOf(dataDir: string, ...kinds: string[]) {
  const victims = processesOf(dataDir).filter(({ what }) => kinds.includes(what));
  if (victims.length === 0) throw new Error(`No ${kinds.join(" or ")} of ${dataDir} runs.`);
  for (const { pid } of victims) process.kill(pid, "SIGKILL");
}
