import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addDays, isIsoDate, jalaliOf } from "../../app/lib/jalali";
import { searchKey } from "../../app/lib/persian-text";
import { bodyGroups } from "./body-groups";
import { divisions } from "./divisions";
import { duties } from "./duties";
import { holidays, holidaySpellings, solarHolidays, weekendRules } from "./holidays";
import { indicators } from "./indicators";
import { levelsOf, officeNames, organisations, spellingsOf } from "./organisations";

const persianTexts = (rows: readonly object[]) =>
  rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (name.endsWith("Fa") ? [value] : [])));

describe("divisions", () => {
  const byId = new Map(divisions.map((division) => [division.id, division]));
  const provinces = divisions.filter((division) => division.level === "province");
  const counties = divisions.filter((division) => division.level === "county");

  test("31 provinces and 482 counties, each with an id and a code of its own", () => {
    expect([provinces.length, counties.length]).toEqual([31, 482]);
    expect(byId.size).toBe(514);
    expect(new Set(divisions.map((division) => division.code)).size).toBe(514);
  });

  test("a county lies inside its province's interval, below 500, and comes after it", () => {
    for (const county of counties) {
      const parent = byId.get(county.parentId ?? -1);
      expect(parent?.level).toBe("province");
      expect(county.id - (parent?.id ?? 0)).toBeGreaterThan(0);
      expect(county.id - (parent?.id ?? 0)).toBeLessThan(500);
      expect(county.code).toBe((parent?.code ?? "") + String(county.id % 1000).padStart(2, "0"));
      expect(divisions.indexOf(county)).toBeGreaterThan(divisions.findIndex(({ id }) => id === parent?.id));
    }
    expect(byId.get(28_005)?.nameFa).toBe("گرگان");
    expect(byId.get(28_000)?.nameEn).toBe("Golestan");
    expect(counties.filter((county) => county.parentId === 28_000)).toHaveLength(14);
  });

  test("the people of 1395 are counted once, in counties, provinces and nation alike", () => {
    const sum = (rows: typeof divisions) => rows.reduce((total, row) => total + (row.population ?? 0), 0);
    expect(sum(counties)).toBe(79_926_270);
    expect(sum(provinces)).toBe(79_926_270);
    expect(byId.get(0)?.population).toBe(79_926_270);
  });

  test("a county made since was cut out of one that stood before, and has no census of its own", () => {
    const later = counties.filter((county) => county.splitFromId !== null);
    expect(later).toHaveLength(53);
    for (const county of later) {
      const origin = byId.get(county.splitFromId ?? -1);
      expect(origin?.parentId).toBe(county.parentId);
      expect(county.population).toBeNull();
      expect(jalaliOf(county.validFrom).jy).toBeGreaterThan(
        jalaliOf(origin?.validFrom ?? "1900-01-01").jy - 1,
      );
    }
  });

  test("no two counties of a province share a search key", () => {
    const keys = counties.map((county) => `${county.parentId} ${searchKey(county.nameFa)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("holidays", () => {
  test("both calendars of a row name the same day", () => {
    for (const [jalali, day] of holidaySpellings) {
      if (!isIsoDate(day)) expect.fail(day);
      const { jy, jm, jd } = jalaliOf(day);
      expect(`${jy}-${String(jm).padStart(2, "0")}-${String(jd).padStart(2, "0")}`).toBe(jalali);
    }
  });

  test.each([
    [1403, 27],
    [1404, 33],
    [1405, 26],
    [1406, 27],
  ])("%i has its holidays in order (%i days)", (year, count) => {
    const days = holidays.map(({ day }) => day).filter((day) => jalaliOf(day).jy === year);
    expect([...days].sort()).toEqual(days);
    expect(new Set(days).size).toBe(count);
    for (const [jm, jd] of [
      [1, 1],
      [1, 13],
      [3, 14],
      [11, 22],
      [12, 29],
    ]) {
      expect(days.some((day) => jalaliOf(day).jm === jm && jalaliOf(day).jd === jd)).toBe(true);
    }
  });

  test("the solar calendar gives the solar days of every official calendar, and those of the years after, leap days with them", () => {
    const solarOf = (year: number) =>
      holidays.filter(({ day, kind }) => kind === "solar" && jalaliOf(day).jy === year);
    for (const year of [1403, 1404, 1405, 1406, 1407, 1408, 1409])
      expect(solarOf(year)).toEqual(solarHolidays(year));
    const lastDays = [1403, 1407, 1408].map((year) => jalaliOf(solarOf(year).at(-1)?.day ?? "1999-01-01").jd);
    expect(lastDays).toEqual([30, 29, 30]);
    expect(solarOf(1409)[0]?.day).toBe("2030-03-21");
  });

  test("every lunar day of 1406 is an estimate, no solar day is", () => {
    for (const { day, kind, status } of holidays) {
      if (kind === "solar") expect(status).toBe("confirmed");
      if (kind === "lunar" && jalaliOf(day).jy === 1406) expect(status).toBe("estimated");
    }
  });

  test("two Eids follow each other by the rule of the lunar year", () => {
    for (const fitr of holidays.filter(({ nameEn }) => nameEn === "Eid al-Fitr")) {
      expect(
        holidays.some(({ day, nameFa }) => day === addDays(fitr.day, 1) && nameFa.includes("عید فطر")),
      ).toBe(true);
    }
  });

  test("Friday is closed by law, Thursday by assumption", () => {
    expect(weekendRules.map(({ weekday, scope, status }) => [weekday, scope, status])).toEqual([
      [6, "nation", "confirmed"],
      [5, "province", "assumed"],
    ]);
  });
});

describe("bodies", () => {
  test("every written form belongs to one body or group alone", () => {
    const owner = new Map<string, string>();
    for (const party of [...organisations, ...bodyGroups]) {
      for (const written of spellingsOf(party)) {
        const key = searchKey(written);
        expect(owner.get(key) ?? party.code, written).toBe(party.code);
        owner.set(key, party.code);
      }
    }
    expect(owner.size).toBeGreaterThan(250);
  });

  test("codes do not repeat, and every body has an office somewhere", () => {
    expect(new Set(organisations.map(({ code }) => code)).size).toBe(organisations.length);
    expect(organisations.length).toBeGreaterThanOrEqual(60);
    for (const organisation of organisations) expect(levelsOf(organisation).length).toBeGreaterThan(0);
  });

  test("each of the five groups has bodies, and only executive bodies belong to one", () => {
    const groups = new Set(organisations.map(({ groupOfFive }) => groupOfFive));
    expect(groups.size).toBe(6);
    for (const { kind, groupOfFive } of organisations)
      expect(groupOfFive !== null).toBe(kind === "executive");
  });

  test.each([
    ["کلیه دستگاههای اجرایی، نهادها و سازمانهای استان", "all-executive-bodies"],
    ["کلیه دستگاه های اجرایی، نهادهای و سازمان های استان", "all-executive-bodies"],
    ["کلیه ادارات", "county-offices"],
    ["همه ادارات شهرستان", "county-offices"],
    ["فرمانداران استان", "governors"],
    ["میراث فرهنگی، صنایع دستی و گردشگری", "heritage"],
    ["دستگاه های اجرایی مرتبط با موضوع", "related-bodies"],
    ["دفتر برنامه ریزی، بودجه و تحول اداری استانداری", "planning-budget-reform"],
    ["دفتر برنامه ریزی، بودجه و تحول اداری", "planning-budget-reform"],
    ["شورای نگهبان استان", "guardian-council"],
    ["صدا و سیمای استان", "broadcaster"],
    ["اداره كل آموزش و پرورش", "education"],
    ["شرکت توزیع نیروی برق", "power-distribution"],
  ])("%s is %s", (written, code) => {
    const key = searchKey(written);
    const found = [...organisations, ...bodyGroups].filter((party) =>
      spellingsOf(party).map(searchKey).includes(key),
    );
    expect(found.map((party) => party.code)).toEqual([code]);
  });

  test.each([
    [
      "education",
      "province",
      "اداره کل آموزش و پرورش استان گلستان",
      "Directorate-General of Education, Golestan Province",
    ],
    [
      "prisons",
      "province",
      "اداره کل زندان‌های استان گلستان",
      "Directorate-General of Prisons, Golestan Province",
    ],
    ["broadcaster", "province", "صدا و سیمای مرکز استان گلستان", "Broadcasting Centre, Golestan Province"],
    ["provincial-governorate", "province", "استانداری گلستان", "Provincial Governorate, Golestan Province"],
    [
      "urban-councils",
      "province",
      "دفتر امور شهری و شوراهای استانداری گلستان",
      "Office of Urban Affairs and Councils, Golestan Province",
    ],
    ["education", "county", "اداره آموزش و پرورش شهرستان گلستان", "Office of Education, Golestan County"],
    ["municipality", "county", "شهرداری گلستان", "Municipality, Golestan County"],
  ] as const)("the office of %s in a %s bears its place's name: %s", (code, level, nameFa, nameEn) => {
    const body = organisations.find((organisation) => organisation.code === code);
    if (!body) expect.fail(code);
    expect(officeNames(body, level, { nameFa: "گلستان", nameEn: "Golestan" })).toEqual({ nameFa, nameEn });
  });

  test("a body has no office where it keeps none", () => {
    const broadcaster = organisations.find(({ code }) => code === "broadcaster");
    expect(
      broadcaster && officeNames(broadcaster, "county", { nameFa: "گرگان", nameEn: "Gorgan" }),
    ).toBeNull();
  });
});

describe("duties and indicators", () => {
  test("the circular's lists have 17, 10 and 10 numbers, and only a4 is absent", () => {
    const count = (roleGroup: string) => duties.filter((duty) => duty.roleGroup === roleGroup).length;
    expect([count("assistant"), count("representative"), count("ministry")]).toEqual([17, 10, 10]);
    expect(duties.filter(({ isAbsent }) => isAbsent).map(({ code }) => code)).toEqual(["a4"]);
    expect(duties.find(({ code }) => code === "a16")?.clause).toBe("43515/4-a-16");
  });

  test("the directive on public relations binds a body's head with 14, letter 504956 the steering council with 13", () => {
    const of = (roleGroup: string) => duties.filter((duty) => duty.roleGroup === roleGroup);
    expect([of("body-head").length, of("steering-council").length]).toEqual([14, 13]);
    expect(of("body-head").map(({ code, clause }) => `${code} ${clause}`)).toEqual(
      Array.from({ length: 14 }, (_, index) => `s1-${index + 1} PR/${index + 1}`),
    );
    expect(duties.find(({ code }) => code === "s3-11")).toMatchObject({
      clause: "504956/11",
      textEn: expect.stringContaining("analytic reports") as string,
    });
    expect(duties.find(({ code }) => code === "s1-9")?.textFa).toContain("نشست خبری");
  });

  test("no two duties share a code, a clause or their words", () => {
    const asked = duties.filter(({ isAbsent }) => !isAbsent);
    for (const part of ["code", "clause", "textFa", "textEn"] as const)
      expect(new Set(asked.map((duty) => duty[part])).size).toBe(asked.length);
  });

  test("a duty has an indicator, or the list of those that wait says for what", () => {
    const waits = readFileSync("docs/indicators-that-wait.md", "utf8");
    const served = new Set(indicators.map(({ dutyCode }) => dutyCode));
    const unsaid = duties.filter(
      ({ code, isAbsent }) =>
        !isAbsent &&
        !served.has(code) &&
        !waits.match(new RegExp(`^\\| ${code.replace(/^(s[13])-.*/, "$1-1 …")} `, "m")),
    );
    expect(unsaid.map(({ code }) => code)).toEqual([]);
    expect(served.size).toBeGreaterThan(6);
  });

  test("every indicator serves a duty that exists, in the duties' order", () => {
    const present = new Set(duties.filter(({ isAbsent }) => !isAbsent).map(({ code }) => code));
    const codes = indicators.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(indicators.map(({ dutyCode }) => Number(dutyCode.slice(1)))).toEqual(
      indicators.map(({ dutyCode }) => Number(dutyCode.slice(1))).sort((one, other) => one - other),
    );
    for (const { dutyCode, position } of indicators) {
      expect(present.has(dutyCode)).toBe(true);
      expect(position).toBeGreaterThan(0);
    }
  });
});

test("Persian words are written with Persian letters, Persian digits and half-spaces", () => {
  const written = [divisions, holidays, organisations, bodyGroups, duties, indicators].flatMap(persianTexts);
  expect(written.length).toBeGreaterThan(1300);
  for (const text of written.flat()) {
    expect(text).not.toMatch(/[يكىةٱ0-9٠-٩]| (ها|های|تر|ترین)( |$)|(^| )(می|نمی) /);
  }
});
