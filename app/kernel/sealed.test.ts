import { expect, test } from "vitest";
import { keyedHash, seal, unseal } from "./sealed.server";

test("a sealed text opens for its record alone, and never twice looks the same", () => {
  const sealed = seal("0932833810", "28005 a");
  expect(sealed).not.toContain("0932833810");
  expect(unseal(sealed, "28005 a")).toBe("0932833810");
  expect(unseal(sealed, "28005 b")).toBeNull();
  expect(seal("0932833810", "28005 a")).not.toBe(sealed);
});

test.each(["", "v1.", "v2.AAAA", "v1.AAAA", "0932833810"])("what nobody sealed does not open: %j", (text) =>
  expect(unseal(text, "28005 a")).toBeNull(),
);

test("one changed letter and nothing opens", () => {
  const sealed = seal("0932833810", "28005 a");
  const at = sealed.length - 5;
  const other = sealed[at] === "A" ? "B" : "A";
  expect(unseal(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, "28005 a")).toBeNull();
});

test("the hash of a text is the same in its place and another in every other", () => {
  expect(keyedHash("0932833810", "28005")).toBe(keyedHash("0932833810", "28005"));
  expect(keyedHash("0932833810", "28005")).not.toBe(keyedHash("0932833810", "28001"));
  expect(keyedHash("0932833810", "28005")).not.toContain("0932833810");
});
