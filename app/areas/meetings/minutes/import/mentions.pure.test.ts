import { describe, expect, test } from "vitest";
import { countyNames, partyDictionary } from "../../../../../prisma/seed/party-dictionary";
import { parseMinutes } from "./parse";

const GOLESTAN = countyNames.filter(({ id }) => Math.floor(id / 1000) === 28);

function told(sentence: string) {
  const [resolution] = parseMinutes(`مصوبات:\n۱- ${sentence}`, partyDictionary, GOLESTAN).resolutions;
  if (!resolution) throw new Error("No resolution was read");
  return resolution;
}

const actors = (sentence: string) =>
  told(sentence).parties.map(({ code, place }) => (place ? `${code ?? "–"} ${place.name}` : code));
const noted = (sentence: string) =>
  told(sentence).notes.flatMap((note) => (note.code === "text-names-party" ? [note.written] : []));
const receivers = (sentence: string) =>
  told(sentence).notes.flatMap((note) => (note.code === "text-names-receiver" ? [note.party] : []));

describe("whoever a sentence says is to act is owing", () => {
  test.each([
    ["مقرر گردید شهرداری گرگان معابر را پاک‌سازی نماید.", ["municipality گرگان"]],
    ["مقرر گردید دادگستری به پرونده‌ها رسیدگی کند.", ["justice"]],
    ["مقرر شد بخشداری مرکزی راه روستاها را باز کند.", ["district-governorate مرکزی"]],
    ["مقرر گردید دهیاری‌ها معابر روستا را بازگشایی نمایند.", ["village-administrations"]],
    ["مقرر گردید: بهزیستی گزارش دهد.", ["welfare"]],
    ["مقرر گردید اداره برق گرگان پایه‌ها را جابه‌جا کند.", ["power-distribution گرگان"]],
    [
      "اداره کل راه و شهرسازی و شهرداری گرگان موظف شدند پروژه را تحویل دهند.",
      ["roads-urban", "municipality گرگان"],
    ],
    [
      "مقرر گردید فرمانداری، بخشداری مرکزی، دهیاری‌ها و شهرداری گرگان نسبت به پاک‌سازی راه‌ها اقدام نمایند.",
      ["county-governorate", "district-governorate مرکزی", "village-administrations", "municipality گرگان"],
    ],
    ["با توجه به سرما شهرداری گرگان موظف شد گرم‌خانه را باز کند.", ["municipality گرگان"]],
    [
      "مقرر گردید فرمانداران گرگان و کلاله گزارش دهند.",
      ["county-governorate گرگان", "county-governorate کلاله"],
    ],
  ])("%s", (sentence, expected) => {
    expect(actors(sentence)).toEqual(expected);
  });

  test("a list of receivers owes nothing", () => {
    const sentence = "مقرر گردید آموزش و پرورش نتیجه را به فرمانداری و شهرداری گرگان گزارش دهد.";
    expect(actors(sentence)).toEqual(["education"]);
    expect(receivers(sentence)).toHaveLength(2);
  });

  test("a body that something is told to regard receives nothing", () => {
    expect(receivers("مقرر گردید آموزش و پرورش صفحه مربوط به شهرداری گرگان را بسازد.")).toEqual([]);
  });

  test.each(["کلیه ادارات شهرستان موظفند کارشناس معرفی کنند.", "مقرر شد همه ادارات کارشناس معرفی کنند."])(
    "all offices of the county are one addressee: %s",
    (sentence) => {
      expect(actors(sentence)).toEqual(["county-offices"]);
    },
  );

  test("what may be a thing or a body is left to a person, and said", () => {
    expect(actors("مقرر گردید گاز روستاها وصل شود.")).toEqual([]);
    expect(noted("مقرر گردید گاز روستاها وصل شود.")).toEqual(["گاز"]);
    expect(noted("مقرر گردید آموزش و پرورش با مدارس، شهرداری همکاری کند.")).toEqual(["شهرداری"]);
  });

  test("three who act in one sentence of a report all owe it", () => {
    const { resolutions } = parseMinutes(
      "سومین نشست کارگروه در محل فرمانداری برگزار شد. در این نشست مقرر شد شهرداری گرگان معابر را باز کند، دادگستری به پرونده‌ها رسیدگی کند و آموزش و پرورش مدارس را گرم نگه دارد.",
      partyDictionary,
      GOLESTAN,
    );
    expect(resolutions.flatMap(({ parties }) => parties.map(({ code }) => code))).toEqual([
      "municipality",
      "justice",
      "education",
    ]);
  });

  const open = (sentence: string) =>
    told(sentence).parties.flatMap(({ kind, written }) => (kind === "unknown" ? [written] : []));

  test.each([
    [
      "ادارات آموزش و پرورش، ورزش و جوانان و فرهنگ و ارشاد اسلامی برنامه مشترک تهیه کنند.",
      ["education", "sport-youth", "culture"],
      [],
    ],
    [
      "مقرر شد منابع طبیعی و آبخیزداری، محیط زیست و امور اراضی استعلامات را ظرف ۱۵ روز کاری پاسخ دهند.",
      ["natural-resources", "environment", null],
      ["امور اراضی"],
    ],
    ["مصوب شد بانک کشاورزی و صندوق نیک‌اندیشان همکاری کنند.", ["bank-keshavarzi", null], ["صندوق نیک‌اندیشان"]],
    [
      "رییس دادگستری، دادستان و فرمانده سپاه ناحیه بر اجرا نظارت کنند.",
      ["justice", null, null],
      ["دادستان", "فرمانده سپاه ناحیه"],
    ],
    [
      "اداره نوسازی بناها، اداره راه‌گشایان و شهرداری گزارش دهند.",
      [null, null, "municipality"],
      ["اداره نوسازی بناها", "اداره راه‌گشایان"],
    ],
    ["مقرر شد شرکت آبادگران دشت موظف به تحویل راه باشد.", [null], ["شرکت آبادگران دشت"]],
    [
      "شهرداری، بنیاد باران و دادگستری موظف شدند گزارش دهند.",
      ["municipality", null, "justice"],
      ["بنیاد باران"],
    ],
    ["مقرر شد ادارات برق، گاز و مخابرات پاسخ دهند.", ["power-distribution", "gas", "telecom"], []],
  ])("nobody who is listed as acting is dropped: %s", (sentence, codes, unknown) => {
    expect(told(sentence).parties.map(({ code }) => code)).toEqual(codes);
    expect(open(sentence)).toEqual(unknown);
  });

  test.each([
    "مقرر گردید شهرداری معابر را باز کند و گزارش دهد.",
    "مقرر گردید شهرداری، معابر را باز کند و به فرمانداری اعلام نماید.",
    "مقرر گردید شهرداری ظرف یک ماه و در صورت نیاز با هماهنگی دادگستری راه را باز کند.",
    "مقرر گردید صندوق پیشنهادها نصب شود و شهرداری گزارش دهد.",
  ])("what is no name is taken for none: %s", (sentence) => {
    expect(open(sentence)).toEqual([]);
    expect(actors(sentence)).toEqual(["municipality"]);
  });

  test("a list of unknown receivers owes nothing", () => {
    expect(open("مقرر گردید آموزش و پرورش نتیجه را به شهرداری، بنیاد باران و دادگستری گزارش دهد.")).toEqual(
      [],
    );
  });
});
