import { describe, expect, test } from "vitest";
import { shownCell } from "./code-cell";
import { entryKey } from "../../catalogues/choices";
import { wordsForAll } from "./expected";
import { guessColumns } from "./guess-columns";
import { headerKey, isBelief } from "./headers";
import { readDay } from "./read-day";
import { capacitiesIn, NO_NAMES } from "./known-names";
import { readRow } from "./read-row";
import { addDays, isoOf, jalaliOf, type IsoDate } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";

const TODAY = "2026-12-24";

describe("columns", () => {
  test.each([
    [
      ["نام", "نام خانوادگی", "شماره همراه"],
      ["first-name", "last-name", "mobile"],
    ],
    [
      ["نام", "موبايل", "روستا"],
      ["full-name", "mobile", "locality"],
    ],
    [
      ["نام و نام خانوادگي", "تلفن همراه", "تاریخ عضویت"],
      ["full-name", "mobile", "joined-on"],
    ],
    [
      ["نام", "همراه", "همراه", "نام"],
      ["full-name", "mobile", "phone", "none"],
    ],
    [
      ["First Name", "Last name", "Phone", "Notes"],
      ["first-name", "last-name", "mobile", "note"],
    ],
    [
      ["ردیف", "کد ملی", "نام کامل", "تلفن", "شماره موبایل"],
      ["none", "national-code", "full-name", "phone", "mobile"],
    ],
  ])("%j are read as %j", (headers, columns) => {
    expect(guessColumns(headers)).toEqual(columns);
  });

  test("are read as the county read them the last time", () => {
    const remembered = new Map([[headerKey("شماره"), "mobile"]]);
    expect(guessColumns(["نام", "شماره"], remembered)).toEqual(["full-name", "mobile"]);
  });

  test("of belief, politics and origin are never read, whatever was remembered", () => {
    for (const header of ["مذهب", "گرایش سیاسی", "قومیت", "Religion"]) {
      expect(isBelief(header)).toBe(true);
      expect(guessColumns(["نام", header], new Map([[headerKey(header), "note"]]))[1]).toBe("none");
    }
  });
});

describe("a day", () => {
  test.each([
    ["1405/10/01", "2026-12-22", "jalali"],
    ["۱۴۰۵/۱۰/۱", "2026-12-22", "jalali"],
    ["۱ دی ۱۴۰۵", "2026-12-22", "jalali"],
    ["14051001", "2026-12-22", "jalali"],
    ["2026-12-22", "2026-12-22", "gregorian"],
    ["22/12/2026", "2026-12-22", "gregorian"],
    ["1448/07/12", "2026-12-21", "lunar"],
  ] as const)("%s is %s, written in the %s calendar", (text, iso, calendar) => {
    expect(readDay(text, TODAY)).toEqual({ iso, calendar });
  });

  test("whose year may be of two calendars is of the one of its column, and it is said", () => {
    expect(readDay("1400/02/01", TODAY)).toEqual({ iso: "2021-04-21", calendar: "jalali" });
    expect(readDay("1400/02/01", TODAY, true)).toEqual({ iso: "1979-12-21", calendar: "lunar-column" });
    expect(readDay("1448/07/12", TODAY, true)).toMatchObject({ calendar: "lunar" });
    expect(readDay("2026-12-22", TODAY, true)).toMatchObject({ calendar: "gregorian" });
    expect(readRow(["رضا احمدی", "1400/02/01"], ["full-name", "joined-on"], TODAY, true).problems).toEqual([
      "no-mobile",
      "lunar-column",
    ]);
  });

  test.each(["", "دیروز", "1405/13/01", "2026-02-30", "1448/13/01", "05/10/01", "44927"])(
    "%j is none",
    (text) => {
      expect(readDay(text, TODAY)).toBeNull();
    },
  );
});

describe("a row", () => {
  const columns = ["full-name", "mobile", "locality", "tier", "joined-on", "national-code"] as const;
  const read = (...cells: string[]) => readRow(cells, [...columns], TODAY);

  test("gives a person in the form in which one is stored", () => {
    expect(read("ناهيد  سعيدي", "۰۹۱۱ ۱۲۳ ۴۵۶۷", "كرد محله", "فعال", "1405/10/01")).toEqual({
      person: {
        fullName: "ناهید سعیدی",
        searchKey: searchKey("ناهید سعیدی"),
        mobile: "+989111234567",
        nationalCode: null,
        locality: "کرد محله",
        tier: "active",
        joinedOn: "2026-12-22",
        source: null,
        note: null,
        numbers: null,
        capacities: null,
        circleIds: null,
      },
      problems: [],
    });
  });

  test.each([
    [["", "09111234567"], ["no-name"]],
    [["۱۲۳", "09111234567"], ["no-name"]],
    [["رضا", "017132"], ["bad-mobile"]],
    [["ا".repeat(1_000_000), "09111234567"], ["long-name"]],
    [
      ["", "x"],
      ["no-name", "bad-mobile"],
    ],
  ])("is refused for what it lacks (%#)", (cells, problems) => {
    expect(read(...cells)).toEqual({ person: null, problems });
  });

  test.each([
    ["0499370899", []],
    ["۰۴۹۹۳۷۰۸۹۹", []],
    ["'0499370899", []],
    ["049-937089-9", []],
    ["499370899", ["code-zeros"]],
    ["84575948", ["code-zeros"]],
  ])("with %j in the column of codes has a national code of ten digits", (cell, problems) => {
    const row = read("رضا احمدی", "09111234567", "", "", "", cell);
    expect(row.person?.nationalCode).toBe(cell === "84575948" ? "0084575948" : "0499370899");
    expect(row.problems).toEqual(problems);
  });

  test("whose note may tell a belief is taken with a word about it", () => {
    const noted = (note: string) =>
      readRow(["رضا احمدی", "09111234567", note], ["full-name", "mobile", "note"], TODAY);
    expect(noted("از اصلاح‌طلبان شهر است").problems).toEqual(["belief"]);
    expect(noted("از اصلاح‌طلبان شهر است").person?.note).toBe("از اصلاح‌طلبان شهر است");
    expect(noted("هیئت مذهبی محله را اداره می‌کند").problems).toEqual([]);
  });

  test.each([
    [["رضا احمدی", "9111234567"], ["zero"]],
    [["رضا احمدی", "09111234567", "", "", "", "•••••••899"], ["hidden-code"]],
    [["رضا احمدی"], ["no-mobile"]],
    [["رضا احمدی", "09111234567", "", "", "", "0499370898"], ["bad-code"]],
    [["رضا احمدی", "09111234567", "", "", "", "1111111111"], ["bad-code"]],
    [["رضا احمدی", "09111234567", "", "طلایی"], ["unknown-tier"]],
    [["رضا احمدی", "09111234567", "", "", "2026-12-22"], ["gregorian"]],
    [["رضا احمدی", "09111234567", "", "", "1448/07/12"], ["lunar"]],
    [["رضا احمدی", "09111234567", "", "", "1405/10/29"], ["bad-day"]],
    [["رضا احمدی", "09111234567", "م".repeat(101)], ["cut"]],
  ])("is taken with a word about it (%#)", (cells, problems) => {
    const row = read(...cells);
    expect(row.person).not.toBeNull();
    expect(row.problems).toEqual(problems);
  });
});

