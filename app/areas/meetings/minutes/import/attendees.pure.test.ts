import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../../tests/minutes/dictionary";
import { parseMinutes } from "./parse";

const RESOLVED = "مصوبات:\n۱- مقرر گردید راه باز شود.\n۲- مقرر گردید پل ساخته شود.";
const read = (text: string) => parseMinutes(text, DICTIONARY);
const told = (text: string) =>
  read(text).attendees.map(({ name, post, organisation, standing }) => [name, post, organisation, standing]);

test("a list below its heading tells name, post, body and how one took part", () => {
  const list = [
    "حاضران در جلسه:",
    "۱- آقای دکتر احمد رضایی – فرماندار گرگان",
    "۲- سرکار خانم مریم کوهستانی، رئیس اداره آموزش و پرورش",
    "۳- حسین ساحلی معاون اداره کل راهداری (به نمایندگی از مدیرکل)",
    "۴) رئیس دانشگاه علوم پزشکی",
    "غایبین:",
    "۱- مدیر شرکت گاز",
    "مدعوین: مهندس نادر دشتی مشاور استاندار",
  ];
  expect(told([...list, RESOLVED].join("\n"))).toEqual([
    ["دکتر احمد رضایی", "فرماندار گرگان", null, "present"],
    ["مریم کوهستانی", "رئیس", "اداره آموزش و پرورش", "present"],
    ["حسین ساحلی", "معاون", expect.stringContaining("اداره کل راهداری"), "deputy"],
    [null, "رئیس", "دانشگاه علوم پزشکی", "present"],
    [null, "مدیر", "شرکت گاز", "absent"],
    ["مهندس نادر دشتی", "مشاور استاندار", null, "guest"],
  ]);
});

test("a table of names is read by its columns, before the resolutions or behind them, and makes none", () => {
  const table = [
    "ردیف\tنام و نام خانوادگی\tسمت\tدستگاه\tامضا",
    "۱\tاحمد رضایی\tفرماندار\tفرمانداری گرگان\t",
    "۲\tمریم کوهستانی\tرئیس (غایب)\tاداره آموزش و پرورش\t",
  ];
  for (const text of [
    ["حاضرین:", ...table, RESOLVED],
    [RESOLVED, "امضای حاضران:", ...table],
  ]) {
    const { resolutions, attendees } = read(text.join("\n"));
    expect(resolutions).toHaveLength(2);
    expect(attendees.map(({ name, standing, confidence }) => [name, standing, confidence])).toEqual([
      ["احمد رضایی", "present", "clear"],
      ["مریم کوهستانی", "absent", "clear"],
    ]);
  }
});

test("a sentence is parted at its commas, but not inside a body's own name or before somebody's post", () => {
  const text =
    "حاضرین: جناب آقای احمد رضایی، فرماندار گرگان، مدیرکل دفتر برنامه‌ریزی، بودجه و تحول اداری، معاونین محترم استاندار و مدیران محترم دستگاه‌ها";
  expect(read(`${text}\n${RESOLVED}`).attendees.map(({ written }) => written)).toEqual([
    "جناب آقای احمد رضایی، فرماندار گرگان",
    "مدیرکل دفتر برنامه‌ریزی، بودجه و تحول اداری",
    "معاونین محترم استاندار",
    "مدیران محترم دستگاه‌ها",
  ]);
});

test("who signs at the end and was named at the head is one", () => {
  const text = ["حاضرین:", "۱- احمد رضایی، فرماندار", RESOLVED, "امضای حاضران:", "۱- احمد رضایی، فرماندار"];
  expect(told(text.join("\n"))).toHaveLength(1);
});

test("what was said stands apart from what was resolved, paragraph by paragraph", () => {
  const text = [
    "عنوان جلسه: شورا",
    "مشروح مذاکرات: دبیر جلسه گزارش داد.",
    "فرماندار گفت: حاضران باید پای کار باشند.",
    "*این صورتجلسه در ۲ صفحه و ۲ مصوبه تنظیم شده است.",
    RESOLVED,
  ];
  const { discussion, attendees } = read(text.join("\n"));
  expect(discussion.map(({ value }) => value)).toEqual([
    "دبیر جلسه گزارش داد.",
    "فرماندار گفت: حاضران باید پای کار باشند.",
  ]);
  expect(attendees).toEqual([]);
});

test("the place of each in the document is known", () => {
  const text = `حاضرین:\n۱- احمد رضایی – فرماندار گرگان\n${RESOLVED}`;
  const [one] = read(text).attendees;
  expect(one?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(["احمد رضایی – فرماندار گرگان"]);
});

test("two of one name and of two bodies are two, and who signs at the end is one", () => {
  expect(
    told(
      `حاضرین:\n۱- احمد رضایی، رئیس اداره گاز\n۲- احمد رضایی، رئیس اداره آب\n${RESOLVED}\nامضای حاضرین:\n۱- احمد رضایی`,
    ).map(([, , organisation]) => organisation),
  ).toEqual(["اداره گاز", "اداره آب"]);
});

test("the heading of the table of resolutions is nobody who was present", () => {
  const { attendees } = parseMinutes(
    "حاضرین:\n۱- احمد رضایی، فرماندار\nردیف\tشرح مصوبات\tدستگاه\tمهلت\n۱\tمقرر گردید راه باز شود\tشهرداری\t",
    [],
  );
  expect(attendees.map(({ name }) => name)).toEqual(["احمد رضایی"]);
});
