#!/usr/bin/env node
/**
 * `npm run sample -- --scale N`: makes the sample country in DATA_DIR anew, with N times the people and demands. The next
 * `npm start` serves it. A database that was made without the sample is never touched.
 */
import path from "node:path";
import { ROOT } from "./setup/fingerprint.mjs";
import { takeLock } from "./setup/lock.mjs";
import { Fault, giveUp, say } from "./setup/say.mjs";
import { ensureClient, ensureDependencies, ensureNode } from "./setup/steps.mjs";

/** @param {string[]} args */
function scaleOf(args) {
  if (args.length === 0) return 1;
  const scale = Number(args[1] ?? args[0]?.split("=")[1]);
  if (!/^--scale(=|$)/.test(args[0] ?? "") || args.length > 2 || !Number.isInteger(scale) || scale < 1) {
    throw new Fault("Give the size as a whole number: npm run sample -- --scale 10");
  }
  return scale;
}

try {
  ensureNode();
  const scale = scaleOf(process.argv.slice(2));
  const dataDir = path.resolve(ROOT, process.env.DATA_DIR || ".data");
  const lock = takeLock(path.join(dataDir, "lock"));
  if ("heldBy" in lock)
    throw new Fault(`Peyvand runs on ${dataDir} (process ${lock.heldBy}). Stop it first.`);
  try {
    await ensureDependencies();
    await ensureClient();
    const { startDatabase } = await import("./setup/database.mjs");
    const database = await startDatabase({ dataDir, env: process.env, newSample: scale });
    await database.stop();
    say(`The sample country is in ${dataDir}; npm start serves it.`);
  } finally {
    lock.release();
  }
} catch (error) {
  giveUp(error);
}
