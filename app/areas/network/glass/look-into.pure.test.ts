import { expect, test } from "vitest";

const sources = import.meta.glob<string>(
  ["../../../**/*.ts", "../../../**/*.tsx", "../../../../workers/**/*.ts", "!../../../**/*.test.ts"],
  { query: "?raw", import: "default", eager: true },
);

test("only the two pages of a look, which show names and one file, go through its gate", () => {
  const through = Object.keys(sources).filter((file) => sources[file]?.includes("/look-into.server"));
  expect(through.map((file) => file.split("/").pop()).sort()).toEqual([
    "_app.$place.glass.$division._index.tsx",
    "_app.$place.glass.$division.people.$personId.tsx",
  ]);
});
