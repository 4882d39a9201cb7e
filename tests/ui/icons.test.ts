import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconSheet } from "../../scripts/icon-sheet";

test("the sheet of icons holds every icon that pages name", () => {
  const drawn = readFileSync(new URL("../../app/ui/icons.svg", import.meta.url), "utf8");
  expect(drawn, "run `npm run icons`").toBe(iconSheet());
});
