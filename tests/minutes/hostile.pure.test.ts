import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeMinutes } from "~/areas/meetings/minutes/import/decode";
import { toDocument } from "~/areas/meetings/minutes/import/document";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { firstReview } from "~/areas/meetings/minutes/first-review";
import { locksOf } from "~/areas/meetings/minutes/locks";
import { normalise } from "~/lib/persian-text";
import { DICTIONARY } from "./dictionary";
import { writeDocument } from "./document";
import { makeModel } from "./model";
import { Chance } from "./random";
import { processorTime } from "../setup/processor-time";

const HEADING = "ردیف\tشرح مصوبات\tدستگاه ارائهدهنده\tمهلت اقدام";

/** Pieces that mean something to the reader, thrown together without sense. */
const PIECES = [
  HEADING,
  ..."\t|\n|\r\n|<p>|</p>|<br>|<|>|&nbsp;|&amp;|&#x0;|&#99999999;|\u0000|\u200C|\u200F|\u202E|\u2029|\uD800|😀|ي|ك".split(
    "|",
  ),
  ..."۱|12|بند|بندهای|۱۱ تا ۱۶|الف:|ب:|الف)|مصوبه|مقرر گردید:|فرمانداران استان|کلیه دستگاههای اجرایی|تا پایان".split(
    "|",
  ),
  ..."مهر|ظرف یک ماه|۱۴۰۲/۰۳/۲۱|۱۴۰۲/۴/۱۷۲۷۹|عنوان جلسه:|تاریخ جلسه|ساعت شروع:|دستور جلسه:|صورتجلسه در ۵ مصوبه تنظیم".split(
    "|",
  ),
  ..."۱- |۲) |مصوبه شماره ۲: |مصوبات:\n|مقرر شد |از دیگر مصوبات این جلسه بود|ایجاد |مسئول پیگیری: |مهلت: |(|)|بیست و یکم خرداد هزار و چهارصد و دو".split(
    "|",
  ),
  " ",
  "،",
  ".",
];
const nonsense = fc.array(fc.constantFrom(...PIECES), { maxLength: 200 }).map((pieces) => pieces.join(""));
const anything = fc.oneof(
  nonsense,
  fc.string({ unit: "binary", maxLength: 2000 }),
  fc.string({ maxLength: 500 }),
);

test("whatever the text, reading never throws, and every span lies in the text", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const parsed = parseMinutes(text, DICTIONARY);
      const review = firstReview(parsed, { groups: [], offices: [], placeId: 28_005 });
      locksOf(review, { officeIds: new Set(), groupSizes: {} });
      const lines = text.split(/\r\n|[\r\n\f\u0085]/).length;
      const things = parsed.resolutions.flatMap(({ text: body, parties, subItems, refersTo }) => [
        body,
        ...parties,
        ...subItems,
        ...refersTo,
      ]);
      for (const { start, end, line, endLine } of things.flatMap(({ spans }) => spans)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(line).toBeLessThanOrEqual(endLine);
        expect(endLine).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 1000 },
  );
});

test("every text given out stands in the document, and its span shows where", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const chance = new Chance(seed);
    const text = writeDocument(chance, makeModel(chance));
    const plain = squeezed(text);
    for (const { text: body, parties, subItems, continuationLines } of parseMinutes(text, DICTIONARY)
      .resolutions) {
      for (const span of body.spans) expect(plain).toContain(squeezed(text.slice(span.start, span.end)));
      const whole = body.spans.map(({ start, end }) => text.slice(start, end)).join(" ");
      expect(squeezed(body.value)).toBe(squeezed(whole));
      if (continuationLines.length === 0) expect(plain).toContain(squeezed(body.value));
      for (const item of subItems) {
        const [span] = item.spans;
        expect(squeezed(text.slice(span?.start, span?.end))).toBe(squeezed(item.text));
      }
      for (const { written } of parties) {
        for (const word of written.split(" ")) expect(plain).toContain(squeezed(word));
      }
    }
  }
});

/** Without tags, entities, spaces: what a page shows of a text. */
function squeezed(text: string): string {
  return normalise(text.replace(/<[^<>]*>/g, " ").replaceAll("&nbsp;", " ")).replace(/[\s\u200C]/g, "");
}

test.each([
  ["nothing", "", "empty"],
  ["blanks, tabs and hard spaces", " \t\n\u00A0\u200F\u200C\n\t\t", "empty"],
  ["lone tags", "<p></p><br><p>&nbsp;</p>", "empty"],
  ["prose without a table", "دیروز باران بارید و راه بسته شد.", "no-table"],
  ["Latin prose", "Nothing to see here.", "no-table"],
])("%s is said plainly", (_, text, code) => {
  const { resolutions, warnings } = toDocument(parseMinutes(text, DICTIONARY));
  expect(resolutions).toEqual([]);
  expect(warnings.map((warning) => warning.code)).toContain(code);
});

test("script and markup come out as plain text", () => {
  const row =
    '۱\tمقرر گردید <script>alert("x")</script> راه <b onclick="x()">باز</b> شود\tفرمانداران استان\t';
  const [resolution] = toDocument(parseMinutes(`${HEADING}\n${row}`, DICTIONARY)).resolutions;
  expect(resolution?.text).toBe('مقرر گردید alert("x") راه باز شود');
  const coded = row.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  expect(toDocument(parseMinutes(`${HEADING}\n${coded}`, DICTIONARY)).resolutions[0]?.text).toContain(
    "<script>",
  );
});

