import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SERVE = fileURLToPath(new URL("../../scripts/serve.mjs", import.meta.url));

/**
 * The built application with its worker, each in a process of its own, on a free port, over this test file's database.
 * @param hear takes what the process prints, which else goes to the console.
 */
export async function startServer(env: Record<string, string> = {}, hear?: (printed: string) => void) {
  const printed = hear ? "pipe" : "inherit";
  const child = spawn(process.execPath, [SERVE], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      VITEST: "",
      PORT: "0",
      SAMPLE: "1",
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", printed, printed, "ipc"],
  });
  for (const stream of hear ? [child.stdout, child.stderr] : [])
    stream?.on("data", (part) => hear?.(String(part)));
  const port = await new Promise<number>((resolve, reject) => {
    child.on("message", (said: { port?: number }) => said.port !== undefined && resolve(said.port));
    child.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: Number(child.pid),
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
