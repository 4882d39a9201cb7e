import { expect, test } from "vitest";
import { MOST_SHOWN, partOf, reviewView, shownOf } from "./review-view";

const rows = Array.from({ length: 95 }, (_, at) => ({
  id: `r${at}`,
  certainty: at % 2 ? "clear" : "guess",
  looks: at % 2 === 0,
  locks: [],
  deadline: at < 50 ? null : {},
}));
const at = (query: string) => {
  const view = reviewView(new URLSearchParams(query), rows);
  const shown = shownOf(rows, view);
  return [partOf(shown, view), shown.length];
};

test("a long list comes in parts, and what is open brings its own", () => {
  expect(MOST_SHOWN).toBe(40);
  expect(at("")).toEqual([0, 95]);
  expect(at("from=40")).toEqual([40, 95]);
  expect(at("from=43")).toEqual([40, 95]);
  expect(at("from=99999")).toEqual([80, 95]);
  expect(at("from=-3")).toEqual([0, 95]);
  expect(at("open=r81&from=0")).toEqual([80, 95]);
  expect(at("show=undated&from=40")).toEqual([40, 50]);
  expect(at("show=attention&open=r94")).toEqual([40, 48]);
  // one that was settled stays in view while it is open
  expect(at("show=undated&open=r94")).toEqual([40, 51]);
});
