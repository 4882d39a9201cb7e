import { describe, expect, test } from "vitest";
import { searchKey } from "~/lib/persian-text";
import { decide, type RowSaid, type Said } from "./decide";
import type { CodedPerson, Known } from "./people-index";

describe("whom a row means", () => {
  const given = (
    fullName: string,
    mobile: string | null,
    locality: string | null = null,
    codeHash: string | null = null,
  ): CodedPerson => ({
    fullName,
    searchKey: searchKey(fullName),
    mobile,
    nationalCode: null,
    codeHash,
    locality,
    tier: null,
    joinedOn: null,
    source: null,
    note: null,
    numbers: null,
    capacities: null,
    circleIds: null,
  });
  const known = (id: string, ...rest: Parameters<typeof given>): Known => ({ ...given(...rest), id });
  let made = 0;
  const decided = (rows: CodedPerson[], people: Known[] = [], said: Said = new Map()) =>
    decide(rows, people, () => `n${(made += 1)}`, { said });
  const words = (word: RowSaid["word"], more: Partial<RowSaid> = {}): Said =>
    new Map([[0, { word, question: "number", personId: "a", otherName: null, ...more }]]);

  test("is the holder of the number, under any honorific and spelling", () => {
    const { added, changed } = decided([given("دکتر رضا احمدی", "1")], [known("a", "رضا احمدی", "1")]);
    expect(added).toEqual([]);
    expect(changed).toMatchObject([{ id: "a" }]);
  });

  test.each([
    ["رضا بردبار", "مریم بردبار"],
    ["اصغر خانواده", "اکبر خانواده"],
    ["رضا دیگری", "رضا یکتا"],
    ["سعیده احمدی", "سعید احمدی"],
    ["مریم کریمی", "رضا احمدی"],
    ["احمدی", "رضا احمدی"],
  ])("is asked, and nobody's name is touched, when %j has the number of %j", (one, other) => {
    const { added, changed, asked } = decided([given(one, "1")], [known("a", other, "1")]);
    expect([...added, ...changed]).toEqual([]);
    expect(asked.get(0)).toMatchObject({ kind: "number", of: { id: "a" } });
    const ofFile = decided([given(other, "1"), given(one, "1")]);
    expect(ofFile.added).toMatchObject([{ fullName: other }]);
    expect(ofFile.asked.get(1)).toMatchObject({ kind: "number", of: { row: 0, isNew: true } });
  });

  test.each([
    ["احمدی رضا", "رضا احمدی"],
    ["علی رضا احمدي", "علیرضا احمدی"],
    ["سید رضا احمدی", "جناب آقای رضا احمدی"],
    ["تاهره سعیدی", "طاهره سعیدی"],
  ])("is the same under %j as under %j, whose name stays as it stands", (one, other) => {
    const { changed } = decided([given(one, "1")], [known("a", other, "1")]);
    expect(changed).toMatchObject([{ id: "a", isRenamed: false }]);
  });

  test("of another name on one number is what was said of him", () => {
    const [row, holder] = [
      given("رضا بردبار", "09111111111", "زیارت"),
      known("a", "مریم بردبار", "09111111111"),
    ];
    expect(decided([row], [holder], words("update")).changed).toMatchObject([
      { id: "a", fullName: "رضا بردبار", isRenamed: true },
    ]);
    const apart = decided([row], [holder], words("add"));
    expect(apart.added).toMatchObject([{ fullName: "رضا بردبار", mobile: null }]);
    expect(apart.added[0]?.numbers).toMatch(/^شماره مشترک: /);
    expect(decided([row], [holder], words("leave-out")).refused.get(0)).toBe("left-out");
    // A word about another person, or about another question, is none.
    for (const other of [{ personId: "b" }, { question: "code" as const }]) {
      expect(decided([row], [holder], words("update", other)).asked.size).toBe(1);
      expect(decided([row], [holder], words("add", other)).asked.size).toBe(1);
    }
    // Brought in again he is known by name and place, and the number is asked about no more.
    const relative = known("b", "رضا بردبار", null, "زیارت");
    expect(decided([row], [holder, relative])).toMatchObject({
      added: [],
      changed: [{ id: "b", mobile: null }],
    });
  });

  test("keeps of one person in two rows every number", () => {
    const rows = [
      given("رضا احمدی", "+989111111111", null, "c"),
      given("رضا احمدی", "+989112222222", null, "c"),
    ];
    const { added, repeated } = decided(rows);
    expect(added).toMatchObject([{ mobile: "+989112222222" }]);
    expect(added[0]?.numbers).toContain("۰۹۱۱۱۱۱۱۱۱۱");
    expect(repeated).toEqual(new Map([[1, 0]]));
  });

  test("is the holder of the national code, whatever his number and place are now", () => {
    const { changed, asked } = decided(
      [given("رضا احمدی", "2", "کردکوی", "c"), given("مریم کریمی", "3", null, "c")],
      [known("a", "سید رضا احمدی", "1", "گرگان", "c")],
    );
    expect(changed).toMatchObject([{ id: "a", mobile: "2" }]);
    expect(asked.get(1)).toMatchObject({ kind: "code", of: { id: "a" } });
    const coded = [given("مریم کریمی", "3", null, "c")];
    const apart = words("add", { question: "code" });
    expect(decided(coded, [known("a", "رضا احمدی", "1", null, "c")], apart).added).toMatchObject([
      { fullName: "مریم کریمی", mobile: "3", codeHash: null },
    ]);
    const both = decided(
      coded,
      [known("a", "رضا احمدی", "1", null, "c"), known("b", "علی نوری", "3")],
      apart,
    );
    expect(both.added).toMatchObject([{ mobile: null, codeHash: null }]);
  });

  test("is one person in two rows of one code; two codes are two people under one name and one number", () => {
    const rows = [given("رضا احمدی", "1", null, "c"), given("رضا احمدي", "2", null, "c")];
    expect(decided(rows)).toMatchObject({
      added: [{ mobile: "2", codeHash: "c" }],
      repeated: new Map([[1, 0]]),
    });
    const namesake = given("رضا احمدی", null, "گرگان", "d");
    expect(decided([namesake], [known("a", "رضا احمدی", null, "گرگان", "c")]).added).toHaveLength(1);
    expect(
      decided([{ ...namesake, mobile: "1" }], [known("a", "رضا احمدی", "1", null, "c")]).refused.get(0),
    ).toBe("of-another");
    const holders = [known("a", "رضا احمدی", "1", null, "c"), known("b", "علی احمدی", "2")];
    expect(decided([given("رضا احمدی", "2", null, "c")], holders).refused.get(0)).toBe("of-another");
  });

  test("is by name and place who has no number, on either side; two such are asked about", () => {
    const one = known("a", "رضا احمدی", null, "کردکوی");
    expect(decided([given("رضا احمدی", "1", "کردکوی")], [one]).changed).toMatchObject([
      { id: "a", mobile: "1" },
    ]);
    expect(decided([given("رضا احمدی", null, "کردکوی")], [{ ...one, mobile: "2" }]).changed).toHaveLength(1);
    expect(decided([given("رضا احمدی", null, "گرگان")], [one]).added).toHaveLength(1);
    expect(decided([given("رضا احمدی", "3", "کردکوی")], [{ ...one, mobile: "2" }]).added).toHaveLength(1);
    const two = [one, { ...one, id: "b" }];
    expect(decided([given("رضا احمدی", null, "کردکوی")], two).refused.get(0)).toBe("several");
  });

  test("is one person when a list repeats him, with what the later row says", () => {
    const twice = [given("رضا احمدی", "1"), given("رضا احمدی", "1", "گرگان")];
    expect(decided(twice)).toMatchObject({
      added: [{ mobile: "1", locality: "گرگان" }],
      changed: [],
      repeated: new Map([[1, 0]]),
    });
  });
});
