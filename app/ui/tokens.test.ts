import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// Read as a file: to a test, a stylesheet that is imported is an empty one.
const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function block(after: string): Map<string, string> {
  const start = css.indexOf("{", css.indexOf(after));
  const body = css.slice(start + 1, css.indexOf("}", start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const light = block(":root {");
const chosen = block('[data-theme="dark"] {');
const followed = block(':root:not([data-theme="light"], [data-theme="dark"]) {');

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => luminance(theme.get(`--${name}`) ?? ""))
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Words of every colour stand on every ground: a page combines them freely. */
const WORDS = ["ink", "ink-2", "ink-3", "teal", "teal-deep", "saffron-ink", "brick"];
const GROUNDS = [
  "paper",
  "sheet",
  "sunk",
  "teal-tint",
  "saffron-tint",
  "brick-tint",
  "row-selected",
  "source-known",
];
const TEXT: readonly (readonly [string, string])[] = [
  ...WORDS.flatMap((word) => GROUNDS.map((ground) => [word, ground] as const)),
  ["on-teal", "teal"],
  ["on-teal", "teal-deep"],
  ["sheet", "brick"],
  ["paper", "ink"],
  ...[1, 2, 3, 4, 5].map((step) => [`on-data-${step}`, `data-${step}`] as const),
  ...[1, 2, 3, 4].map((step) => [`on-age-${step}`, `age-${step}`] as const),
];

const MARKS = [
  ["edge", "paper"],
  ["edge", "sheet"],
  ["saffron", "paper"],
  ["data-3", "sheet"],
] as const;

describe("colours", () => {
  test("a dark page is the same whether it was chosen or followed from the system", () => {
    expect(Object.fromEntries(followed)).toEqual(Object.fromEntries(chosen));
  });

  test("every colour of words or of their ground is looked at", () => {
    const seen = new Set(TEXT.flat());
    const left = [...light.keys()].map((name) => name.slice(2)).filter((name) => !seen.has(name));
    // Lines, marks, the veil: nothing is read on them, nor written in them.
    expect(left).toEqual([
      "line",
      "line-2",
      "edge",
      "teal-line",
      "saffron",
      "saffron-line",
      "brick-line",
      "veil",
    ]);
  });

  test("every role has a light and a dark colour", () => {
    expect([...chosen.keys()]).toEqual([...light.keys()]);
  });

  test.each([
    ["light", light],
    ["dark", chosen],
  ] as const)("text stands out 4.5:1 and marks 3:1 (%s)", (_, theme) => {
    const weak = [
      ...TEXT.filter(([one, other]) => contrast(theme, one, other) < 4.5),
      ...MARKS.filter(([one, other]) => contrast(theme, one, other) < 3),
    ];
    expect(weak).toEqual([]);
  });
});
