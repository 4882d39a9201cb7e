import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../../tests/minutes/dictionary";
import { readDeadline } from "./deadlines";
import { parseMinutes } from "./parse";
import { readSource } from "~/lib/written-names/source";

/** 1402/03/21 */
const MEETING = "2023-06-11";

function read(written: string) {
  return readDeadline(readSource(written).fold, MEETING);
}

test.each([
  ["۱۴۰۲/۰۵/۱۵", "2023-08-06", "clear"],
  ["تا ۱۴۰۲/۰۵/۱۵", "2023-08-06", "clear"],
  ["حداکثر تا تاریخ ۱۵/۰۵/۱۴۰۲", "2023-08-06", "clear"],
  ["۳۰ مهر ۱۴۰۲", "2023-10-22", "clear"],
  ["حداکثر تا پایان مهر", "2023-10-22", "likely"],
  ["پایان مهر ماه سال جاری", "2023-10-22", "likely"],
  ["تا پایان مهر ۱۴۰۳", "2024-10-21", "clear"],
  ["تا آخر اردیبهشت", "2024-05-20", "likely"],
  ["۲۵ آبان", "2023-11-16", "likely"],
  ["تا پایان سال", "2024-03-19", "likely"],
  ["پایان سال ۱۴۰۳", "2025-03-20", "clear"],
  ["نیمه آذر", "2023-12-06", "guess"],
  ["۰۲/۵/۱۵", "2023-08-06", "guess"],
  ["سه ماهه دوم", "2023-09-22", "likely"],
  ["سه‌ماهه سوم", "2023-12-21", "likely"],
  ["تا پایان سه ماهه سوم سال ۱۴۰۲", "2023-12-21", "clear"],
  ["شش ماهه اول سال ۱۴۰۳", "2024-09-21", "clear"],
  ["شش ماهه دوم", "2024-03-19", "likely"],
  ["15/7/02", "2023-10-07", "guess"],
  ["۱۵/۱۰/۰۲", "2024-01-05", "guess"],
  ["۱۴۱۵/۷/۲", "2036-09-23", "guess"],
  ["۱۴۰۳/۱۲/۳۰", "2025-03-20", "clear"],
  ["تا بیستم دی", "2024-01-10", "likely"],
  ["تا بیست و یکم دی ماه ۱۴۰۳", "2025-01-10", "clear"],
])("%s is a day", (written, date, confidence) => {
  expect(read(written)).toMatchObject({ kind: "read", meaning: { kind: "dated", date, confidence } });
});

test.each([
  ["ظرف یک ماه", { count: 1, period: "month" }],
  ["ظرف ۱۰ روز", { count: 10, period: "day" }],
  ["حداکثر ظرف مدت دو هفته", { count: 2, period: "week" }],
  ["۱۵ روز کاری", { count: 15, period: "working-day" }],
  ["ظرف مدت ۱۰ روز اداری", { count: 10, period: "working-day" }],
  ["دو هفته کاری", { count: 2, period: "week" }],
  ["یک ماه پس از ابلاغ", { count: 1, period: "month" }],
  ["هرچه سریع‌تر", null],
  ["هر چه سریعتر", null],
  ["در اسرع وقت", null],
])("%s is a length of time", (written, every) => {
  expect(read(written)).toMatchObject({ kind: "read", meaning: { kind: "relative", date: null, every } });
});

test.each(["تا جلسه بعد", "تا جلسه آینده", "جلسه بعدی"])("%s ends with the next session", (written) => {
  expect(read(written)).toMatchObject({ kind: "read", meaning: { kind: "relative", nextSession: true } });
});

test.each([
  ["مستمر", null],
  ["به صورت مستمر", null],
  ["ماهانه", { count: 1, period: "month" }],
  ["هر سه ماه", { count: 3, period: "month" }],
  ["هر ۳ ماه یک بار", { count: 3, period: "month" }],
  ["سه ماه یک‌بار", { count: 3, period: "month" }],
  ["سه‌ماهه", { count: 3, period: "month" }],
  ["هفتگی", { count: 1, period: "week" }],
])("%s goes on", (written, every) => {
  expect(read(written)).toMatchObject({ kind: "read", meaning: { kind: "continuous", date: null, every } });
});

