import { describe, expect, test } from "vitest";

type Catalogue = { fa: Record<string, string>; en: Record<string, string> };

const catalogues = Object.entries(import.meta.glob<Catalogue>("../app/**/messages.ts", { eager: true }));
const screens = Object.entries(
  import.meta.glob<string>(["../app/**/*.tsx", "!../app/**/*.test.tsx"], {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

const sources = Object.entries(
  import.meta.glob<string>(
    ["../app/**/*.ts", "!../app/**/*.test.ts", "!../app/**/*messages.ts", "!../app/**/messages/*.ts"],
    {
      query: "?raw",
      import: "default",
      eager: true,
    },
  ),
);

/** Where Persian stands in a source by right: a path begins so, and why. */
const PERSIAN_BY_RIGHT: readonly (readonly [string, string])[] = [
  ["../app/areas/obligations/views/series.ts", "the words by which meetings of one series are told apart"],
  [
    "../app/kernel/documents/docx-text.server.ts",
    "the word for a page in the head of a document, as it is read",
  ],
  ["../app/kernel/sheets/vcard-rows.server.ts", "headers under which an address book is read"],
  ["../app/lib/", "the calendar, the letters and the numbers of Persian are its subject"],
  ["../app/areas/meetings/minutes/import/", "the language of minutes, as it is read"],
  ["../app/areas/meetings/own-minutes/written-words.ts", "the language of minutes, as it is written"],
  ["../app/areas/meetings/minutes/schema.ts", "numbers of resolutions are read as they are typed"],
  ["../app/areas/meetings/minutes/issued-rows.server.ts", "names of a record, parted as minutes part them"],
  ["../app/areas/network/people-import/", "headers and words of lists, as they are read"],
  ["../app/areas/posts/usual-posts.ts", "titles of posts in both languages: they become records"],
  ["../app/areas/officers/usual-titles.ts", "titles of posts of offices: they become records"],
  ["../app/areas/posts/door.server.ts", "the reason of an end that a closed county brings: a record"],
  ["../app/areas/identity/first-administrator.server.ts", "the name of the first account: a record"],
  ["../app/areas/identity/password-rules.ts", "words that no password may be made of"],
  ["../app/areas/identity/passwords.server.ts", "Arabic and Persian letters of a password are one"],
  ["../app/kernel/documents/list-numbers", "letters with which a list of Word counts, as they are drawn"],
  ["../app/ui/listed.ts", "the comma of a list in both languages"],
];

const PERSIAN_LETTER = /[\u0621-\u065f\u066e-\u06d3\u06fa-\u06ff]/;

/** What a Persian text of ours never holds, and why. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ["a space after می or نمی", /(^|[\s«(])ن?می(?=\s|$)/],
  ["a space before ها or های", /\sها(ی|یی|یش|یشان)?(?=[\s.،؛:»)]|$)/],
  ["a space before تر or ترین", /\sتر(ین)?(?=[\s.،؛:»)]|$)/],
  [
    "می glued to its verb",
    /(^|\s)ن?می(شود|شوند|کند|کنند|کنید|دهد|دهند|دهید|رود|توان|تواند|توانید|خواهد|خواهید)(?=\W|$)/u,
  ],
  ["a second word for فیلتر", /صافی|پالایه/],
  ["آن‌چه for آنچه, or a hamze that the rest does without", /آن\u200cچه|هٔ|ۀ/],
  ["Arabic ي or ك", /[يكى]/],
  ["a Latin or Arabic digit", /[0-9٠-٩]/],
  ["a Latin comma, semicolon or question mark", /[؀-ۿ]\s?[,;?]/],
  ["a half-space beside a space", /\u200c\s|\s\u200c|\u200c\u200c|\u200c$/],
];

/** Placeholders and Latin names (Word, PDF/A-2b) are not Persian prose. */
function prose(message: string): string {
  return message.replace(/\{[^}]*\}/g, "").replace(/[A-Za-z][A-Za-z0-9/.+-]*/g, "");
}

function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name))].sort();
}

