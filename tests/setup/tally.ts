import { writeFileSync } from "node:fs";
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

/** Counts for `npm test`, which prints them when everything has ended: passed, failed and skipped tests. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const file = process.env.TALLY_FILE;
    if (!file) return;
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      // A file that fails before or around its tests (an import, a hook) is a failure of its own.
      if (module.errors().length > 0) tally.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") tally.passed++;
        else if (state === "failed") tally.failed++;
        else tally.skipped++;
      }
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) tally.failed++;
    }
    writeFileSync(file, JSON.stringify(tally));
  }
}
