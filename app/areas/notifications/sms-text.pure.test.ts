import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsSms, MOST_PARTS, smsSize, smsText } from "./sms-text";

test.each([
  ["سلام", { alphabet: "ucs-2", length: 4, parts: 1 }],
  ["ب".repeat(70), { alphabet: "ucs-2", length: 70, parts: 1 }],
  ["ب".repeat(71), { alphabet: "ucs-2", length: 71, parts: 2 }],
  ["ب".repeat(134), { alphabet: "ucs-2", length: 134, parts: 2 }],
  ["ب".repeat(135), { alphabet: "ucs-2", length: 135, parts: 3 }],
  ["a".repeat(160), { alphabet: "basic", length: 160, parts: 1 }],
  ["a".repeat(161), { alphabet: "basic", length: 161, parts: 2 }],
  ["[".repeat(80), { alphabet: "basic", length: 160, parts: 1 }],
  ["a😀", { alphabet: "ucs-2", length: 3, parts: 1 }],
])("%.10s… is charged as operators charge it", (text, size) => {
  expect(smsSize(text)).toEqual(size);
});

test("a text that fits goes whole, with its link on a line of its own", () => {
  expect(smsText("جلسه فرداست", "https://p.ir/i/abc")).toBe("جلسه فرداست\nhttps://p.ir/i/abc");
  expect(smsText("جلسه فرداست", null)).toBe("جلسه فرداست");
});

test("a text that is too long is cut behind a whole word, and its link stays whole", () => {
  const link = "https://peyvand.example.ir/invitation/0123456789abcdef";
  const text = "شورای هماهنگی آب و برق روستاهای بخش بهاران ".repeat(8);
  const cut = smsText(text, link);
  const [words = "", last] = cut.split("\n");
  expect(last).toBe(link);
  expect(smsSize(cut).parts).toBe(MOST_PARTS);
  expect(words.endsWith("…")).toBe(true);
  expect(text.startsWith(`${words.slice(0, -1)} `)).toBe(true);
});

test("an English text that is cut stays in the basic alphabet", () => {
  expect(smsSize(smsText("The council meets about water. ".repeat(40), "https://p.ir/i/abc"))).toMatchObject({
    alphabet: "basic",
    parts: MOST_PARTS,
  });
});

test("whatever is written, what goes out fits and ends with its link", () => {
  const link = "https://p.ir/i/0123456789";
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (text) => {
      const made = smsText(text, link);
      expect(fitsSms(made, null)).toBe(true);
      expect(made.endsWith(`\n${link}`)).toBe(true);
    }),
  );
});