/** `{count} members` says "1 members"; `{count|one member|# members}` does not. A name or a limit is no count. */
const NO_COUNT =
  /^(name|place|period|office|post|number|value|share|phrase|min|max|most|least|floor|mb|minutes|paper)$/;
const UNCOUNTED = /\{(\w+)\} (?:[a-z]+ )?(?!(?:is|was|has|does|as|its|this|consents|offers)\b)[a-z]{2,}s\b/g;

function uncounted(message: string): string[] {
  return [...message.matchAll(UNCOUNTED)].flatMap(([words, name = ""]) =>
    NO_COUNT.test(name) ? [] : [words],
  );
}

describe.each(catalogues)("words of %s", (path, { fa, en }) => {
  test("nothing is said in one language alone", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fa).sort());
    expect(Object.entries({ ...fa, ...en }).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("both languages take the same variables", () => {
    const differ = Object.keys(fa).filter(
      (key) => placeholders(fa[key] ?? "").join() !== placeholders(en[key] ?? "").join(),
    );
    expect(differ).toEqual([]);
  });

  test("Persian is written as Persian", () => {
    const wrong = Object.entries(fa).flatMap(([key, text]) =>
      WRONG.filter(([, pattern]) => pattern.test(prose(text))).map(([why]) => `${key}: ${why}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  test("English holds no Persian letter", () => {
    // The link to the other language is named in that language.
    const own = Object.entries(en).filter(([key]) => !key.endsWith("language"));
    expect(own.filter(([, text]) => PERSIAN_LETTER.test(text))).toEqual([]);
  });

  test("English counts: one is not many", () => {
    const plain = Object.entries(en).flatMap(([key, text]) =>
      uncounted(text).map((words) => `${key}: ${words}`),
    );
    expect(plain).toEqual([]);
  });

  test("keys are lower-case words joined by dots and hyphens", () => {
    expect(Object.keys(fa).filter((key) => !/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(key))).toEqual([]);
  });
});

test.each([
  "ثبت می شود",
  "میشود",
  "دستگاه ها",
  "نامه های تازه",
  "بزرگ تر",
  "كار و علي",
  "3 روز مانده",
  "نام, نشانی",
  "دستگاه‌ ها",
])("«%s» would be caught", (text) => {
  expect(WRONG.some(([, pattern]) => pattern.test(prose(text)))).toBe(true);
});

test.each(["of {offices} offices", "{count} other members", "for {days} days"])(
  "“%s” would be caught",
  (text) => {
    expect(uncounted(text)).toHaveLength(1);
  },
);

test("no two catalogues say the same key", () => {
  const seen = new Map<string, string>();
  const twice = catalogues.flatMap(([path, { fa }]) =>
    Object.keys(fa).flatMap((key) => {
      const first = seen.get(key);
      seen.set(key, path);
      return first ? [`${key}: ${first} and ${path}`] : [];
    }),
  );
  expect(twice).toEqual([]);
});

/** Lines of code with a Persian letter or comma; comments may say what they are about. */
function persianIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  return code.split("\n").filter((line) => PERSIAN_LETTER.test(line) || /[،؛؟«»]/.test(line));
}

test("no source says a word to people that both languages do not have", () => {
  expect(sources.length).toBeGreaterThan(100);
  const isAllowed = (path: string) => PERSIAN_BY_RIGHT.some(([start]) => path.startsWith(start));
  const found = sources.flatMap(([path, source]) =>
    isAllowed(path) ? [] : persianIn(source).map((line) => `${path} ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test("every source that may hold Persian still does", () => {
  const idle = PERSIAN_BY_RIGHT.filter(
    ([start]) => !sources.some(([path, source]) => path.startsWith(start) && persianIn(source).length > 0),
  );
  expect(idle).toEqual([]);
});

test("no component holds a Persian comma", () => {
  expect(screens.filter(([, source]) => persianIn(source).length > 0).map(([path]) => path)).toEqual([]);
});

test("no component holds a Persian word of its own", () => {
  expect(screens.length).toBeGreaterThan(20);
  const found = screens.flatMap(([path, source]) =>
    source
      .split("\n")
      .flatMap((line, index) => (PERSIAN_LETTER.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
