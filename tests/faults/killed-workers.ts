import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import { build } from "vite";
import { ROOT } from "../../scripts/setup/fingerprint.mjs";
import { startRedis, withoutRedis } from "../setup/redis";

let redis: Awaited<ReturnType<typeof startRedis>> | undefined;

/** The queue's engines, each with what a worker's environment says of it. */
export const engines: [string, () => Record<string, string>][] = [["embedded", () => ({})]];
if (!withoutRedis) engines.push(["bull", () => ({ REDIS_URL: redis?.url ?? "" })]);

export type KilledWorker = {
  /** Resolves when it has printed the word. */
  says: (word: string) => Promise<void>;
  kill: () => Promise<void>;
};

/**
 * Starts workers (`worker-child.ts`) for the tests of a file and ends those that a test has left. They run from one
 * file that is made once: each would spend most of its life reading the application's modules.
 */
export function killedWorkers(): (env: Record<string, string>) => KilledWorker {
  const folder = path.join(ROOT, ".cache", `workers-${process.pid}`);
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    if (!withoutRedis) redis = await startRedis();
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: "error",
      resolve: { alias: { "~": path.join(ROOT, "app") } },
      build: { ssr: "tests/faults/worker-child.ts", outDir: folder, target: "node20", minify: false },
    });
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await redis?.stop();
  });

  return (env) => {
    const child = spawn(process.execPath, [path.join(folder, "worker-child.js")], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += String(chunk)));
    return {
      says: (word) => vi.waitFor(() => expect(out).toContain(word), { timeout: 60_000, interval: 50 }),
      kill: async () => {
        child.kill("SIGKILL");
        await once(child, "exit");
      },
    };
  };
}
