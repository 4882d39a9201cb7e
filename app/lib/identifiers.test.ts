import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatMobile,
  isUuid,
  newToken,
  newTrackingCode,
  parseMobile,
  parseNationalCode,
  parseTrackingCode,
  sha256Hex,
  uuidv7,
} from "./identifiers";
import { toPersianDigits } from "./digits";

describe("ids", () => {
  test("later ids sort after earlier ones and none is made twice", () => {
    const ids = Array.from({ length: 1000 }, uuidv7);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every(isUuid)).toBe(true);
    expect(ids[0]?.[14]).toBe("7");
  });

  test.each([
    "",
    "1",
    "0197F3A2-7C00-7ABC-8DEF-0123456789AB",
    "0197f3a2-7c00-7abc-8def-0123456789ab ",
    "' or 1=1",
  ])("%j is no id", (text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe("national code", () => {
  test.each([
    ["0932833810", "0932833810"],
    ["0499370899", "0499370899"],
    ["0790419904", "0790419904"],
    ["۰۷۹۰۴۱۹۹۰۴", "0790419904"],
    ["٠٧٩٠٤١٩٩٠٤", "0790419904"],
    ["790419904", "0790419904"],
    ["079-041990-4", "0790419904"],
    [" 0790419904\u200E ", "0790419904"],
    ["0123456861", "0123456861"],
    ["0123456851", "0123456851"],
    ["1111111111", null],
    ["0000000000", null],
    ["0790419905", null],
    ["0001234567", null],
    ["1234567", null],
    ["07904199040", null],
    ["abc", null],
    ["", null],
    ["9".repeat(100_000), null],
  ])("%j reads as %j", (typed, code) => {
    expect(parseNationalCode(typed)).toBe(code);
  });

  test("one wrong digit is found", () => {
    const change = fc.record({ at: fc.integer({ min: 3, max: 9 }), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(change, ({ at, by }) => {
        const digits = [..."0932833810"];
        digits[at] = String((Number(digits[at]) + by) % 10);
        // Control digit 1 serves remainders 1 and 10, so that the rule can miss a slip; 0 serves remainder 0 alone.
        expect(parseNationalCode(digits.join(""))).toBeNull();
      }),
    );
  });
});

describe("mobile", () => {
  test.each([
    ["09123456789", "+989123456789"],
    ["9123456789", "+989123456789"],
    ["989123456789", "+989123456789"],
    ["+98 912 345 6789", "+989123456789"],
    ["00989123456789", "+989123456789"],
    ["۰۹۱۲-۳۴۵-۶۷۸۹", "+989123456789"],
    ["(0912) 3456789", "+989123456789"],
    ["0912345678", null],
    ["01732222222", null],
    ["+971501234567", null],
    ["", null],
    ["0912345678a", null],
  ])("%j reads as %j", (typed, mobile) => {
    expect(parseMobile(typed)).toBe(mobile);
  });

  test("it is shown as it is dialled", () => {
    expect(formatMobile("+989123456789", "fa")).toBe("۰۹۱۲۳۴۵۶۷۸۹");
    expect(formatMobile("+989123456789", "en")).toBe("09123456789");
    expect(parseMobile(formatMobile("+989123456789", "fa"))).toBe("+989123456789");
  });
});

describe("tracking code", () => {
  test("a code is read back as it was given out, whatever digits and separators it is typed in", () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newTrackingCode();
      expect(code).toMatch(/^[1-9]\d{3}-\d{4}-\d{4}-\d{4}$/);
      expect(parseTrackingCode(toPersianDigits(code))).toBe(code);
      expect(parseTrackingCode(code.replaceAll("-", " "))).toBe(code);
    }
  });

  test("a wrong digit and two neighbours changed about are always found", () => {
    const slip = fc.record({ at: fc.integer({ min: 1, max: 14 }), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(slip, ({ at, by }) => {
        const digits = [...newTrackingCode().replaceAll("-", "")];
        const wrong = digits.with(at, String((Number(digits[at]) + by) % 10));
        expect(parseTrackingCode(wrong.join(""))).toBeNull();
        const swapped = digits.with(at, digits[at + 1] ?? "").with(at + 1, digits[at] ?? "");
        if (digits[at] !== digits[at + 1]) expect(parseTrackingCode(swapped.join(""))).toBeNull();
      }),
    );
  });

  test("codes do not repeat and every digit appears at every random place", () => {
    const codes = Array.from({ length: 2000 }, newTrackingCode);
    expect(new Set(codes).size).toBe(2000);
    for (let at = 1; at < 15; at += 1) {
      expect(new Set(codes.map((code) => code.replaceAll("-", "")[at])).size).toBe(10);
    }
  });

  test.each(["", "4821", "0000-0000-0000-0000", "<script>", "9".repeat(100_000)])("%j is no code", (text) => {
    expect(parseTrackingCode(text)).toBeNull();
  });
});

describe("tokens", () => {
  test("a token is 256 bits an address may carry", () => {
    const token = newToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(newToken()).not.toBe(token);
  });

  test("its digest is SHA-256", async () => {
    expect(await sha256Hex("پیوند")).toBe(createHash("sha256").update("پیوند").digest("hex"));
  });
});
