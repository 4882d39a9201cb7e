import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../../tests/minutes/dictionary";
import { parseMinutes } from "./parse";

const read = (...lines: string[]) => parseMinutes(lines.join("\n"), DICTIONARY);
const shape = (minutes: ReturnType<typeof read>) =>
  minutes.resolutions.map(({ number, parties, deadline }) => [
    number,
    parties.map(({ canonical }) => canonical).join("+"),
    deadline?.text ?? null,
  ]);

test("a table without a column of numbers keeps every decision apart", () => {
  const minutes = read(
    "صورتجلسه شورای اداری",
    "تاریخ: ۱۴۰۲/۰۶/۱۲",
    "شرح مصوبه\tمسئول اجرا\tمهلت",
    "مقرر گردید نسبت به لایروبی نهرها اقدام شود\tجهاد کشاورزی\tتا پایان مهر",
    "مقرر گردید مدارس فرسوده شناسایی شود\tآموزش و پرورش\tظرف یک ماه",
    "مقرر گردید روشنایی معابر تکمیل شود\tشهرداری\tمستمر",
  );
  expect(shape(minutes)).toEqual([
    [1, "جهاد کشاورزی", "تا پایان مهر"],
    [2, "اداره کل آموزش و پرورش استان", "ظرف یک ماه"],
    [3, "شهرداری", "مستمر"],
  ]);
  expect(minutes.warnings.filter(({ code }) => code === "number-assigned")).toHaveLength(3);
});

test("two rows under one merged number are no sure decision", () => {
  const { resolutions } = read(
    "ردیف\tشرح مصوبه\tمسئول\tمهلت",
    "۱\tحفر دو حلقه چاه در روستای نوده\tشهرداری\tپایان آبان",
    "\tنصب کنتور هوشمند در همه منازل\tجهاد کشاورزی\tپایان آذر",
    "۲\tتعویض ترانس فرسوده روستا\tشهرداری\tپایان دی",
  );
  expect(resolutions.map(({ number, layout, text }) => [number, layout, text.confidence])).toEqual([
    [1, "guess", "guess"],
    [2, "clear", "clear"],
  ]);
});

test.each(["امضا\tفرماندار\tرئیس شورا\t", "\tمحل امضاء\tشهرداری\t", "امضاکنندگان:\tشهرداری\tجهاد کشاورزی\t"])(
  "a row of signatures is nobody's debt: %s",
  (row) => {
    const { resolutions } = read(
      "ردیف\tشرح مصوبه\tمسئول\tمهلت",
      "۱\tمقرر گردید پارک تکمیل شود\tآموزش و پرورش\tپایان آبان",
      row,
      "\tعلی رضایی\tفرمانداری\t",
    );
    expect(resolutions.map(({ text, parties }) => [text.value, parties.length])).toEqual([
      ["مقرر گردید پارک تکمیل شود", 1],
    ]);
  },
);
