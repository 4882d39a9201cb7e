import { describe, expect, test } from "vitest";
import { readNumbers } from "./read-numbers";
import { readRow } from "./read-row";

const TODAY = "2026-12-24";
const ONE = "+989115551001";
const TWO = "+989125551002";

describe("the numbers of a cell", () => {
  test.each([
    ["09115551001", [ONE]],
    ["9115551001.0", [ONE]],
    ["9.115551001E+09", [ONE]],
    ["0911-555-1001", [ONE]],
    ["09115551001/09125551002", [ONE, TWO]],
    ["۰۹۱۱۵۵۵۱۰۰۱ ، ۰۹۱۲۵۵۵۱۰۰۲", [ONE, TWO]],
    ["09115551001 09125551002", [ONE, TWO]],
    ["0911 555 1001 - 0912 555 1002", [ONE, TWO]],
    ["09115551001 و 09125551002", [ONE, TWO]],
    ["+989115551001 ::: 00989125551002", [ONE, TWO]],
    ["09115551001-09125551002", [ONE, TWO]],
    ["09115551001\n09125551002", [ONE, TWO]],
    ["همراه: 09115551001", [ONE]],
    ["09115551001, 09115551001", [ONE]],
  ])("%j are the mobiles %j", (cell, mobiles) => {
    expect(readNumbers(cell)).toMatchObject({ mobiles, others: [], isUnread: false });
  });

  test.each(["01732223344", "017-32223344", "32223344", "+981732223344", "+49 30 1234567", "1732223344"])(
    "%j is another number",
    (cell) => {
      expect(readNumbers(cell)).toMatchObject({ mobiles: [], others: [cell], isUnread: false });
    },
  );

  test.each(["017132", "091155510", "x", "9.12E+09", "091155510011"])("%j are none", (cell) => {
    expect(readNumbers(cell)).toMatchObject({ mobiles: [], others: [], isUnread: true });
  });
});

describe("somebody of an address book", () => {
  const read = (...cells: string[]) => readRow(cells, ["full-name", "mobile", "phone", "note"], TODAY);

  test.each(["", "ندارد", "-", "—", "نامشخص", "N/A", "0", "؟"])(
    "with %j for a number is taken without one",
    (cell) => {
      expect(read("رضا احمدی", cell)).toMatchObject({
        person: { mobile: null, numbers: null },
        problems: ["no-mobile"],
      });
    },
  );

  test("is taken with his first mobile; his other numbers stay in his note", () => {
    expect(read("رضا احمدی", "01732223344", "09115551001 / 09125551002", "دوست")).toMatchObject({
      person: {
        mobile: ONE,
        note: "دوست",
        numbers: "شماره‌های دیگر: ۰۹۱۲۵۵۵۱۰۰۲، ۰۱۷۳۲۲۲۳۳۴۴",
      },
      problems: ["more-mobiles", "other-number"],
    });
    expect(read("رضا احمدی", "01732223344")).toMatchObject({
      person: { mobile: null, numbers: "شماره‌های دیگر: ۰۱۷۳۲۲۲۳۳۴۴" },
      problems: ["no-mobile", "other-number"],
    });
    expect(read("رضا احمدی", "0911555100", "09125551002")).toMatchObject({
      person: { mobile: TWO },
      problems: ["part-unread"],
    });
    expect(read("رضا احمدی", "0911555100").problems).toEqual(["bad-mobile"]);
  });
});
