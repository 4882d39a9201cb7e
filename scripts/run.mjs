#!/usr/bin/env node
/** Runs a TypeScript script of the project once packages and database client are there: `node scripts/run.mjs FILE …`. */
import { spawn } from "node:child_process";
import { ROOT } from "./setup/fingerprint.mjs";
import { signalTo } from "./setup/processes.mjs";
import { giveUp, speakAside } from "./setup/say.mjs";
import { ensureClient, ensureDependencies, ensureNode } from "./setup/steps.mjs";

// What a script prints as JSON stands alone on the output.
if (process.argv.includes("--json")) speakAside();
try {
  ensureNode();
  await ensureDependencies();
  await ensureClient();
} catch (error) {
  giveUp(error);
}
const child = spawn(process.execPath, ["--import", "tsx", ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => signalTo(child.pid ?? 0, signal));
child.once("exit", (code) => process.exit(code ?? 1));
