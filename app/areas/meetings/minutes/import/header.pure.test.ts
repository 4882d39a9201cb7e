import { expect, test } from "vitest";
import { toDocument } from "./document";
import { parseMinutes } from "./parse";

function read(...lines: string[]) {
  return toDocument(
    parseMinutes([...lines, "ردیف\tشرح مصوبات\tدستگاه\tمهلت", "۱\tکاری شود\tکسی\t"].join("\n"), []),
  );
}

test("fields are found in any order, several in a line, with the end before the beginning", () => {
  const { header } = read(
    "عنوان جلسه: شورای اداری استان تاریخ جلسه ۱۴۰۲/۰۳/۲۱",
    "ساعت خاتمه جلسه : ۱۸:۰۰\tساعت شروع جلسه : ۱۵:۳۰\t",
    "محل برگزاری: سالن اجتماعات\tشماره دعوتنامه: ۱۴۰۲/۴/۱۷۲۷۹\t",
  );
  expect(header).toEqual({
    title: "شورای اداری استان",
    date: "2023-06-11",
    start: "15:30",
    end: "18:00",
    place: "سالن اجتماعات",
    invitationNumber: "1402/4/17279",
  });
});

test("a value may stand in the next cell", () => {
  const { header } = read("عنوان جلسه:\tشورای اداری\tتاریخ جلسه:\t۱۴۰۲/۰۳/۲۱", "محل جلسه\tسالن همایش");
  expect(header).toMatchObject({ title: "شورای اداری", date: "2023-06-11", place: "سالن همایش" });
});

test.each([
  ["تاریخ جلسه: ۱۴۰۳/۱۲/۳۰", "2025-03-20"],
  ["تاریخ جلسه: 21/03/1402", "2023-06-11"],
  ["تاریخ جلسه: یکشنبه ۲۱ خرداد ماه ۱۴۰۲", "2023-06-11"],
  ["صورت جلسه مورخ (۱۴۰۲/۰۳/۲۱)", "2023-06-11"],
  ["تاریخ جلسه: ۹۳/۷/۱۴", "2014-10-06"],
  ["تاریخ جلسه: ۱۴۰۴/۱۲/۳۰", null],
  ["تاریخ جلسه: ۱۴۰۲/۴/۱۷۲۷۹", null],
  ["تاریخ جلسه: ۱۴۰۲/۴/۱۷/۲۷۹", null],
  ["تاریخ جلسه بعد: ۱۴۰۲/۰۳/۲۱", null],
])("%s", (line, date) => {
  expect(read(line).header.date).toBe(date);
});

test("a year of two digits, a day that is none and two days that disagree are said", () => {
  const codes = (...lines: string[]) => read(...lines).warnings.map(({ code }) => code);
  expect(codes("تاریخ جلسه: ۹۳/۷/۱۴")).toContain("date-guessed");
  expect(codes("تاریخ جلسه: ۱۴۰۴/۱۲/۳۰")).toContain("date-unreadable");
  expect(codes("تاریخ جلسه: ۱۴۰۲/۰۳/۲۱", "صورتجلسه مورخ ۱۴۰۲/۰۳/۲۲")).toContain("dates-disagree");
  expect(codes("ساعت شروع: ۱۸:۰۰\tساعت پایان: ۱۵:۳۰")).toContain("end-before-start");
  expect(codes("ساعت شروع: ۲۷:۰۰")).toContain("time-unreadable");
});

test.each([
  ["ساعت شروع: ۹", "09:00", null],
  ["ساعت شروع: ۳:۳۰ بعدازظهر", "15:30", null],
  ["ساعت جلسه: ۱۰ تا ۱۲:۱۵", "10:00", "12:15"],
])("%s", (line, start, end) => {
  expect(read(line).header).toMatchObject({ start, end });
});

test.each([
  ["paragraphs of a cell", ["<p>دستور جلسه :</p> <p>۱. گزارش دبیرخانه</p> <p>۲. سایر موارد</p>"]],
  ["paragraphs without numbers", ["<p>دستور جلسه :</p><p>گزارش دبیرخانه</p><p>سایر موارد</p>\t"]],
  ["one line", ["دستور جلسه: ۱. گزارش دبیرخانه ۲. سایر موارد"]],
  ["lines of their own", ["دستور جلسه:", "۱- گزارش دبیرخانه", "۲- سایر موارد", "", "«شعار سال»"]],
])("the agenda as %s", (_, lines) => {
  expect(read(...lines).agenda).toEqual(["گزارش دبیرخانه", "سایر موارد"]);
});

test("what is said in the discussion is no header", () => {
  const { header } = read("مشروح مذاکرات:", "وی گفت: محل برگزاری: سالن دیگری است و تاریخ جلسه: ۱۴۰۲/۰۳/۲۱");
  expect(header).toMatchObject({ place: null, date: null });
});

