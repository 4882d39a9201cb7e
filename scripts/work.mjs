/**
 * The worker in a process of its own: what it computes holds up no page. `serve.mjs` starts it, asks it by messages
 * whether it is ready, and has it end by SIGTERM, or by its own end: then the channel between them breaks.
 */
process.env.NODE_ENV ??= "production";

/** @type {import("../workers/main").Worker | undefined} */
let worker;
let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await worker?.stop();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());
// Ctrl-C reaches the process that serves as well: that one ends this.
process.on("SIGINT", () => {});

/** @type {{ boot: () => Promise<import("../workers/main").Worker> }} */
const { boot } = await import(new URL("../build/server/worker.js", import.meta.url).href);
worker = await boot();

/** @param {object} words */
const say = (words) => void process.send?.(words, undefined, undefined, () => {});
process.on("message", (/** @type {{ ask: number }} */ { ask }) => {
  worker?.ready().then(
    () => say({ answer: ask, isReady: true }),
    () => say({ answer: ask, isReady: false }),
  );
});
say({ ready: true });
