import { expect, test } from "vitest";
import { closingLines } from "./closing.mjs";

test.each([
  { passed: 0, failed: 0, skipped: 0 },
  { passed: 1204, failed: 0, skipped: 0 },
  { passed: 1190, failed: 3, skipped: 11 },
])("a run of %o ends with what passed and failed, alone on the last line", (tally) => {
  const lines = closingLines(tally);
  expect(lines.at(-1)).toBe(`${tally.passed} passed, ${tally.failed} failed`);
  expect(lines.slice(0, -1)).toEqual(tally.skipped > 0 ? [`${tally.skipped} skipped`] : []);
});