test.each([
  ["مورخ ۲۱ خرداد ۱۴۰۲", "2023-06-11"],
  ["مورخه 21 خرداد 1402", "2023-06-11"],
  ["«مورخ یکشنبه ۱۴۰۲/۰۳/۲۱»", "2023-06-11"],
  ["به تاریخ بیست و یکم خرداد ۱۴۰۲", "2023-06-11"],
  ["صورت جلسه شماره 12 شورای اداری مورخ ۹۳/۷/۱۴", "2014-10-06"],
  ["مورخ ۱۴۰۲/۰۳/۲۱ نامه‌ای رسید", null],
])("the day stands alone: %s", (line, date) => {
  expect(read(line).header.date).toBe(date);
});

test.each([
  ["صورت جلسه شماره 12 شورای اداری استان مورخ ۹۳/۷/۱۴", "شورای اداری استان"],
  ["صورتجلسه شورای اداری استان شماره ۱۲ مورخ ۹۳/۷/۱۴", "شورای اداری استان"],
  ["صورت جلسه شماره 12 مورخ ۹۳/۷/۱۴", null],
])("the number of the minutes is no title: %s", (line, title) => {
  expect(read(line).header.title).toBe(title);
});

test("those present are listed in full, one numbered line each", () => {
  const { attendees } = parseMinutes(
    "حاضرین:\n۱- فرماندار\n۲- رئیس اداره گاز\nمصوبات:\n۱- مقرر گردید راه باز شود.",
    [],
  );
  expect(attendees.map(({ written, standing }) => [written, standing])).toEqual([
    ["فرماندار", "present"],
    ["رئیس اداره گاز", "present"],
  ]);
});

test.each([
  ["تاریخ: 11/7/02", "2023-10-03"],
  ["تاریخ: 02/7/11", "2023-10-03"],
  ["صورت جلسه مورخ 11/7/02", "2023-10-03"],
  ["تاریخ: ۱۴۱۱/۷/۲", "2032-09-23"],
])("«%s» is no day years ahead, and asks", (line, date) => {
  const { header } = parseMinutes(
    `${line}\nردیف\tشرح مصوبات\tدستگاه\tمهلت\n۱\tکاری شود\tکسی\t`,
    [],
    [],
    "2024-06-01",
  );
  expect(header.date).toMatchObject({ value: date, confidence: "guess" });
});

test.each([
  [
    "شورای اداری شهرستان در روز سه‌شنبه مورخ ۱۴۰۲/۷/۱۱ ساعت ۹ صبح در محل سالن بهار فرمانداری به ریاست فرماندار و با حضور اعضا تشکیل گردید.",
    { date: "2023-10-03", start: "09:00", end: null, place: "سالن بهار فرمانداری" },
  ],
  [
    "پیرو دعوت‌نامه شماره ۱۲/۳۴۵ مورخ ۱۴۰۲/۷/۱ جلسه کارگروه سلامت در تاریخ ۱۱ مهر ۱۴۰۲ از ساعت ۸:۳۰ الی ۱۰ برگزار شد.",
    { date: "2023-10-03", start: "08:30", end: "10:00", place: null },
  ],
  [
    "نشست ستاد در سالن اجتماعات اداره گاز، عصر روز یک‌شنبه ۱۴۰۲/۷/۱۶ راس ساعت چهار و ۳۰ دقیقه بعدازظهر آغاز شد.",
    { date: "2023-10-08", start: "16:30", end: null },
  ],
  [
    "تاریخ ۱۴۰۲/۷/۱۱        ساعت ۹ الی ۱۱       مکان فرمانداری",
    { date: "2023-10-03", start: "09:00", end: "11:00", place: "فرمانداری" },
  ],
  ["صورتجلسه شورای مسکن روز یک‌شنبه سوم دی ماه سال ۱۴۰۲", { title: "شورای مسکن", date: "2023-12-24" }],
  ["نامه مورخ ۱۴۰۲/۷/۱۱ در جلسه شورا برای تشکیل کارگروه خوانده شد.", { date: null }],
])("the sentence that opens the minutes: %s", (line, expected) => {
  expect(read(line).header).toMatchObject(expected);
});

test("the end of the meeting stands below its resolutions, and those present in the opening sentence", () => {
  const { header, attendees } = parseMinutes(
    "جلسه شورای سلامت در تاریخ ۱۱ مهر ۱۴۰۲ ساعت ۹ با حضور رئیس اداره گاز و مدیر آموزش و پرورش تشکیل شد.\n" +
      "مصوبات:\n۱- مقرر گردید راه باز شود.\n۲- مقرر شد کار تا ساعت ۱۴ انجام شود.\nجلسه در ساعت ۱۱ با ذکر صلوات پایان یافت.",
    [],
  );
  expect(header).toMatchObject({ start: { value: "09:00" }, end: { value: "11:00" } });
  expect(attendees.map(({ written }) => written)).toEqual(["رئیس اداره گاز", "مدیر آموزش و پرورش"]);
});
