import { describe, expect, test } from "vitest";
import { APART_NAMES, APART_TITLES, FOUND_NAMES, FOUND_TITLES } from "../../tests/factories/spelling-pairs";
import { matchRank, ranked, searchedWords } from "./name-search";
import { searchKey } from "./persian-text";

describe("a name is found however it is typed", () => {
  // What is found by a half of a word stands in the database alone.
  const whole = FOUND_NAMES.filter(([, typed]) => typed !== "نژاد");
  test.each([...whole, ...FOUND_TITLES])("%j by %j", (stored, typed) => {
    expect(matchRank(searchKey(stored), searchedWords(typed))).not.toBeNull();
  });

  test.each([...APART_NAMES, ...APART_TITLES])("%j not by %j", (stored, typed) => {
    expect(matchRank(searchKey(stored), searchedWords(typed))).toBeNull();
  });

  test("the table holds sixty pairs and more, twenty of which stay apart", () => {
    expect(FOUND_NAMES.length + FOUND_TITLES.length).toBeGreaterThanOrEqual(40);
    expect(APART_NAMES.length + APART_TITLES.length).toBeGreaterThanOrEqual(20);
  });
});

test("the whole name comes first, then names that begin with it, then those that hold it further on", () => {
  const inOrder = ["رضا", "رضا احمدی", "رضاییان سارا", "علی رضا", "حسن رضایی"];
  const shuffled = [4, 2, 0, 3, 1].map((at) => ({ searchKey: inOrder[at] ?? "" }));
  expect(ranked(shuffled, searchedWords("رضا")).map((one) => one.searchKey)).toEqual(inOrder);
});

test("nothing but signs finds nobody", () => {
  for (const text of ["", "  ", "()", "،", "\u200C", "%"])
    expect(matchRank("رضا احمدی", searchedWords(text)), text).toBeNull();
});
