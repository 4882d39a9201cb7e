import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNumber, formatPercent, isolate, isolateWords } from "./numbers";
import { toLatinDigits } from "./digits";

describe("figures", () => {
  test.each<[number, string, string]>([
    [0, "۰", "0"],
    [7, "۷", "7"],
    [999, "۹۹۹", "999"],
    [12345, "۱۲٬۳۴۵", "12,345"],
    [79926270, "۷۹٬۹۲۶٬۲۷۰", "79,926,270"],
    [2.5, "۳", "3"],
    [Number.NaN, "–", "–"],
    [Number.POSITIVE_INFINITY, "–", "–"],
  ])("%d is written %s and %s", (figure, fa, en) => {
    expect(formatNumber(figure, "fa")).toBe(fa);
    expect(formatNumber(figure, "en")).toBe(en);
  });

  test("decimals are shown when asked for", () => {
    expect(formatNumber(2.54, "fa", 1)).toBe("۲٫۵");
    expect(formatNumber(2, "en", 1)).toBe("2");
  });

  test("a written whole number reads back as itself", () => {
    fc.assert(
      fc.property(fc.nat(), (figure) => {
        expect(Number(toLatinDigits(formatNumber(figure, "fa")).replaceAll("٬", ""))).toBe(figure);
      }),
    );
  });
});

describe("percentages", () => {
  test.each<[number, string, string]>([
    [0.7, "\u061C۷۰٪", "70%"],
    [0, "\u061C۰٪", "0%"],
    [1, "\u061C۱۰۰٪", "100%"],
    [2 / 3, "\u061C۶۷٪", "67%"],
    [Number.NaN, "–", "–"],
  ])("%d is %s and %s", (ratio, fa, en) => {
    expect(formatPercent(ratio, "fa")).toBe(fa);
    expect(formatPercent(ratio, "en")).toBe(en);
  });
});

test("isolated words go their own way, so that a day stays before its month", () => {
  expect(isolateWords("۱۱ اردیبهشت ۱۴۰۲")).toBe("\u2068۱۱ اردیبهشت ۱۴۰۲\u2069");
  expect(isolateWords("a\u2069b")).toBe("\u2068ab\u2069");
});

test("an isolated code is isolated once and cannot break out", () => {
  expect(isolate("۲۰۶/۹۳/۱۱۸۵۲")).toBe("\u2066۲۰۶/۹۳/۱۱۸۵۲\u2069");
  expect(isolate(isolate("a\u2069b"))).toBe("\u2066ab\u2069");
});
