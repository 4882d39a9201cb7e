/** The worker's process (`scripts/work.mjs`), as the process that serves the pages knows it. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SERVING_ARGS } from "./serving.mjs";

/** Longest time for the worker's word that it is ready, in milliseconds. */
const PATIENCE = 5_000;

/** Starts it with the environment of this process. */
export function startWorker() {
  const child = spawn(
    process.execPath,
    [...SERVING_ARGS, fileURLToPath(new URL("../work.mjs", import.meta.url))],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
  let hasBegun = false;
  let asked = 0;
  /** @type {Map<number, (isReady: boolean) => void>} */
  const waiting = new Map();
  child.on("message", (/** @type {{ ready?: true, answer?: number, isReady?: boolean }} */ words) => {
    if (words.ready) hasBegun = true;
    if (words.answer !== undefined) waiting.get(words.answer)?.(words.isReady === true);
  });

  return {
    pid: child.pid ?? 0,
    /** Resolves with the signal or code when it ends. */
    ended,
    /** Throws unless it takes jobs. */
    async ready() {
      if (!hasBegun) throw new Error("the worker has not begun");
      const id = asked++;
      /** @type {boolean} */
      const isReady = await new Promise((resolve) => {
        const timer = setTimeout(resolve, PATIENCE, false);
        waiting.set(id, (said) => {
          clearTimeout(timer);
          resolve(said);
        });
        child.send({ ask: id }, (error) => error && waiting.get(id)?.(false));
      });
      waiting.delete(id);
      if (!isReady) throw new Error("the worker is not ready");
    },
    /** Lets its jobs under way finish. */
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
