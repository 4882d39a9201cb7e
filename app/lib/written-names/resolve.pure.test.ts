import { describe, expect, test } from "vitest";
import { countyNames, partyDictionary } from "../../../prisma/seed/party-dictionary";
import { resolveName } from "./resolve";
import { processorTime } from "../../../tests/setup/processor-time";

const read = (written: string, dictionary = partyDictionary) =>
  resolveName(written, dictionary).parties.map(({ code, confidence }) => `${code ?? "–"} ${confidence}`);

const ALL = "all-executive-bodies";

describe("a written name is read as the one whom it means", () => {
  test.each([
    // As minutes of a province wrote it: spaces around the comma, plurals apart, a slip in the middle.
    ["دستگاه های اجرایی ، نهادهای و سازمان های استان", [`${ALL} clear`]],
    ["کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان", [`${ALL} clear`]],
    ["کلیه دستگاههای اجرایی ، نهادهای و سازمانهای استان", [`${ALL} clear`]],
    ["كليه دستگاه هاي اجرايي استان", [`${ALL} clear`]],
    ["تمامی دستگاه های اجرایی", [`${ALL} clear`]],
    ["فرمانداران", ["governors clear"]],
    ["فرمانداران محترم شهرستان های استان", ["governors clear"]],
    ["کلیه فرمانداری ها", ["governors clear"]],
    ["فرمانداری‌ها", ["governors clear"]],
    ["فرمانداری های استان", ["governors clear"]],
    ["فرمانداریهای تابعه", ["governors clear"]],
    ["کلیه فرمانداری‌های استان", ["governors clear"]],
    // One is no group, whatever letters they share.
    ["فرمانداری", ["county-governorate clear"]],
    ["فرماندار محترم", ["county-governorate clear"]],
    ["فرمانداري", ["county-governorate clear"]],
    ["دستگاه های اجرایی مرتبط با موضوع", ["related-bodies clear"]],
    ["دستگاه‌های ذی‌ربط", ["related-bodies clear"]],
    ["اداره کل آموزش و پرورش", ["education clear"]],
    ["اداره کل آموزش و پرورش استان گلستان", ["education clear"]],
    ["آموزش و پرورش", ["education clear"]],
    ["مدیرکل محترم آموزش و پرورش", ["education likely"]],
    ["شرکت آبفا", ["water-sewage clear"]],
    ["آبفا", ["water-sewage clear"]],
    ["سازمان صمت", ["industry-mine-trade clear"]],
    ["راه آهن", ["railways clear"]],
    ["صدا و سیمای مرکز گلستان", ["broadcaster clear"]],
    ["هيات", ["– guess"]],
  ])("%s", (written, expected) => {
    expect(read(written)).toEqual(expected);
  });

  test("several names in one breath are several parties, in their order", () => {
    expect(read("فرمانداران و آموزش و پرورش")).toEqual([
      expect.stringMatching(/^governors /),
      expect.stringMatching(/^education /),
    ]);
  });
});

describe("a place behind a name says whose office is meant", () => {
  const GOLESTAN = countyNames.filter(({ id }) => Math.floor(id / 1000) === 28);
  const placed = (written: string, places = GOLESTAN) =>
    resolveName(written, partyDictionary, places).parties.map(
      ({ code, place, confidence }) => `${code ?? "–"} ${place?.name ?? "·"} ${confidence}`,
    );

  test.each([
    ["شهرداری گرگان", ["municipality گرگان clear"]],
    ["اداره برق گرگان", ["power-distribution گرگان clear"]],
    ["اداره آموزش و پرورش گرگان", ["education گرگان clear"]],
    ["اداره آموزش و پرورش شهرستان گرگان", ["education گرگان clear"]],
    ["فرمانداری گنبدکاووس", ["county-governorate گنبد کاووس clear"]],
    ["فرمانداری گنبد کاووس", ["county-governorate گنبد کاووس clear"]],
    ["شهرداری گرگان و شهرداری آق‌قلا", ["municipality گرگان likely", "municipality آق‌قلا likely"]],
    [
      "فرمانداری‌های گرگان، آق‌قلا و گنبدکاووس",
      [
        "county-governorate گرگان likely",
        "county-governorate آق‌قلا likely",
        "county-governorate گنبد کاووس likely",
      ],
    ],
    ["فرمانداران گرگان و کلاله", ["county-governorate گرگان likely", "county-governorate کلاله likely"]],
    ["فرمانداران استان گلستان", ["governors · clear"]],
    ["بخشداری مرکزی", ["district-governorate مرکزی clear"]],
    ["بخشداری بهاران", ["district-governorate بهاران guess"]],
    [
      "بخشداری بهاران و بخشداری داشلی برون",
      ["district-governorate بهاران guess", "district-governorate داشلی برون guess"],
    ],
    ["شهرداری، آموزش و پرورش", ["municipality · likely", "education · likely"]],
    ["آموزش و پرورش استان گلستان", ["education · clear"]],
  ])("%s", (written, expected) => {
    expect(placed(written)).toEqual(expected);
  });

  test("a name that two places have means neither for certain", () => {
    const twice = [...GOLESTAN, { id: 1, nameFa: "گرگان" }];
    expect(resolveName("شهرداری گرگان", partyDictionary, twice).parties[0]?.place).toEqual({
      id: null,
      name: "گرگان",
    });
  });
});

describe("what only looks like a name is no certain one", () => {
  test.each([
    ["اداره کل"],
    ["سازمان"],
    ["آموزشگاه رانندگی پارس"],
    ["پرورش ماهی"],
    ["ستاد بازآفرینی"],
    ["گازرسانی"],
    ["پستچی محله"],
    ["صنایع دستی روستا"],
    ["دستگاه اجرایی"],
    [""],
    ["۱۲۳"],
  ])("%s", (written) => {
    const found = resolveName(written, partyDictionary).parties;
    expect(found.filter(({ code }) => code !== null)).toEqual([]);
  });

  test("a body with a narrower place behind its name is only a guess", () => {
    expect(read("آموزش و پرورش شهرستان گرگان")).toEqual(["education guess"]);
  });

  test("an unknown name brings those who come closest", () => {
    const { nearest } = resolveName("اداره آموزش و فرهنگ", partyDictionary);
    expect(nearest.length).toBeGreaterThan(0);
    expect(nearest.length).toBeLessThanOrEqual(3);
  });
});

test("what a place has taught goes before the national base, even against the base's own name", () => {
  const taught = partyDictionary.map((entry) =>
    entry.code === "education" ? { ...entry, taught: ["آ.پ", "دستگاه‌های ذی‌ربط"] } : entry,
  );
  expect(read("آ.پ", taught)).toEqual(["education clear"]);
  expect(read("دستگاه های ذیربط", taught)).toEqual(["education clear"]);
  expect(read("دستگاه های ذیربط")).toEqual(["related-bodies clear"]);
});

test("a name of a million letters is read in no time", () => {
  const name = "دستگاه ".repeat(200_000);
  expect(processorTime(() => void resolveName(name, partyDictionary))).toBeLessThan(500);
});