describe("a cell that is shown or handed back", () => {
  test("shows of a national code the last three figures, and a number whole", () => {
    expect(shownCell("0499370899", "national-code")).toBe("•••••••899");
    expect(shownCell("۴۹۹۳۷۰۸۹", "national-code")).toBe("•••••••089");
    expect(shownCell("0499370899", "none")).toBe("•••••••899");
    expect(shownCell("0499370899", undefined)).toBe("•••••••899");
    expect(shownCell("ندارد", "national-code")).toBe("ندارد");
    expect(shownCell("09111234567", "mobile")).toBe("09111234567");
    expect(shownCell("9111234567", "none")).toBe("9111234567");
  });

  test("shows every day as it was written", () => {
    const spoilt: string[] = [];
    for (let day: IsoDate = isoOf(1395, 1, 1); day < TODAY; day = addDays(day, 1)) {
      const { jy, jm, jd } = jalaliOf(day);
      const two = (number: number) => String(number).padStart(2, "0");
      for (const text of [
        `${jy}/${two(jm)}/${two(jd)}`,
        `${jy}-${jm}-${jd}`,
        `${jy}${two(jm)}${two(jd)}`,
        day,
      ]) {
        const columns = /^\d+$/.test(text)
          ? (["joined-on", "note"] as const)
          : (["joined-on", "note", "none"] as const);
        spoilt.push(...columns.map((column) => shownCell(text, column)).filter((shown) => shown !== text));
      }
    }
    expect(spoilt).toEqual([]);
  });
});

test("that it is the person himself is offered for all rows only where a row bears his name", () => {
  const none = { update: 0, add: 0, leftOut: 0, open: 0 };
  expect(wordsForAll({ likely: none })).toEqual(["add", "leave-out", "later"]);
  expect(wordsForAll({ likely: { ...none, open: 1 } })).toContain("update");
});

describe("the capacities of a cell", () => {
  const known = new Map(
    [
      ["آموزش", "teaching"],
      ["رسانه و اطلاع‌رسانی", "media"],
      ["کار میدانی", "field-work"],
      ["رسانه", "own-press"],
    ].map(([name = "", code = ""]) => [entryKey(name), code]),
  );

  test.each([
    ["آموزش", "teaching"],
    ["آموزش، کار ميداني", "teaching field-work"],
    ["آموزش,کارمیدانی; رسانه", "teaching field-work own-press"],
    ["آموزش\nکار میدانی؛", "teaching field-work"],
    ["آموزش و کار میدانی", "teaching field-work"],
    ["رسانه و اطلاع رسانی", "media"],
    ["آموزش و رسانه و اطلاع‌رسانی و کار میدانی", "teaching media field-work"],
    ["آموزش، آموزش", "teaching"],
  ])("%j are %j", (cell, codes) => {
    expect(capacitiesIn(cell, known)).toEqual({ codes: codes.split(" "), isUnknown: false });
  });

  test("are parted at «و» only where the catalogue knows every piece, and an unknown one is told", () => {
    expect(capacitiesIn("آموزش و نجاری", known)).toEqual({ codes: [], isUnknown: true });
    expect(capacitiesIn("نجاری، آموزش", known)).toEqual({ codes: ["teaching"], isUnknown: true });
    expect(capacitiesIn(Array(40).fill("آموزش").join(" و "), known).isUnknown).toBe(true);
    expect(capacitiesIn("", known)).toEqual({ codes: [], isUnknown: false });
  });

  test("have their column, as the circle has, which is found by its header", () => {
    expect(guessColumns(["نام", "توانایی‌ها", "نام حلقه"])).toEqual(["full-name", "capacities", "circle"]);
    const read = (circle: string) =>
      readRow(["رضا احمدی", circle], ["full-name", "circle"], TODAY, false, {
        ...NO_NAMES,
        circles: new Map([[searchKey("حلقهٔ یاری"), "c"]]),
      });
    expect(read("حلقه ياري")).toMatchObject({ person: { circleIds: ["c"] }, problems: ["no-mobile"] });
    expect(read("حلقه یاران")).toMatchObject({
      person: { circleIds: null },
      problems: ["no-mobile", "unknown-circle"],
    });
  });
});
