import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../tests/minutes/dictionary";
import { mergedReview } from "./merged-review";
import { firstReview } from "./first-review";
import { parseMinutes } from "./import/parse";
import type { Review } from "./review";
import { summaryOf, withSureSeen } from "./summary";

const HEADING = "ردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت";
const review = (...rows: string[]): Review =>
  firstReview(parseMinutes([HEADING, ...rows].join("\n"), DICTIONARY), {
    groups: [{ code: "governors", nameFa: "فرمانداران استان", nameEn: "Governors", kind: "governorates" }],
    offices: [],
    placeId: 0,
  });

test("a newer copy keeps the ids, what a person settled, and what only he added", () => {
  const before = withSureSeen(
    review("۱\tمقرر گردید راه باز شود\tفرمانداران استان\t", "۲\tمقرر گردید پل ساخته شود\tفرمانداران استان\t"),
  );
  const [first, second] = before.resolutions;
  if (!first || !second) throw new Error("Two were written.");
  const settled: Review = {
    ...before,
    resolutions: [
      { ...first, deadline: { kind: "none", reason: "تکلیف عمومی" } },
      { ...second, deadline: { kind: "dated", on: "2027-01-01" } },
      { ...first, id: "own", number: 9, spans: [], text: "افزوده" },
    ],
  };
  const merged = mergedReview(
    settled,
    review(
      "۱\tمقرر گردید راه باز  شود\tفرمانداران استان\t",
      "۲\tمقرر گردید پل تازه ساخته شود\tفرمانداران استان\t",
      "۳\tمقرر گردید گزارش داده شود\tفرمانداران استان\t",
    ),
  );
  expect(merged.resolutions.map(({ id, number, checked }) => [id, number, checked])).toEqual([
    [first.id, 1, true],
    [second.id, 2, false],
    [merged.resolutions[2]?.id, 3, false],
    ["own", 9, true],
  ]);
  expect(merged.resolutions[0]?.deadline).toEqual({ kind: "none", reason: "تکلیف عمومی" });
  expect(merged.resolutions[1]).toMatchObject({
    text: "مقرر گردید پل تازه ساخته شود",
    deadline: { kind: "dated" },
  });
});

test("what is sure is marked as seen, and a guess is not", () => {
  const read = review(
    "۱\tمقرر گردید راه باز شود\tفرمانداران استان\t",
    "۲\tمقرر گردید پل ساخته شود\tبنیاد نیکوکاری باران\t",
    "۳\tمقرر گردید گزارش داده شود\tدستگاه‌های ذی‌ربط\t",
  );
  expect(summaryOf(withSureSeen(read))).toMatchObject({ resolutions: 3, seen: 1, toLook: 3, undated: 3 });
});

test("a newer copy names those present anew, and adds to a list that a person has settled", () => {
  const listing = (...names: string[]) =>
    firstReview(
      parseMinutes(
        ["حاضرین:", ...names, HEADING, "۱\tمقرر گردید راه باز شود\tفرمانداران استان\t"].join("\n"),
        DICTIONARY,
      ),
      { groups: [], offices: [], placeId: 0 },
    );
  const first = listing("۱- احمد رضایی، فرماندار", "۲- مریم کوهی، رئیس دانشگاه");
  const newer = listing("۱- احمد رضایی، فرماندار", "۲- حسن باقری، رئیس اداره گاز");
  const names = (merged: Review) => merged.attendees.map(({ name }) => name);
  expect(names(mergedReview(first, newer))).toEqual(["احمد رضایی", "حسن باقری"]);
  const settled = { ...first, header: { ...first.header, revision: 2 } };
  expect(names(mergedReview(settled, newer))).toEqual(["احمد رضایی", "مریم کوهی", "حسن باقری"]);
});
