import { expect, test } from "vitest";
import { countyNames, partyDictionary } from "../../../../../prisma/seed/party-dictionary";
import { parseMinutes } from "./parse";

const read = (...rows: string[]) =>
  parseMinutes(["ردیف\tشرح\tمسئول\tمهلت", ...rows].join("\n"), partyDictionary, countyNames).resolutions;
const shape = (...rows: string[]) =>
  read(...rows).map(({ text, parties, deadline, layout }) => [
    text.value,
    parties.map(({ written }) => written).join("+"),
    deadline?.text ?? null,
    layout,
  ]);

test("few words in the place of another column are no sure decision", () => {
  expect(
    read(
      "۱\tشهرداری\tطرح جامع\tپایان آبان",
      "۲\tطرح\tشهرداری\tقبل از عید نوروز",
      "۳\tشهرداری\tمقرر گردید پارک تکمیل شود\tپایان آبان",
      "۴\tپرداخت عیدی\tشهرداری\tپایان آبان",
    ).map(({ layout }) => layout),
  ).toEqual(["guess", "clear", "clear", "clear"]);
});

test("a doubt falls where the row goes on below the break of a page", () => {
  expect(
    shape(
      "۱\tشهرداری\tعدم استفاده از مدیران در دیگر ظرفیت‌های دستگاهی و",
      "\tدادگستری\tتوجه به استقلال آنان\t",
      "۲\tشهرداری\tعدم استفاده از مدیران در دیگر ظرفیت‌ها\t",
    ).map(([, parties, , layout]) => [parties, layout]),
  ).toEqual([
    ["شهرداری+دادگستری", "likely"],
    ["شهرداری", "guess"],
  ]);
});

test.each([
  // a word for a body and for a thing, beside a name that nobody knows
  ["بازرسی\tتعزیرات\tپایان آبان", ["بازرسی", "تعزیرات", "پایان آبان", "guess"]],
  // a limit that nobody understands is longer than the decision
  ["آسفالت\tشهرداری\tدو هفته قبل از بازگشایی", ["آسفالت", "شهرداری", null, "clear"]],
  ["طرح سوم\tدادگستری\tقبل از عید نوروز", ["طرح سوم", "دادگستری", "قبل از عید نوروز", "clear"]],
  // a decision that names bodies
  [
    "تشکیل کارگروه با حضور بهزیستی، کمیته امداد\tدادگستری\t۱۴۰۲/۱۲/۲۹",
    ["تشکیل کارگروه با حضور بهزیستی، کمیته امداد", "دادگستری", "۱۴۰۲/۱۲/۲۹", "clear"],
  ],
])("the heading tells apart what the words do not: %s", (row, expected) => {
  expect(shape(`۱\t${row}`)).toEqual([expected]);
});
