import { expect, test } from "vitest";

const screens = Object.entries(
  import.meta.glob<string>(["../../app/**/*.tsx", "!../../app/**/*.test.tsx"], {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

/** Sizes, colours, radii and shadows of Tailwind that the tokens do not have: such a class does nothing. */
const ABSENT =
  /(?<![\w-])(?:text-(?:xs|sm|base|lg|xl|\dxl)|rounded(?:-(?:sm|md|lg|xl|\dxl))?|shadow(?:-\w+)?|(?:bg|text|border|fill|stroke)-(?:white|black|(?:gray|red|green|blue|yellow|amber|slate|zinc|stone|neutral)-\d+))(?=["\s`])/;

/** Sides by name; right and left change places between the two languages. */
const SIDED =
  /(?<!rtl:|ltr:|[\w-])-?(?:m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr]|text-(?:left|right))(?:-[\w[.]+)?(?=["\s`])/;

function classes(source: string): string[] {
  return [...source.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`)/g)].map(
    ([, plain, made]) => `${plain ?? made ?? ""} `,
  );
}

function holding(pattern: RegExp): string[] {
  return screens.flatMap(([path, source]) =>
    classes(source)
      .filter((list) => pattern.test(list))
      .map((list) => `${path}: ${pattern.exec(list)?.[0] ?? ""}`),
  );
}

test("pages use the look of the tokens alone", () => {
  expect(ABSENT.test("mb-4 text-2xl ")).toBe(true);
  expect(ABSENT.test("rounded-field border text-section ")).toBe(false);
  expect(holding(ABSENT)).toEqual([]);
});

test("pages speak of start and end, never of left and right", () => {
  expect(SIDED.test("flex ml-4 ")).toBe(true);
  expect(SIDED.test("ms-4 rtl:text-right ")).toBe(false);
  expect(holding(SIDED)).toEqual([]);
});

/** The names of its columns, which a phone shows beside each cell, stand once in a table. */
const NAMES_ITS_COLUMNS = "../../app/ui/table.tsx";

test("no component carries a style of its own", () => {
  const found = screens.filter(([path, source]) => path !== NAMES_ITS_COLUMNS && /\sstyle=\{/.test(source));
  expect(found.map(([path]) => path)).toEqual([]);
});
