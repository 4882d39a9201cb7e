import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toLatinDigits, toPersianDigits } from "./digits";
import { normalise, searchKey, stripHonorifics } from "./persian-text";
import { processorTime } from "../../tests/setup/processor-time";

const ZWNJ = "\u200C";

const sameWord: [string, string][] = [
  [`دستگاه${ZWNJ}های`, "دستگاه های"],
  ["دستگاه های", "دستگاههای"],
  [`دستگاه${ZWNJ} های`, "دستگاههای"],
  ["دستگاه¬های", "دستگاههای"],
  ["دستگاه\u00A0های اجرایی", "دستگاههای   اجرایی"],
  ["دستگاه\nهای", "دستگاههای"],
  [`ارائه${ZWNJ}دهنده`, "ارائهدهنده"],
  ["ارائه دهنده", "ارائهدهنده"],
  [`ارائه${ZWNJ}دهندگان`, "ارائه دهندگان"],
  ["علي", "علی"],
  ["كلیه", "کلیه"],
  ["مصطفى", "مصطفی"],
  ["دایرة المعارف", "دایره المعارف"],
  ["خانهٔ ملت", "خانه ملت"],
  ["خانۀ ملت", "خانه ملت"],
  ["خانه ی ملت", "خانه ملت"],
  [`خانه${ZWNJ}ی ملت`, "خانهٔ ملت"],
  ["تأمین", "تامین"],
  ["إجرا", "اجرا"],
  ["ٱلله", "الله"],
  ["آموزش", "اموزش"],
  ["مؤسسه", "موسسه"],
  ["مسئول", "مسؤول"],
  ["مسئولین", "مسوولین"],
  ["اجرائی", "اجرایی"],
  ["هیئت", "هیأت"],
  ["هیئت", "هیات"],
  ["مسئله", "مسأله"],
  ["امضاء", "امضا"],
  ["مُطالِبهٔ مَردم", "مطالبه مردم"],
  ["مـــردمی", "مردمی"],
  ["۱۴۰۵", "1405"],
  ["١٤٠٥", "۱۴۰۵"],
  ["می رود", "میرود"],
  [`می${ZWNJ}رود`, "می رود"],
  [`نمی${ZWNJ}شود`, "نمی شود"],
  ["غیر دولتی", `غیر${ZWNJ}دولتی`],
  ["هم تراز", "همتراز"],
  ["ذی ربط", `ذی${ZWNJ}ربط`],
  ["پیش نویس", "پیشنویس"],
  ["مهم ترین", "مهمترین"],
  [`کم${ZWNJ}تر`, "کم تر"],
  ["برنامه ریزی", "برنامهریزی"],
  ["اطلاع رسانی", `اطلاع${ZWNJ}رسانی`],
  ["سیاست گذاری", "سیاستگذاری"],
  ["خامنه ای", `خامنه${ZWNJ}ای`],
  ["رفته اند", `رفته${ZWNJ}اند`],
  ["پیشنهاد هایشان", "پیشنهادهایشان"],
  ["\u202Eنامه\u202C", "نامه"],
  ["\u2067۲۰۶/۹۳/۱۱۸۵۲\u2069", "206/93/11852"],
  ["ﻣﺮﺩﻡ", "مردم"],
  ["ﻻ", "لا"],
  ["«مردم»", '"مردم"'],
  ["۵۰٪", "50%"],
  ["شورا، کمیته؛ حلقه؟", "شورا, کمیته; حلقه?"],
  ["Peyvand", "PEYVAND"],
  ["Café", "cafe"],
  ["  گرگان\t\tو آق\u200Cقلا ", "گرگان و آققلا"],
];

const differentWords: [string, string][] = [
  ["دستگاه", "دستگاه ها"],
  ["گرگان", "گرگاب"],
  ["پیوند", "بیوند"],
  ["کار", "گار"],
  ["ژاله", "زاله"],
  ["چای", "جای"],
  ["جزء", "جز"],
  ["سوء", "سو"],
  ["مادران", "ما دران"],
  ["شهر بانو", "شهربانو"],
  ["آب گرم", "آبگرم"],
  ["علی آباد", "علی باد"],
  ["می", "نمی"],
  ["تر", "ترین"],
  ["۱۴۰۵", "۱۴۰۶"],
  ["۱ ۲", "۱۲"],
  ["تهران ای", "تهرانای"],
  ["خانه", "خان"],
  ["صدا", "سدا"],
  ["ه", "ا"],
  ["", "ا"],
];

describe("search key", () => {
  test.each(sameWord)("%j is found by %j", (written, typed) => {
    expect(searchKey(written)).toBe(searchKey(typed));
  });

  test.each(differentWords)("%j is not %j", (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other));
  });

  test("a text of punctuation, controls or nothing has a key all the same", () => {
    expect(searchKey("")).toBe("");
    expect(searchKey("\u202E\u200C \u200F")).toBe("");
    expect(searchKey("\uD800")).toBe("");
  });

  test("an ending that stands first is left alone", () => {
    expect(searchKey("های اجرایی")).toBe("های اجرایی");
  });

  test("a part of a phrase is found inside the phrase", () => {
    expect(searchKey(`کلیه دستگاه${ZWNJ}های اجرایی استان`)).toContain(searchKey("دستگاههای اجرائي"));
  });
});

