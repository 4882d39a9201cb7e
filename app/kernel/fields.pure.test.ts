import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jalaliDay, letterNumber, line, mobileNumber, paragraphs, timeOfDay, wholeNumber } from "./fields";

/** What a form with one field makes of a text: the value, or the message key. */
function read(field: z.ZodType, text: string) {
  const form = new FormData();
  form.set("field", text);
  const parsed = parseWithZod(form, { schema: z.object({ field }) });
  return parsed.status === "success" ? { value: parsed.value.field } : { error: parsed.error?.field?.[0] };
}

describe("a line of text", () => {
  test.each([
    ["", "form.required"],
    ["   ", "form.required"],
    ["\u202E\u200F\u0000", "form.required"],
    ["ن".repeat(100_000), "form.too-long?max=120"],
  ])("refuses %#", (text, error) => expect(read(line(120), text)).toEqual({ error }));

  test("keeps markup as the words it is", () =>
    expect(read(line(120), "<script>alert(1)</script>")).toEqual({ value: "<script>alert(1)</script>" }));

  test("stores Persian letters and no control or direction characters", () =>
    expect(read(line(120), " علي\u202E\u0007 كاظمي\nگرگان ")).toEqual({ value: "علی کاظمی گرگان" }));

  test("several lines keep their breaks", () =>
    expect(read(paragraphs(120), "یک\r\nدو")).toEqual({ value: "یک\nدو" }));
});

test("the number of a letter is kept with Latin digits, whichever were typed", () => {
  expect(read(letterNumber(60), " الف/۴۴۸۲/٣٥ ")).toEqual({ value: "الف/4482/35" });
  expect(read(letterNumber(3), "۱۲۳۴")).toEqual({ error: "form.too-long?max=3" });
});

describe("a Jalali day", () => {
  test.each([
    ["۱۴۰۳/۱۲/۳۰", "2025-03-20"],
    ["1403/12/30", "2025-03-20"],
    ["١٤٠٥/١٠/٠٣", "2026-12-24"],
    ["۳ دی ۱۴۰۵", "2026-12-24"],
  ])("reads %s", (text, value) => expect(read(jalaliDay, text)).toEqual({ value }));

  test.each([
    ["1404/12/30", "form.date.no-such-day"],
    ["۹۳/۷/۱۴", "form.date.ambiguous"],
    ["۲۰۶/۹۳/۱۱۸۵۲", "form.date.not-a-date"],
    ["۱۴۰۲/۴/۱۷۲۷۹", "form.date.not-a-date"],
    ["2025-03-20", "form.date.gregorian"],
    ["", "form.required"],
    ["1".repeat(100_000), "form.date.not-a-date"],
    ["<b>1405/10/03</b>", "form.date.not-a-date"],
  ])("refuses %#", (text, error) => expect(read(jalaliDay, text)).toEqual({ error }));
});

describe("a mobile number", () => {
  test.each(["09113701248", "۰۹۱۱ ۳۷۰ ۱۲۴۸", "+98 911-370-1248", "٩١١٣٧٠١٢٤٨", "00989113701248"])(
    "reads %s",
    (text) => expect(read(mobileNumber, text)).toEqual({ value: "+989113701248" }),
  );
  test.each(["0911370124", "01732223344", "سلام", "0".repeat(100_000)])("refuses %#", (text) =>
    expect(read(mobileNumber, text)).toEqual({ error: "form.mobile.invalid" }),
  );
});

describe("a whole number and a time of day", () => {
  test.each([
    ["۱۲", { value: 12 }],
    ["١٬٢٠٠", { value: 1200 }],
    ["۱٫۵", { error: "form.not-a-number" }],
    ["1405/10/03", { error: "form.not-a-number" }],
    ["-1", { error: "form.too-small?min=0" }],
    ["100001", { error: "form.too-large?max=100000" }],
    ["9".repeat(100_000), { error: "form.not-a-number" }],
  ])("%#", (text, answer) => expect(read(wholeNumber(0, 100_000), text)).toEqual(answer));

  test.each([
    ["۹", { value: "09:00" }],
    ["۱۴:۳۰", { value: "14:30" }],
    ["14.30", { value: "14:30" }],
    ["24:00", { error: "form.time.invalid" }],
    ["14:75", { error: "form.time.invalid" }],
  ])("%#", (text, answer) => expect(read(timeOfDay, text)).toEqual(answer));
});
