import { expect, test } from "vitest";
import { bodyGroups } from "../../../prisma/seed/body-groups";
import { partyDictionary } from "../../../prisma/seed/party-dictionary";
import { parseMinutes } from "./minutes-import/parse";
import { firstReview } from "./minutes-first-review";

const partiesAt = (placeId: number, who: string) =>
  firstReview(
    parseMinutes(`ردیف\tشرح\tمسئول\tمهلت\n۱\tمقرر گردید کارشناس معرفی شود\t${who}\t`, partyDictionary),
    { groups: bodyGroups, offices: [], placeId },
  ).resolutions.flatMap(({ parties }) => parties.map(({ kind, groupCode }) => [kind, groupCode]));

test("all offices of the county are its own in a county, and a question above it", () => {
  expect(partiesAt(28_005, "کلیه ادارات شهرستان")).toEqual([["group", "county-offices"]]);
  expect(partiesAt(28_000, "کلیه ادارات شهرستان")).toEqual([["unknown", undefined]]);
  expect(partiesAt(28_000, "کلیه دستگاه‌های اجرایی استان")).toEqual([["group", "all-executive-bodies"]]);
});