test.each(["", " ", "-", "ـــ", "ندارد", "\u00A0"])("«%s» is blank", (written) => {
  expect(read(written)).toEqual({ kind: "blank" });
});

test.each([
  "۱۴۰۲/۴/۱۷۲۷۹",
  "نامه ۲۰۶/۹۳/۱۱۸۵۲",
  "۵۱۱۳۱/۷۹۰۹۸",
  "۱۴۰۲/۴/۱۷/۲۷۹",
  "تا ۱۴۰۲/۴/۱۷۲۷۹",
  "دبیرخانه",
])("%s is no deadline", (written) => {
  expect(read(written)).toEqual({ kind: "not-understood" });
});

test("a day that the calendar does not have is named as such", () => {
  expect(read("۱۴۰۴/۱۲/۳۰")).toEqual({ kind: "no-such-day" });
  expect(read("تا ۳۱ مهر")).toEqual({ kind: "no-such-day" });
  // 1402 has 29 days of Esfand, 1403 has 30: a deadline is not put off by a year.
  expect(read("تا ۳۰ اسفند")).toEqual({ kind: "no-such-day" });
});

function inSentence(when: string) {
  const text = `تاریخ جلسه: ۱۴۰۲/۰۳/۲۱\nمصوبات:\n۱- مقرر گردید هلال احمر ${when} چادرها را تحویل دهد.`;
  const { resolutions, warnings } = parseMinutes(text, DICTIONARY);
  return { deadline: resolutions[0]?.deadline ?? null, codes: warnings.map(({ code }) => code) };
}

test.each([
  ["تا پایان سال", "2024-03-19", "likely"],
  ["تا آخر سال", "2024-03-19", "likely"],
  ["تا بیستم دی", "2024-01-10", "likely"],
  ["حداکثر تا بیست و یکم دی ماه", "2024-01-11", "likely"],
  ["تا ۱/۲/۰۳", "2024-04-20", "guess"],
  ["تا ۰۳/۲/۱", "2024-04-20", "guess"],
  ["تا ۱/۲/۹۴", "2015-04-21", "guess"],
  ["قبل از ۱۵-۰۵-۱۴۰۲", "2023-08-06", "likely"],
])("a sentence that says «%s» has a day", (when, date, confidence) => {
  const { deadline } = inSentence(when);
  expect(deadline).toMatchObject({ kind: "dated", confidence, ...(date === null ? {} : { date }) });
});

test.each([
  ["به صورت ماهیانه", { count: 1, period: "month" }],
  ["بصورت هفتگی", { count: 1, period: "week" }],
  ["به صورت دوره ای", null],
  ["به‌طور ادواری", null],
])("a sentence that says «%s» goes on and on", (when, every) => {
  expect(inSentence(when).deadline).toMatchObject({ kind: "continuous", every });
});

test("a course that is held is no deadline", () => {
  expect(inSentence("دوره ای آموزشی برای دهیاران").deadline).toBeNull();
});

test.each(["تا هفته دولت", "تا پیش از دهه فجر", "تا نوروز", "تا پایان سال تحصیلی", "تا آغاز سال زراعی"])(
  "a sentence that says «%s» has a deadline without a day",
  (when) => {
    expect(inSentence(when).deadline).toMatchObject({ kind: "relative", date: null, text: when });
  },
);

test("a day that the calendar does not have is named in a sentence too", () => {
  for (const when of ["تا ۱۴۰۲/۱۲/۳۰", "تا ۳۰ اسفند"]) {
    const { deadline, codes } = inSentence(when);
    expect(deadline).toBeNull();
    expect(codes).toContain("deadline-no-such-day");
  }
});

test.each(["مقرر گردید گزارش کار در جلسه آینده ارائه شود", "دو روز قبل از جلسه آینده"])(
  "«%s» is no deadline that ends with the next session",
  (written) => {
    expect(read(written)).not.toMatchObject({ kind: "read", meaning: { nextSession: true } });
  },
);
