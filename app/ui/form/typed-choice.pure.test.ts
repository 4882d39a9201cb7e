import { expect, test } from "vitest";
import { typedChoices } from "./typed-choice";

const COUNTIES = [
  { value: "1", label: "آق‌قلا", hint: "گلستان" },
  { value: "2", label: "گرگان", hint: "گلستان" },
  { value: "3", label: "بندر گز", hint: "گلستان" },
  { value: "4", label: "بندر لنگه", hint: "هرمزگان", disabled: true },
  { value: "5", label: "گلستان", hint: "فارس" },
  { value: "6", label: "گلستان", hint: "تهران" },
];
const { found, written } = typedChoices(COUNTIES);
const names = (query: string) => found(query).map(({ value }) => value);

test.each(["اق قلا", "آق‌قلا", "آققلا", "آق قلا", "قلا"])("a county is found as «%s»", (query) => {
  expect(names(query)).toEqual(["1"]);
});

test("words are found in any order, with what stands beside the name", () => {
  expect(names("گلستان گرگان")).toEqual(["2"]);
  expect(names("بندرگز")).toEqual(["3"]);
  expect(names("")).toHaveLength(COUNTIES.length);
  expect(names("بندر شیراز")).toEqual([]);
});

test("a name written out is meant, unless two bear it or it cannot be chosen", () => {
  expect(written("اق قلا")?.value).toBe("1");
  expect(written("گلستان")).toBeUndefined();
  expect(written("بندر لنگه")).toBeUndefined();
  expect(written("گرگا")).toBeUndefined();
  expect(written(" ")).toBeUndefined();
});
