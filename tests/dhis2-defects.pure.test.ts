import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const LINES = readFileSync("docs/dhis2-defects.md", "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => /^\| (?:#|concepts)/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim()),
  );

test("at least eight reported defects are answered", () => {
  expect(LINES.length).toBeGreaterThanOrEqual(8);
});

test.each(LINES.map((cells) => [cells[0], cells[3]] as const))(
  "the test named beside %s is there",
  (_defect, named = "") => {
    const [, file = "", title = ""] = /^`([^`]+)`: (.+)$/.exec(named) ?? [];
    expect(title).not.toBe("");
    expect(readFileSync(file, "utf8")).toContain(`test("${title}"`);
  },
);
