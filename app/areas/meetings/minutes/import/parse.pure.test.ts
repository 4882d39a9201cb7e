import { describe, expect, test } from "vitest";
import type { PartyDictionary } from "~/lib/written-names/dictionary";
import { toDocument } from "./document";
import { parseMinutes } from "./parse";

const DICTIONARY: PartyDictionary = [
  {
    canonical: "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان",
    kind: "group",
    code: "all",
    spellings: ["کلیه دستگاه‌های اجرایی استان"],
  },
  { canonical: "فرمانداران استان", kind: "group", code: "governors", spellings: ["فرمانداران"] },
  {
    canonical: "دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری",
    kind: "body",
    code: "planning",
    spellings: ["دفتر برنامه‌ریزی، بودجه و تحول اداری"],
  },
  { canonical: "صدا و سیما", kind: "body", code: "broadcast", spellings: [] },
  { canonical: "آموزش و پرورش", kind: "body", code: "education", spellings: [] },
  { canonical: "دستگاه‌های اجرایی مرتبط با موضوع", kind: "vague-group", code: "vague", spellings: [] },
];

const ALL = "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان";
const GOVERNORS = "فرمانداران استان";
const PLANNING = "دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری";
const HEADING = "ردیف\tشرح مصوبات\tدستگاه ارائه‌دهنده\tمهلت اقدام";
const SENTENCE = "مقرر گردید: راه روستاها تا پیش از بارش برف بازدید و نتیجه به مردم گفته شود.";

function read(...rows: string[]) {
  return toDocument(parseMinutes([HEADING, ...rows].join("\n"), DICTIONARY));
}

/** The only resolution of a table of one. */
function readOne(row: string) {
  const [resolution] = read(row).resolutions;
  if (!resolution) throw new Error("No resolution was read");
  return resolution;
}

function codes(...rows: string[]): string[] {
  return read(...rows).warnings.map(({ code }) => code);
}

