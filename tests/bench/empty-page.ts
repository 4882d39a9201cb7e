import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../scripts/setup/fingerprint.mjs";
import { plainEnvironment, runNode } from "../../scripts/setup/steps.mjs";
import { startServer, type Server } from "./application";
import type { Country } from "./country";

/** A worker that has nothing to do, in the place of `scripts/setup/worker.mjs`. */
const NO_WORKER = `const nothing = () => Promise.resolve();
export const startWorker = () => ({ ended: new Promise(() => {}), ready: nothing, stop: nothing });
`;

/**
 * Builds an empty Remix page with the product's options and serves it with the product's own server: a copy of
 * `scripts/serve.mjs` and what it imports beside the build.
 */
export async function serveEmptyPage(country: Country): Promise<Server> {
  const folder = path.join(country.folder, "empty-page");
  mkdirSync(path.join(folder, "scripts"), { recursive: true });
  for (const script of [
    "scripts/serve.mjs",
    "scripts/setup/narrowed-build.mjs",
    "scripts/setup/whole-answer.mjs",
  ])
    cpSync(path.join(ROOT, script), path.join(folder, script));
  writeFileSync(path.join(folder, "scripts/setup/worker.mjs"), NO_WORKER);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  const source = "tests/bench/empty-page";
  await runNode(
    "Building the empty page",
    [
      "node_modules/@remix-run/dev/dist/cli.js",
      "vite:build",
      source,
      "--config",
      path.join(ROOT, source, "vite.config.ts"),
    ],
    { ...plainEnvironment(), NODE_ENV: "production", EMPTY_PAGE_BUILD: path.join(folder, "build") },
  );
  return startServer(country, [path.join(folder, "scripts/serve.mjs")]);
}
