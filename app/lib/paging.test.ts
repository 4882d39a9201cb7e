import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CursorPart, decodeCursor, encodeCursor, pageOf, pageSizeOf } from "./paging";

const ID = "0197f3a2-7c00-7abc-8def-0123456789ab";

describe("cursor", () => {
  test("a cursor brings back the key it was made from", () => {
    const key = ["2026-12-24T06:30:00.000Z", "2026-12-24", 28005, "گرگان", ID, null];
    const parts: CursorPart[] = ["instant", "day", "integer", "text", "uuid", "text"];
    expect(decodeCursor(encodeCursor(key), parts)).toEqual(key);
  });

  test("any text survives, in characters an address may carry", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer(), (text, number) => {
        const cursor = encodeCursor([text, number]);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]*$/);
        const expected = text.includes("\u0000") ? null : [text, number];
        expect(decodeCursor(cursor, ["text", "integer"])).toEqual(expected);
      }),
    );
  });

  test.each<[string, string | null | undefined, CursorPart[]]>([
    ["absent", null, ["uuid"]],
    ["empty", "", ["uuid"]],
    ["not base64url", "***", ["uuid"]],
    ["not JSON", btoa("{"), ["uuid"]],
    ["no list", encodeBare({ a: 1 }), ["uuid"]],
    ["too short", encodeCursor([]), ["uuid"]],
    ["too long", encodeCursor([ID, ID]), ["uuid"]],
    ["a number for an id", encodeCursor([7]), ["uuid"]],
    ["a sentence for an id", encodeCursor(["' or 1=1"]), ["uuid"]],
    ["an object for a text", encodeBare([{ $ne: "" }]), ["text"]],
    ["a fraction for an integer", encodeCursor([1.5]), ["integer"]],
    ["a huge number", encodeCursor([1e300]), ["integer"]],
    ["no such day", encodeCursor(["2026-02-30"]), ["day"]],
    ["a day for an instant", encodeCursor(["2026-12-24"]), ["instant"]],
    ["a NUL", encodeCursor(["a\u0000"]), ["text"]],
    ["100,000 characters", "A".repeat(100_000), ["text"]],
  ])("%s begins the list at its beginning", (_, text, parts) => {
    expect(decodeCursor(text, parts)).toBeNull();
  });

  test("no text breaks the reader", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        const key = decodeCursor(text, ["text"]);
        expect(key === null || key.length === 1).toBe(true);
      }),
    );
  });
});

describe("page", () => {
  test.each([
    [null, 50],
    ["", 50],
    ["abc", 50],
    ["2.5", 50],
    ["0", 1],
    ["-3", 1],
    ["25", 25],
    ["100000", 200],
    ["Infinity", 50],
  ])("a size of %j is %i rows", (text, size) => {
    expect(pageSizeOf(text)).toBe(size);
  });

  test("one row too many tells that there is a next page", () => {
    const page = pageOf([1, 2, 3], 2, (row) => [row]);
    expect(page.rows).toEqual([1, 2]);
    expect(decodeCursor(page.next, ["integer"])).toEqual([2]);
    expect(pageOf([1, 2], 2, (row) => [row]).next).toBeNull();
    expect(pageOf([], 2, (row: number) => [row])).toEqual({ rows: [], next: null });
  });
});

function encodeBare(value: unknown): string {
  return btoa(JSON.stringify(value)).replace(/=+$/, "");
}
