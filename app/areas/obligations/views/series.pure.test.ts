import { expect, test } from "vitest";
import { seriesOf } from "./series";

test.each([
  ["جلسه سوم شورای اداری گرگان", "شورای اداری گرگان"],
  ["بیست و یکمین جلسه شورای اداری گرگان - ۱۴۰۵/۰۷/۱۲", "شورای اداری گرگان"],
  ["صورت‌جلسه شورای اداری گرگان، مهر ماه ۱۴۰۵", "شورای اداری گرگان"],
  ["شورای اداری گرگان (شماره 12)", "شورای اداری گرگان"],
  ["نوزدهمین نشست کارگروه آب", "کارگروه آب"],
  ["جلسه ۱۲", "جلسه ۱۲"],
])("«%s» is a meeting of «%s»", (title, series) => {
  expect(seriesOf(title)).toBe(seriesOf(series));
});

test.each([
  ["شورای اداری گرگان", "شورای اداری آق‌قلا"],
  ["کارگروه آب", "کارگروه برق"],
  ["ستاد سی‌سرا", "ستاد"],
])("«%s» and «%s» are two series", (one, other) => {
  expect(seriesOf(one)).not.toBe(seriesOf(other));
});

test("a series is a series of itself", () => {
  for (const title of ["جلسه سوم شورای اداری گرگان", "جلسه ۱۲"])
    expect(seriesOf(seriesOf(title))).toBe(seriesOf(title));
});