describe("columns", () => {
  test.each([
    ["number, text, party, deadline", `۱\t${SENTENCE}\tفرمانداران استان\tمستمر`],
    ["deadline, party, text, number", `مستمر\tفرمانداران استان\t${SENTENCE}\t۱`],
    ["number, party, text, deadline", `1\tفرمانداران استان\t${SENTENCE}\tمستمر`],
    ["text first, number last but one", `${SENTENCE}\tمستمر\t(۱)\tفرمانداران استان`],
    [
      "paragraph tags around everything",
      `<p>مستمر</p>\t<p>فرمانداران استان</p>\t<P dir="rtl">${SENTENCE}</P>\t<p>۱</p>`,
    ],
    ["entities and hard spaces", `&nbsp;۱&nbsp;\t${SENTENCE}\tفرمانداران&nbsp;استان\t\u00A0مستمر`],
  ])("are told by what they hold: %s", (_, row) => {
    expect(readOne(row)).toEqual({
      number: 1,
      text: SENTENCE,
      parties: [GOVERNORS],
      deadline: { kind: "continuous", date: null, text: "مستمر" },
      subItems: [],
      refersTo: [],
    });
  });

  test("a deadline longer than the text of the resolution is no text", () => {
    const row = "۱\tبازدید راه‌ها\tفرمانداران استان\tحداکثر تا پایان مهر ماه ۱۴۰۵";
    expect(readOne(row)).toMatchObject({
      text: "بازدید راه‌ها",
      deadline: { kind: "dated", date: "2026-10-22" },
    });
  });

  test("a party that nobody knows is told from the text by its length, and marked", () => {
    const { resolutions, warnings } = read(`۱\t${SENTENCE}\tبنیاد نیکوکاری باران\t`);
    expect(resolutions[0]).toMatchObject({ text: SENTENCE, parties: ["بنیاد نیکوکاری باران"] });
    expect(warnings).toContainEqual({ code: "party-unknown", number: 1, written: "بنیاد نیکوکاری باران" });
  });

  test("of two numbers the one that follows is the row's, wherever it stands", () => {
    const { resolutions } = read(`۳۰\tصدا و سیما\t${SENTENCE}\t۱`, `۲\t${SENTENCE}\tصدا و سیما\t۱۰`);
    expect(resolutions.map(({ number, deadline }) => [number, deadline])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  test("a row of only tags is no row", () => {
    expect(
      read("<p></p>\t<p>&nbsp;</p>\t<br>\t", `۱\t${SENTENCE}\tفرمانداران استان\t`).resolutions,
    ).toHaveLength(1);
  });

  test("a heading repeated on the next page and a page number are no rows", () => {
    const rows = [
      `۱\t${SENTENCE}\tفرمانداران استان\t`,
      "صفحه ۲ از ۵",
      HEADING,
      `۲\t${SENTENCE}\tصدا و سیما\t`,
    ];
    expect(read(...rows).resolutions.map(({ number, text }) => [number, text])).toEqual([
      [1, SENTENCE],
      [2, SENTENCE],
    ]);
    expect(codes(...rows)).not.toContain("line-not-read");
  });

  test("a list of names with signatures behind the table is not read as resolutions", () => {
    const rows = [
      `۱\t${SENTENCE}\tفرمانداران استان\t`,
      "",
      "ردیف\tنام و نام خانوادگی\tسمت\tامضا",
      "۱\tفرمانداران استان\tدبیر\t",
    ];
    expect(read(...rows).resolutions).toHaveLength(1);
  });

  test("without a heading, rows are told by their numbers and that is said", () => {
    const text = [`۱\t${SENTENCE}\tفرمانداران استان\t`, `۲\t${SENTENCE}\tصدا و سیما\t`].join("\n");
    const { resolutions, warnings } = toDocument(parseMinutes(text, DICTIONARY));
    expect(resolutions.map(({ number }) => number)).toEqual([1, 2]);
    expect(warnings.map(({ code }) => code)).toContain("table-header-missing");
  });
});

describe("a row without a number", () => {
  test("continues the one before: text and party are joined across the page", () => {
    const [first, second] = read(
      "\tکلیه دستگاه های اجرایی استان\tپرهیز از فرستادن مردم از این اداره به آن اداره و\t۱",
      "",
      "\tفرمانداران استان\tدادن شماره پیگیری به هر درخواست\t",
      `۲\t${SENTENCE}\tصدا و سیما\t`,
    ).resolutions;
    expect(first?.text).toBe(
      "پرهیز از فرستادن مردم از این اداره به آن اداره و دادن شماره پیگیری به هر درخواست",
    );
    expect(first?.parties).toEqual([ALL, GOVERNORS]);
    expect(second?.text).toBe(SENTENCE);
  });

  test("may bring the end of a name that the page broke", () => {
    const { resolutions } = read(
      `۱\tمقرر گردید: دوره آموزشی کارکنان میز خدمت\tدفتر برنامه ریزی، بودجه و\t`,
      "\tتحول اداری استانداری\tبا جدیت پیگیری گردد.\t",
    );
    expect(resolutions[0]).toMatchObject({
      text: "مقرر گردید: دوره آموزشی کارکنان میز خدمت با جدیت پیگیری گردد.",
      parties: [PLANNING],
    });
  });

  test("is given the number that is missing just there", () => {
    const rows = [
      `۱\t${SENTENCE}\tصدا و سیما\t`,
      `\t${SENTENCE}\tفرمانداران استان\t`,
      `۳\t${SENTENCE}\tصدا و سیما\t`,
    ];
    expect(read(...rows).resolutions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(read(...rows).warnings).toContainEqual({ code: "number-assigned", number: 2, line: 3 });
  });

  test("a missing or repeated number is named", () => {
    expect(codes(`۱\t${SENTENCE}\tصدا و سیما\t`, `۳\t${SENTENCE}\tصدا و سیما\t`)).toContain("number-missing");
    expect(codes(`۱\t${SENTENCE}\tصدا و سیما\t`, `۱\t${SENTENCE}\tصدا و سیما\t`)).toContain(
      "number-repeated",
    );
  });
});

describe("parties", () => {
  test.each([
    [
      "glued in one cell",
      "کلیه دستگاه های اجرایی، نهادهای و سازمان های استان فرمانداران استان",
      [ALL, GOVERNORS],
    ],
    ["plurals glued", "کلیه دستگاههای اجرایی، نهادها و سازمانهای استان", [ALL]],
    ["Arabic letters", "كليه دستگاه‌هاي اجرايي استان", [ALL]],
    ["a name that holds «،»", "دفتر برنامه ریزی، بودجه و تحول اداری، صدا و سیما", [PLANNING, "صدا و سیما"]],
    ["the name of the province", "صدا و سیمای استان گلستان", ["صدا و سیما"]],
    ["no space at all", "صداوسیما", ["صدا و سیما"]],
    ["courtesy", "فرمانداران محترم استان", [GOVERNORS]],
    ["«اداره کل» before a body", "اداره کل محترم آموزش و پرورش استان", ["آموزش و پرورش"]],
    ["the same party twice", "فرمانداران - فرمانداران استان", [GOVERNORS]],
    ["a vague group in other words", "سازمان‌های ذی‌ربط", ["دستگاه‌های اجرایی مرتبط با موضوع"]],
    [
      "known and unknown together",
      "صدا و سیما و بنیاد نیکوکاری باران",
      ["صدا و سیما", "بنیاد نیکوکاری باران"],
    ],
    ["two that nobody knows", "<p>بنیاد باران</p> <p>خانه هنر</p>", ["بنیاد باران", "خانه هنر"]],
    ["an office in a county", "آموزش و پرورش شهرستان گرگان", ["آموزش و پرورش"]],
  ])("%s", (_, written, parties) => {
    expect(readOne(`۱\t${SENTENCE}\t${written}\t`).parties).toEqual(parties);
  });

  test("an office narrowed to a county is the body, and a guess", () => {
    const parsed = parseMinutes(`${HEADING}\n۱\t${SENTENCE}\tآموزش و پرورش شهرستان گرگان\t`, DICTIONARY);
    expect(parsed.resolutions[0]?.parties[0]).toMatchObject({
      confidence: "guess",
      written: "آموزش و پرورش شهرستان گرگان",
    });
    expect(parsed.resolutions[0]?.notes[0]?.code).toBe("party-narrowed");
  });

  test("a group that only the text names is noted, a receiver or a place is not", () => {
    const note = { code: "text-names-party", number: 1, party: GOVERNORS };
    const actor = "مقرر گردید: مدیران دستگاه‌ها و فرمانداران، کار را پیگیری نمایند.";
    expect(read(`۱\t${actor}\tصدا و سیما\t`).warnings).toContainEqual(note);
    expect(read(`۱\t${actor}\tفرمانداران استان\t`).warnings).not.toContainEqual(note);
    expect(
      codes("۱\tمقرر گردید: گزارش هر هفته به فرمانداران استان فرستاده شود.\tصدا و سیما\t"),
    ).not.toContain("text-names-party");
    expect(codes("۱\tمقرر گردید: نشست با فرمانداران استان هر هفته برپا شود.\tصدا و سیما\t")).not.toContain(
      "text-names-party",
    );
  });
});

describe("citations of other resolutions", () => {
  const rows = Array.from({ length: 20 }, (_, index) => `${index + 2}\t${SENTENCE}\tصدا و سیما\t`);
  function cited(words: string): number[] {
    return (
      read(`۱\tمقرر گردید: ${words} کار پیگیری و نتیجه گزارش گردد.\tصدا و سیما\t`, ...rows).resolutions[0]
        ?.refersTo ?? []
    );
  }

  test.each([
    ["در راستای بند ۲ مصوبه مذکور", [2]],
    ["جهت تحقق بندهای ۱۱ تا ۱۶", [11, 12, 13, 14, 15, 16]],
    ["جهت تحقق بند های 11 الی 13", [11, 12, 13]],
    ["همراه با بندهای ۳، ۵ و ۷ این صورت‌جلسه", [3, 5, 7]],
    ["پیرو مصوبه شماره ۴", [4]],
    ["پیرو مصوبات ۴ و ۶", [4, 6]],
    ["(موضوع ردیف ۹)", [9]],
    ["مطابق بند دوم", [2]],
    ["مطابق بند ۸.", [8]],
    ["در اجرای ماده ۱۱ قانون انتخابات", []],
    ["به شرح بندهای ذیل", []],
    ["بند ۳ ماده ۷ قانون برنامه", []],
    ["ماده ۷ بند ۳", []],
    ["تبصره ۲ بند ۳ آیین‌نامه", []],
    ["بند الف", []],
    ["مصوبه شماره ۲ هیئت وزیران", []],
    ["مصوبه ۳ جلسه گذشته", []],
    ["بند ۲ صورت‌جلسه قبلی", []],
    ["بند ۵ صورتجلسه مورخ ۱۴۰۴/۰۲/۰۳", []],
    ["پابند ۲", []],
    ["مصوبه شماره ۱۴۰۲/۴/۵", []],
    ["بند ۱", []],
  ])("%s → %j", (words, numbers) => {
    expect(cited(words)).toEqual(numbers);
  });

  test("a citation of a resolution that is not there is named", () => {
    expect(codes(`۱\tمقرر گردید: برابر بند ۹ کار پیگیری گردد.\tصدا و سیما\t`)).toContain(
      "reference-not-found",
    );
  });
});

describe("points of a resolution", () => {
  test.each([
    ["الف: جای نشستن ب: پاسخ نوشته ج: تابلو", ["جای نشستن", "پاسخ نوشته", "تابلو"]],
    ["الف) جای نشستن ب) پاسخ نوشته پ) تابلو", ["جای نشستن", "پاسخ نوشته", "تابلو"]],
    ["الف- جای نشستن ب- پاسخ نوشته", ["جای نشستن", "پاسخ نوشته"]],
    ["۱) جای نشستن ۲) پاسخ نوشته", ["جای نشستن", "پاسخ نوشته"]],
    ["الف: تنها یک نکته است", []],
    ["برابر بند الف: و بند ب: قانون", []],
    ["در ساعت ۱۰:۳۰ و با مهلت ۲ ماهه", []],
  ])("%s", (words, items) => {
    expect(readOne(`۱\tمقرر گردید این کارها انجام شود؛ ${words}\tصدا و سیما\t`).subItems).toEqual(items);
  });
});

describe("what the document says of itself", () => {
  const row = `۱\t${SENTENCE}\tصدا و سیما\t`;
  function declared(line: string) {
    return toDocument(parseMinutes([line, HEADING, row].join("\n"), DICTIONARY)).declaredCount;
  }

  test.each([
    ["*این صورتجلسه در ۵ صفحه و ۱۶ مصوبه تنظیم شده است.", 16],
    ["این صور ت جلسه مشتمل بر شانزده مصوبه تهیه گردید.", 16],
    ["این صورت‌جلسه در بیست و یک مصوبه تنظیم شد", 21],
    ["از ۲۳ مصوبه جلسه گذشته ۹ مصوبه مانده است.", null],
    ["جلسه شامل بررسی ۲۳ مصوبه جلسه گذشته بود.", null],
    ["اعتبارات ۳۷ برابر شده است.", null],
  ])("%s", (line, count) => {
    expect(declared(line)).toBe(count);
  });

  test("a count that disagrees is said", () => {
    const { warnings } = toDocument(
      parseMinutes(["این صورتجلسه در ۲ مصوبه تنظیم شد.", HEADING, row].join("\n"), DICTIONARY),
    );
    expect(warnings).toContainEqual({ code: "count-differs", expected: 2, found: 1 });
  });
});

describe("a table drawn with strokes", () => {
  const rows = ["ردیف | شرح مصوبات | دستگاه | مهلت", "۱ | راه روستا باز شود | صدا و سیما | مستمر"];
  test.each([
    ["bare", [...rows, "۲ | پل ساخته شود | فرمانداران |"]],
    [
      "framed",
      ["|---|---|---|---|", ...[...rows, "۲ | پل ساخته شود | فرمانداران | "].map((row) => `| ${row} |`)],
    ],
  ])("is read as one of columns: %s", (_, lines) => {
    const { resolutions } = toDocument(parseMinutes(lines.join("\n"), DICTIONARY));
    expect(resolutions.map(({ number, text }) => [number, text])).toEqual([
      [1, "راه روستا باز شود"],
      [2, "پل ساخته شود"],
    ]);
    expect(resolutions[0]?.parties).toHaveLength(1);
  });
});

describe("between two cells that nobody knows", () => {
  const rowOf = (heading: string, row: string) => {
    const [resolution] = parseMinutes([heading, row].join("\n"), DICTIONARY).resolutions;
    return [resolution?.text.value, resolution?.parties.map(({ written }) => written).join(" ")];
  };
  test.each([
    ["شرح مصوبات\tمسئول\tمهلت", "تامین نان\tمدیر کل محترم غله\tمستمر"],
    ["مسئول\tردیف\tشرح", "مدیر کل محترم غله\t۱\tتامین نان"],
    ["ردیف | شرح | مسئول", "۱ | تامین نان | مدیر کل محترم غله"],
  ])("the heading decides: %s", (heading, row) => {
    expect(rowOf(heading, row)).toEqual(["تامین نان", "مدیر کل محترم غله"]);
  });

  test("unless one of them says that it was resolved", () => {
    expect(rowOf("ردیف\tشرح\tمسئول", "۱\tاداره غله\tمقرر گردید نان تامین شود")).toEqual([
      "مقرر گردید نان تامین شود",
      "اداره غله",
    ]);
  });
});

describe("a paragraph below the last row", () => {
  const BROKEN = "۱\tلزوم پاسخ‌گویی شبانه‌روزی به تماس‌های مردم در دستور کار\tفرمانداران استان\t";

  test("is the rest of a sentence that breaks off, as a guess", () => {
    const parsed = parseMinutes(
      [HEADING, BROKEN, "", "قرار گیرد.", "", "سایر مصوبات:"].join("\n"),
      DICTIONARY,
    );
    expect(parsed.resolutions).toMatchObject([
      {
        text: { value: "لزوم پاسخ‌گویی شبانه‌روزی به تماس‌های مردم در دستور کار قرار گیرد." },
        layout: "guess",
        continuationLines: [4],
      },
    ]);
    expect(codes(BROKEN, "قرار گیرد.")).toContain("continuation-merged");
  });

  test.each([
    ["the row is a whole sentence", `۱\t${SENTENCE}\tفرمانداران استان\t`, "قرار گیرد."],
    ["it begins a point of its own", BROKEN, "۲- راه باز شود."],
    ["it is no end of a sentence", BROKEN, "یادآوری برای دبیر جلسه"],
    ["it closes the document", BROKEN, "جلسه در ساعت ۱۲ خاتمه یافت."],
  ])("is none where %s", (_, row, below) => {
    expect(read(row, below).resolutions[0]?.text).toBe(row.split("\t")[1]);
  });
});
