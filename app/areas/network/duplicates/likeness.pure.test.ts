import { describe, expect, test } from "vitest";
import { LIKELY, likeness, type Likened } from "./likeness";

const someone = (fullName: string, more: Partial<Likened> = {}): Likened => ({
  fullName,
  mobile: "+989111111111",
  locality: "جلین",
  circleIds: [],
  ...more,
});
const renumbered = { mobile: "+989352223344" };

describe("two records are likely one person", () => {
  test.each([
    ["رضا احمدی", "رضا احمدی", "same-name"],
    ["رضا احمدی", "جناب آقای دکتر رضا احمدي", "same-name"],
    ["سید رضا احمدی", "رضا احمدی", "same-name"],
    ["علیرضا احمدی", "علی رضا احمدی", "same-name"],
    ["رضا احمدی", "احمدی رضا", "swapped-name"],
    ["طاهره سعیدی", "تاهره سعیدی", "same-sound"],
  ])("%j and %j with a new number in the same village", (one, other, reason) => {
    const found = likeness(someone(one), someone(other, renumbered));
    expect(found.score).toBeGreaterThanOrEqual(LIKELY);
    expect(found.reasons).toEqual([reason, "same-locality"]);
  });

  test("whatever their names when they share a number", () => {
    expect(likeness(someone("رضا احمدی"), someone("مریم نوری"))).toMatchObject({ reasons: ["same-number"] });
  });

  test("when the names differ by a letter and the circle is the same", () => {
    const circle = { circleIds: ["a"] };
    expect(
      likeness(someone("مریم مقصودلو", circle), someone("مریم مقصدلو", { ...circle, ...renumbered })).reasons,
    ).toEqual(["near-name", "same-locality", "same-circle"]);
  });
});

describe("two records are not taken for one person", () => {
  test.each([
    ["رضا احمدی", "رضا محمدی"],
    ["حسن نوری", "حسین نوری"],
    ["زهرا کریمی", "زهره کریمی"],
    ["رضا احمدی", "علیرضا احمدی"],
    ["مریم نوری", "مریم نوروزی"],
    ["محمد", "رضا"],
    ["", ""],
  ])("%j and %j in the same village", (one, other) => {
    expect(likeness(someone(one), someone(other, renumbered)).score).toBeLessThan(LIKELY);
  });

  test("for a name that two villages have", () => {
    const namesake = someone("رضا احمدی", { ...renumbered, locality: "زیارت" });
    expect(likeness(someone("رضا احمدی"), namesake).score).toBeLessThan(LIKELY);
  });
});

test("likeness is the same from both sides", () => {
  const names = ["رضا احمدی", "احمدی رضا", "طاهره سعیدی", "تاهره سعیدی", "مقصودلو مریم", "مریم مقصدلو"];
  for (const one of names)
    for (const other of names)
      expect(likeness(someone(one), someone(other))).toEqual(likeness(someone(other), someone(one)));
});
