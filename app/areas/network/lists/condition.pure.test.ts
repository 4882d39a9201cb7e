import { expect, test } from "vitest";
import { CONDITION_PARTS, conditionIn, conditionParams, viewOf, type PeopleCondition } from "./condition";

const WHOLE: Required<PeopleCondition> = {
  view: "name",
  tier: "core",
  state: "dormant",
  field: "economic",
  circle: "0190a000-0000-7000-8000-000000000001",
  locality: "زیارت",
  capacity: "venue",
  silent: 45,
  since: "2026-09-23",
  way: "eitaa",
};

test("a condition comes back from an address as it went in, each part by itself and all together", () => {
  expect(Object.keys(WHOLE).sort()).toEqual([...CONDITION_PARTS].sort());
  const back = (condition: PeopleCondition) => conditionIn(new URLSearchParams(conditionParams(condition)));
  expect(back(WHOLE)).toEqual(WHOLE);
  for (const part of CONDITION_PARTS) expect(back({ [part]: WHOLE[part] })).toEqual({ [part]: WHOLE[part] });
  expect(back({})).toEqual({});
});

test("days and numbers are read as people write them", () => {
  const typed = new URLSearchParams({ silent: "۴۵", since: "۱۴۰۵/۷/۱" });
  expect(conditionIn(typed)).toEqual({ silent: 45, since: "2026-09-23" });
});

test("what is not understood is left out, and the rest holds", () => {
  const asked = new URLSearchParams({
    tier: "core",
    state: "' or 1=1",
    circle: "x",
    silent: "-3",
    since: "1405/13/40",
    way: "",
    locality: "ا".repeat(101),
    belief: "any",
  });
  expect(conditionIn(asked)).toEqual({ tier: "core" });
});

test("no part of a condition asks what somebody believes or votes", () => {
  for (const part of CONDITION_PARTS) expect(part).not.toMatch(/belief|relig|party|politic|ethnic|sect/i);
});

test("whoever asks for a village, a circle or a way sees all who are there, unless the order of silence is asked", () => {
  for (const asked of [
    { locality: "جلین" },
    { circle: "c" },
    { way: "sms" },
    { capacity: "teaching" },
  ] as const) {
    expect(viewOf(asked)).toBe("name");
    expect(viewOf({ ...asked, tier: "core" })).toBe("name");
    expect(viewOf({ ...asked, view: "silence" })).toBe("silence");
  }
  expect(viewOf({ tier: "core", silent: 60 })).toBe("silence");
});

test("who is no member is listed by name, whatever order is asked for", () => {
  expect(viewOf({})).toBe("silence");
  expect(viewOf({ state: "cold" })).toBe("silence");
  expect(viewOf({ state: "archived", view: "silence" })).toBe("name");
});
