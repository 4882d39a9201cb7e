import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./fingerprint.mjs";

type Entry = { optionalDependencies?: Record<string, string> };

/**
 * A lock file written where a registry lacks the packages of some platforms leaves them out; `npm ci` then refuses it
 * everywhere, or installs a build tool without its program on the others. A newer version of the tool is taken only once
 * it is complete: the overrides in package.json hold rollup, oxc-parser and msgpackr-extract for that.
 */
test("the lock file names the packages of every platform", () => {
  const lock = readFileSync(path.join(ROOT, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as { packages: Record<string, Entry> };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      let folder = place;
      for (;;) {
        if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return false;
        if (folder === "") return true;
        const above = folder.lastIndexOf("/node_modules/");
        folder = above < 0 ? "" : folder.slice(0, above);
      }
    }),
  );
  expect([...new Set(missing)]).toEqual([]);
});
