import { describe, expect, test } from "vitest";
import { formatNumber, formatPercent } from "./numbers";
import { translate, translateError } from "./translate";

const fa = {
  "demands.count": "{count} مطالبه",
  "form.too-long": "دست بالا {max} نویسه",
  "s.year": "سال {year}",
};
const en = { "demands.count": "{count|one demand|# demands}" };

describe("words", () => {
  test("a number in a message is grouped and in the digits of the locale", () => {
    expect(translate(fa, "fa", "demands.count", { count: 1234 })).toBe("۱٬۲۳۴ مطالبه");
    expect(translate(en, "en", "demands.count", { count: 1234 })).toBe("1,234 demands");
  });

  test("English chooses its form by the number", () => {
    expect(translate(en, "en", "demands.count", { count: 1 })).toBe("one demand");
    expect(translate(en, "en", "demands.count", { count: 0 })).toBe("0 demands");
  });

  test("text is put in as it is, and a forgotten variable or message is seen", () => {
    expect(translate(fa, "fa", "s.year", { year: "۱۴۰۵" })).toBe("سال ۱۴۰۵");
    expect(translate(fa, "fa", "s.year")).toBe("سال {year}");
    expect(translate(fa, "fa", "s.none")).toBe("s.none");
  });

  test("an error carries its parameters behind its key", () => {
    expect(translateError(fa, "fa", "form.too-long?max=2000")).toBe("دست بالا ۲٬۰۰۰ نویسه");
  });
});

describe("figures", () => {
  test("Persian has its digits, its group and decimal marks, and minus before the digits", () => {
    expect(formatNumber(12345.678, "fa", 1)).toBe("۱۲٬۳۴۵٫۷");
    expect(formatNumber(-3, "fa")).toBe("\u200e\u2212۳");
    expect(formatNumber(1000, "en", 2)).toBe("1,000");
    expect(formatNumber(-0.2, "en")).toBe("0");
  });

  test("the Persian percent sign is held at the left of its figure", () => {
    expect(formatPercent(0.7, "fa")).toBe("\u061c۷۰٪");
    expect(formatPercent(0.705, "en", 1)).toBe("70.5%");
  });
});
