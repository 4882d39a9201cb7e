import { expect, test } from "vitest";
import { longestOfTooLarge } from "./too-long";

function formWith(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("a form that the server would refuse unread names its longest text and is not sent", () => {
  expect(longestOfTooLarge(formWith({ fullName: "ن".repeat(1_000_000), note: "کوتاه" }))).toBe("fullName");
  // Six bytes a letter, as a form is written.
  expect(longestOfTooLarge(formWith({ note: "ن".repeat(166_700) }))).toBe("note");
  expect(longestOfTooLarge(formWith({ note: "ن".repeat(166_000) }))).toBeUndefined();
  expect(longestOfTooLarge(formWith({ note: "a".repeat(990_000) }))).toBeUndefined();
});
