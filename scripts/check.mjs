#!/usr/bin/env node
/** `npm run check`: types and lint, arrows, dead code, format. One line each; a tool's own words only when it fails. */
import { availableParallelism } from "node:os";
import { Fault, giveUp, say, secondsSince } from "./setup/say.mjs";
import { ensureClient, ensureDependencies, ensureNode, runNode } from "./setup/steps.mjs";

/** The slow ones first, so that the quick ones fill the gaps. @type {{ what: string, args: string[] }[]} */
const CHECKS = [
  // One program reads the types once, for the compiler's errors and for the rules that need them (`.oxlintrc.json`).
  { what: "types and lint", args: ["node_modules/oxlint/bin/oxlint", "--type-check", "--deny-warnings"] },
  {
    what: "arrows",
    args: [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "app",
      "workers",
      "prisma/seed",
      "scripts",
      "tests",
    ],
  },
  { what: "dead code", args: ["node_modules/knip/bin/knip.js", "--no-progress"] },
  { what: "format", args: ["node_modules/oxfmt/bin/oxfmt", "--check"] },
];

/** @returns {Promise<string[]>} names of the checks that failed */
async function runChecks() {
  /** @type {string[]} */
  const failed = [];
  const waiting = [...CHECKS];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now();
      try {
        await runNode(check.what, check.args);
        say(`check  ✓ ${check.what} (${secondsSince(began)})`);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        failed.push(check.what);
        say(`check  ✗ ${check.what}\n${error.message}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return failed;
}

try {
  ensureNode();
  await ensureDependencies();
  await ensureClient();
  const failed = await runChecks();
  if (failed.length > 0) throw new Fault(`The check failed: ${failed.join(", ")}.`);
} catch (error) {
  giveUp(error);
}
