import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./tests/setup/long-first";
import { isLeftOut } from "./tests/setup/programs";

/** Tests that touch no database and must not pay for one. Everything else in `app` and `workers` gets a clone. */
const PURE = [
  "app/lib/**/*.test.ts",
  "app/ui/**/*.test.{ts,tsx}",
  "**/{lifecycle,ability,schema,messages}.test.ts",
  "**/*lifecycle.test.ts",
  "**/*.pure.test.{ts,tsx}",
];
/** Tests that stand in for a package, or load our modules anew: what they load no other file may meet. */
const ALONE = ["**/*.alone.test.ts"];
const NEVER = ["node_modules/**", "build/**", ".data/**", ".cache/**"];
const withDatabase = {
  globalSetup: ["tests/setup/cluster.ts"],
  setupFiles: ["tests/setup/console.ts", "tests/setup/outside.ts", "tests/setup/database.ts"],
};

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  cacheDir: ".cache/vite",
  test: {
    passWithNoTests: true,
    // A worker waits for PostgreSQL and for the browser: half as many again as there are cores keep all of them at work.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: LongFirst },
    slowTestThreshold: 3_000,
    hookTimeout: 30_000,
    testTimeout: 20_000,
    // TZ as on a server: a test that depends on the machine's zone fails here first.
    env: { TZ: "UTC" },
    // Tests that fill forms with a hundred thousand letters spend a sixth of their time on clearing a nursery of 16 MB.
    execArgv: ["--max-semi-space-size=64"],
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: PURE,
          exclude: NEVER,
          setupFiles: ["tests/setup/console.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{app,workers,prisma,scripts}/**/*.test.{ts,tsx}", "tests/*/**/*.test.ts"],
          exclude: [...NEVER, ...PURE, ...ALONE, "tests/{journeys,faults,bench}/**"],
          ...withDatabase,
          // Loading the application's modules anew for every file costs more than most files' tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, exclude: NEVER, ...withDatabase } },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          exclude: [...NEVER, ...PURE],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
          ...withDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: isLeftOut("browser") ? [] : ["tests/journeys/**/*.test.ts"],
          exclude: [...NEVER, ...PURE],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
          ...withDatabase,
        },
      },
    ],
  },
});
