import { expect, test } from "vitest";
import { bodyGroups } from "../../../../prisma/seed/body-groups";
import { partyDictionary } from "../../../../prisma/seed/party-dictionary";
import { parseMinutes } from "./import/parse";
import { firstReview } from "./first-review";

const partiesAt = (placeId: number, who: string) =>
  firstReview(
    parseMinutes(`ردیف\tشرح\tمسئول\tمهلت\n۱\tمقرر گردید کارشناس معرفی شود\t${who}\t`, partyDictionary),
    { groups: bodyGroups, offices: [], placeId },
  ).resolutions.flatMap(({ parties }) => parties.map(({ kind, groupCode }) => [kind, groupCode]));

test("«تا جلسه بعد» waits for the day of that meeting, wherever it stands", () => {
  const { resolutions } = firstReview(
    parseMinutes(
      "ردیف\tشرح\tمسئول\tمهلت\n۱\tمقرر گردید راه باز شود\tشهرداری\tتا جلسه بعد\n" +
        "۲\tمقرر گردید تا جلسه آینده گزارش داده شود\tشهرداری\t\n۳\tمقرر گردید پل ساخته شود\tشهرداری\tظرف یک ماه",
      partyDictionary,
    ),
    { groups: [], offices: [], placeId: 28_005 },
  );
  expect(resolutions.map(({ deadline, untilNext }) => [deadline?.kind ?? null, untilNext ?? false])).toEqual([
    [null, true],
    [null, true],
    ["relative", false],
  ]);
});

test("all offices of the county are its own in a county, and a question above it", () => {
  expect(partiesAt(28_005, "کلیه ادارات شهرستان")).toEqual([["group", "county-offices"]]);
  expect(partiesAt(28_000, "کلیه ادارات شهرستان")).toEqual([["unknown", undefined]]);
  expect(partiesAt(28_000, "کلیه دستگاه‌های اجرایی استان")).toEqual([["group", "all-executive-bodies"]]);
});