test("direction marks and control characters leave no trace", () => {
  const row = "\u202E۱\u202C\t\u2067مقرر\u0007 گردید\u200F راه باز شود\u2069\tفرما\u00ADنداران استان\t";
  const [resolution] = toDocument(parseMinutes(`${HEADING}\n${row}`, DICTIONARY)).resolutions;
  expect(resolution).toMatchObject({
    number: 1,
    text: "مقرر گردید راه باز شود",
    parties: ["فرمانداران استان"],
  });
});

test("a table of a thousand rows is read whole", () => {
  const rows = Array.from({ length: 1000 }, (_, index) => {
    const cells = [
      `${index + 1}`,
      `مقرر گردید: کار شماره‌دار ${index + 1} با جدیت پیگیری گردد.`,
      "فرمانداران استان",
      "",
    ];
    return (index % 2 === 0 ? cells : cells.reverse()).join("\t");
  });
  const { resolutions } = parseMinutes([HEADING, ...rows].join("\n"), DICTIONARY);
  expect(resolutions.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
});

/** Shapes on which a careless pattern takes time with the square of the length. */
const SHAPES: readonly (readonly [string, (length: number) => string])[] = [
  ["one letter", (length) => "ا".repeat(length)],
  ["spaces", (length) => " ".repeat(length)],
  ["opening brackets", (length) => "<".repeat(length)],
  ["tags never closed", (length) => "<p ".repeat(length / 3)],
  ["a tag without end", (length) => `<p${"a".repeat(length)}`],
  ["ampersands", (length) => "&#".repeat(length / 2)],
  ["tabs", (length) => `${HEADING}\n${"\t".repeat(length)}`],
  ["digits", (length) => `${HEADING}\n1\t${"1".repeat(length)}\tx\t`],
  ["slashes", (length) => `${HEADING}\n1\t${"1/".repeat(length / 2)}\tx\t`],
  ["labels of points", (length) => `${HEADING}\n1\t${"الف: ".repeat(length / 5)}\tx\t`],
  ["numbered points", (length) => `${HEADING}\n1\t${"1) ا ".repeat(length / 5)}\tx\t`],
  ["citations", (length) => `${HEADING}\n1\t${"بند ۱ تا ۹ و ".repeat(length / 13)}\tx\t`],
  ["lists of numbers", (length) => `${HEADING}\n1\tبند ${"۱ و ".repeat(length / 4)}\tx\t`],
  ["names", (length) => `${HEADING}\n1\tمقرر شد\t${"فرمانداران استان ".repeat(length / 17)}\t`],
  ["beginnings of names", (length) => `${HEADING}\n1\tمقرر شد\t${"کلیه دستگاه‌های ".repeat(length / 16)}\t`],
  ["courtesy", (length) => `${HEADING}\n1\tمقرر شد\tفرمانداران ${"محترم ".repeat(length / 6)}\t`],
  ["labels of the header", (length) => "عنوان جلسه: ".repeat(length / 12)],
  ["words of dates", (length) => `${HEADING}\n1\tا\tb\t${"تا پایان ".repeat(length / 9)}`],
  ["numbered paragraphs", (length) => "1- مقرر شد\n".repeat(length / 11)],
  [
    "numbers that go on",
    (length) => `مصوبات:\n${Array.from({ length: length / 9 }, (_, at) => `${at}- ا`).join("\n")}`,
  ],
  ["labelled paragraphs", (length) => "مصوبه شماره 1: ا\n".repeat(length / 17)],
  ["labels in a paragraph", (length) => `مصوبات:\n1- ${"مهلت: مسئول: (".repeat(length / 14)}`],
  ["one sentence of decisions", (length) => "مقرر شد ".repeat(length / 8)],
  ["sentences of decisions", (length) => "مقرر شد ا ب ج د.\n".repeat(length / 18)],
  ["a list without end", (length) => `${"ایجاد ا، و ".repeat(length / 11)}از دیگر مصوبات این جلسه بود.`],
  ["closings", (length) => "از مصوبات این جلسه ".repeat(length / 19)],
  ["ordinals", (length) => `مقرر شد. ${"دومین جلسه ".repeat(length / 11)}`],
  ["days in words", (length) => `تاریخ جلسه: ${"بیست و یکم خرداد ".repeat(length / 17)}`],
  ["short rows", (length) => `${HEADING}\n${"1\tا\tب\t\n".repeat(length / 8)}`],
  ["rows without numbers", (length) => `${HEADING}\n1\tا\tب\t\n${"\tا\tب\t\n".repeat(length / 7)}`],
];

test.each(SHAPES)("100,000 characters of %s take a moment", (_, shape) => {
  const text = shape(100_000);
  // Some forty milliseconds in practice; one quadratic step would take minutes.
  expect(processorTime(() => void parseMinutes(text, DICTIONARY))).toBeLessThan(5000);
});

test.each([
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "not-text"],
  ["a packed document", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]), "not-text"],
  ["broken bytes", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x41, 0x42, 0x43]), "not-text"],
  ["no bytes", new Uint8Array(), "empty"],
  ["only a mark", Uint8Array.from([0xef, 0xbb, 0xbf]), "empty"],
  ["blank lines", new TextEncoder().encode("\n \t\r\n"), "empty"],
])("a file that is %s is refused", (_, bytes, reason) => {
  expect(decodeMinutes(bytes)).toEqual({ ok: false, reason });
});

test("text is read in the encodings that office machines write", () => {
  const text = "عنوان جلسه: شورای اداری";
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
  expect(decodeMinutes(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ ok: true, text });
  expect(decodeMinutes(utf16)).toEqual({ ok: true, text });
  // «جلسه» in the old code page.
  expect(decodeMinutes(Uint8Array.from([0xcc, 0xe1, 0xd3, 0xe5]))).toEqual({ ok: true, text: "جلسه" });
});
