import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./fingerprint.mjs";
import { located } from "./steps.mjs";

const lock = readFileSync(path.join(ROOT, "package-lock.json"), "utf8");
type Packages = Record<string, { version?: string; integrity?: string; resolved?: string }>;
const packagesOf = (text: string) => (JSON.parse(text) as { packages: Packages }).packages;

test("every package of the lock file gets its address in the registry of this machine", () => {
  const packages = packagesOf(located(lock, "https://packages.example/npm"));
  const fetched = Object.entries(packages).filter(([, { integrity }]) => integrity !== undefined);
  expect(fetched.length).toBeGreaterThan(500);
  for (const [place, { resolved }] of fetched)
    expect(resolved, place).toMatch(/^https:\/\/packages\.example\/npm\/.+\/-\/.+\.tgz$/);
  const { version } = packages["node_modules/@prisma/client"] ?? {};
  expect(packages["node_modules/@prisma/client"]?.resolved).toBe(
    `https://packages.example/npm/@prisma/client/-/client-${version}.tgz`,
  );
});

test("nothing else of the lock file changes", () => {
  const without = Object.entries(packagesOf(located(lock, "https://packages.example/"))).map(
    ([place, { resolved: _, ...rest }]) => [place, rest],
  );
  expect(Object.fromEntries(without)).toEqual(packagesOf(lock));
});
