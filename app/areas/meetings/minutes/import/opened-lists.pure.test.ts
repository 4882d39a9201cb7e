import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../../tests/minutes/dictionary";
import { parseMinutes } from "./parse";

const read = (...lines: string[]) => parseMinutes(lines.join("\n"), DICTIONARY);
const POINTS = [
  "شهرداری پارک را تکمیل کند.",
  "اداره برق روشنایی را تأمین کند.",
  "جهاد کشاورزی بذر توزیع کند.",
];
const LETTERS = ["الف", "ب", "ج"];
const MARKS: readonly (readonly [string, (point: string, at: number) => string])[] = [
  ["numbers", (point, at) => `${at + 1}- ${point}`],
  ["letters", (point, at) => `${LETTERS[at]}) ${point}`],
  ["dashes", (point) => `- ${point}`],
];

for (const opening of [
  "پس از بحث و بررسی موارد ذیل تصویب شد:",
  "در پایان موارد زیر مصوب گردید",
  "پس از بحث و تبادل نظر مصوبات ذیل به تصویب رسید:",
  "سپس مقرر شد:",
]) {
  for (const [name, mark] of MARKS) {
    test(`below «${opening}» every point of a list is a decision, marked by ${name}`, () => {
      const { header, resolutions } = read(
        "صورتجلسه شورای شهرستان",
        "تاریخ: ۱۴۰۲/۰۶/۲۷",
        opening,
        ...POINTS.map(mark),
      );
      expect(resolutions.map(({ text }) => text.value)).toEqual(POINTS);
      expect(header).toMatchObject({ title: { value: "شورای شهرستان" }, date: { value: "2023-09-18" } });
    });
  }
}

test("the points of a list in one line are decisions of their own", () => {
  for (const marks of ["الف) ب) ج)", "۱- ۲- ۳-"]) {
    const points = marks.split(" ").map((mark, at) => `${mark} ${POINTS[at]}`);
    const { resolutions } = read("صورتجلسه شورا", `مباحث زیر مطرح شد و مقرر گردید: ${points.join(" ")}`);
    expect(resolutions.map(({ text }) => text.value)).toEqual(POINTS);
  }
});

test("«بند ۱:» counts as a number does", () => {
  const { resolutions } = read(
    "شورای آموزش و پرورش شهرستان",
    "بند ۱: مقرر شد شهرداری همکاری کند",
    "بند ۲: آموزش و پرورش ظرف ۴۵ روز اقدام کند.",
    "بند ۳: شهرداری پیگیری نماید.",
  );
  expect(
    resolutions.map(({ number, parties }) => [number, parties.map(({ canonical }) => canonical)]),
  ).toEqual([
    [1, ["شهرداری"]],
    [2, ["اداره کل آموزش و پرورش استان"]],
    [3, ["شهرداری"]],
  ]);
});

test("a list that a decision opens stays in it, and the decisions behind it are read", () => {
  const { resolutions } = read(
    "مصوبات:",
    "۱- شهرداری پارک را تکمیل کند و موارد زیر مقرر شد:",
    "الف) پارک شمالی",
    "ب) پارک جنوبی",
    "۲- جهاد کشاورزی بذر توزیع کند.",
  );
  expect(resolutions.map(({ number }) => number)).toEqual([1, 2]);
});

test("a point that a report of sentences does not take is named", () => {
  const { resolutions, warnings } = read(
    "در این جلسه مقرر شد شهرداری پارک را تکمیل کند.",
    "سخنان پایانی گفته شد.",
    "• جهاد کشاورزی بذر توزیع کند.",
  );
  const said = resolutions.map(({ text }) => text.value).join(" ");
  const unread = warnings.filter(({ code }) => code === "line-not-read").map(({ written }) => written);
  expect(said.includes("جهاد کشاورزی") || unread.some((written) => written?.includes("جهاد کشاورزی"))).toBe(
    true,
  );
});