describe("text for storage", () => {
  test.each([
    ["علي كريمي", "علی کریمی"],
    ["يك\r\nدو\rسه", "یک\nدو\nسه"],
    ["  متن\u0000 با\u0007 کنترل \u202Eوارونه\u202C ", "متن با کنترل وارونه"],
    [`می${ZWNJ}شود`, `می${ZWNJ}شود`],
    [`${ZWNJ}می${ZWNJ}${ZWNJ}شود${ZWNJ} خوب${ZWNJ}`, `می${ZWNJ}شود خوب`],
    ["می¬شود", `می${ZWNJ}شود`],
    ["a¬b", "a¬b"],
    ["بند\u00A0۱", "بند ۱"],
    ["٢٥ مورد", "۲۵ مورد"],
    ["1405/10/19", "1405/10/19"],
    ["مسئول تأمین مؤسسهٔ خانۀ هنر", "مسئول تأمین مؤسسهٔ خانۀ هنر"],
    ["مسي\u0654ول", "مسئول"],
    ["سطر\n\nسطر", "سطر\n\nسطر"],
    ["ﺍﺳﺘﺎﻥ", "استان"],
    ["<b>متن</b>", "<b>متن</b>"],
    ["👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧"],
    ["بد\uD800", "بد"],
    ["\uFEFFآغاز", "آغاز"],
  ])("%j is stored as %j", (typed, stored) => {
    expect(normalise(typed)).toBe(stored);
  });
});

describe("digits", () => {
  test("Persian, Arabic-Indic and Latin digits become each other", () => {
    expect(toPersianDigits("1405/٠٣/۲۱ الف")).toBe("۱۴۰۵/۰۳/۲۱ الف");
    expect(toPersianDigits(1234)).toBe("۱۲۳۴");
    expect(toLatinDigits("۱۴۰۵/٠٣/21")).toBe("1405/03/21");
  });
});

describe("honorifics", () => {
  test.each([
    ["جناب آقای دکتر رضا احمدی", "رضا احمدی"],
    ["سرکار خانم مهندس مریم کاظمی", "مریم کاظمی"],
    ["جناب\u200Cآقای احمدی", "احمدی"],
    ["حجت الاسلام و المسلمین نوری", "نوری"],
    [`حجت${ZWNJ}الاسلام والمسلمین دکتر نوری`, "نوری"],
    ["حجة الاسلام نوری", "نوری"],
    ["آقاي كريمي", "کریمی"],
    ["فرماندار محترم گرگان", "فرماندار گرگان"],
    ["سردار آزمون", "سردار آزمون"],
    ["سردار علی آزمون", "علی آزمون"],
    ["دکتر", "دکتر"],
    ["جناب آقای دکتر", "دکتر"],
    ["سید رضا حسینی", "سید رضا حسینی"],
    ["دکترزاده", "دکترزاده"],
    ["Dr. Karimi", "Karimi"],
    ["", ""],
  ])("%j is %j", (written, bare) => {
    expect(stripHonorifics(written)).toBe(bare);
  });
});

const persian = fc.string({
  unit: fc.constantFrom(
    ..."ابپتهیيىكک ةۀئؤأإآءئمنرتگی۱٢3 \u200C\u200D\u200F\u00A0¬\n\u0654\u064E\u0640،«»aİ",
    "ها",
    "می",
    " ای",
    " ی",
    "تر",
  ),
});
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), persian);

describe("for every text", () => {
  test("a key is its own key", () => {
    fc.assert(
      fc.property(anyText, (text) => searchKey(searchKey(text)) === searchKey(text)),
      { numRuns: 2000 },
    );
  });

  test("what was stored is stored unchanged", () => {
    fc.assert(
      fc.property(anyText, (text) => normalise(normalise(text)) === normalise(text)),
      { numRuns: 2000 },
    );
  });

  test("storing does not change what finds it", () => {
    fc.assert(
      fc.property(persian, (text) => searchKey(normalise(text)) === searchKey(text)),
      { numRuns: 2000 },
    );
  });

  test("a key has no half-space, direction mark, Arabic letter or double space", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchKey(text)).not.toMatch(
          /[\u200C-\u200F\u202A-\u202E\u2066-\u2069يكىةأإآٱئؤ]| {2}|^ | $/u,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("courtesy is taken off without complaint", () => {
    fc.assert(fc.property(anyText, (text) => typeof stripHonorifics(text) === "string"));
  });

  test("lone surrogates are fuzzed as well", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  test.each([
    ["spaces", " ".repeat(100_000) + "x"],
    ["half-spaces", `${ZWNJ.repeat(100_000)}x`],
    ["half-spaces between spaces", `${ZWNJ} `.repeat(50_000)],
    ["endings", "ه ی های ".repeat(12_000)],
    ["beginnings", "می ".repeat(33_000)],
    ["titles", "جناب آقای ".repeat(10_000)],
    ["not signs", `ا${"¬".repeat(100_000)}`],
    ["marks", "\u0654".repeat(100_000)],
  ])("a hundred thousand characters of %s are read in a moment", (_, text) => {
    const read = () => {
      searchKey(text);
      normalise(text);
      stripHonorifics(text);
    };
    expect(processorTime(read)).toBeLessThan(2000);
  });
});
