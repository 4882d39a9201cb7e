import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf, type Difference } from "./differences";

const textOf = (found: Difference[], left: "added" | "removed") =>
  found.flatMap((one) =>
    one.kind === "same"
      ? []
      : [
          one.pieces
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join(""),
        ],
  );

test("a word that changed is told inside its line, and what stands is only counted", () => {
  expect(
    differencesOf(
      "عنوان\nمقرر گردید برق مدارس تامین شود.\nپایان",
      "عنوان\nمقرر گردید برق همه مدارس تامین شود.\nپایان",
    ),
  ).toEqual([
    { kind: "same", count: 1 },
    {
      kind: "changed",
      pieces: [
        { kind: "same", text: "مقرر گردید برق " },
        { kind: "added", text: "همه " },
        { kind: "same", text: "مدارس تامین شود." },
      ],
    },
    { kind: "same", count: 1 },
  ]);
});

test("lines that have nothing in common are one that went and one that came", () => {
  expect(differencesOf("آب", "برق شهر")).toEqual([
    { kind: "changed", pieces: [{ text: "برق شهر", kind: "added" }] },
    { kind: "changed", pieces: [{ text: "آب", kind: "removed" }] },
  ]);
  expect(differencesOf("یکی", "یکی")).toEqual([{ kind: "same", count: 1 }]);
});

test("nothing is lost and nothing invented: both texts can be told from the difference", () => {
  const line = fc.array(fc.constantFrom("آب", "برق", "مدارس", "می‌شود", "تامین"), {
    minLength: 1,
    maxLength: 5,
  });
  const text = fc.array(
    line.map((words) => words.join(" ")),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = differencesOf(before.join("\n"), after.join("\n"));
      const same = found.reduce((sum, one) => sum + (one.kind === "same" ? one.count : 0), 0);
      const lines = (left: "added" | "removed") => textOf(found, left).filter((one) => one !== "");
      expect(lines("removed").length + same).toBe(after.length);
      expect(lines("added").length + same).toBe(before.length);
      for (const one of lines("removed")) expect(after).toContain(one);
      for (const one of lines("added")) expect(before).toContain(one);
    }),
  );
});
