import { expect, test } from "vitest";
import { toDocument, type MinutesDocument } from "~/areas/meetings/minutes/import/document";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { firstReview } from "~/areas/meetings/minutes/first-review";
import { locksOf } from "~/areas/meetings/minutes/locks";
import { bodyGroups } from "../../prisma/seed/body-groups";
import { partyDictionary } from "../../prisma/seed/party-dictionary";

const ALL = "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان";
const GOVERNORS = "فرمانداران استان";
const VAGUE = "دستگاه‌های اجرایی مرتبط با موضوع";
const PLANNING = "دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری";

const GROUP_SIZES = Object.fromEntries(bodyGroups.map(({ code }) => [code, 10]));

/**
 * The traps of one kind of minutes: a provincial administrative council with sixteen resolutions on five pages, three
 * orders of columns, a resolution broken by a page, glued parties, and not one deadline.
 */
export function readsProvincialCouncil(
  text: string,
  facts: {
    header: MinutesDocument["header"];
    firstAgendaWord: string;
    ownOfSeven: string;
    ownOfEight: string;
  },
): void {
  const parsed = parseMinutes(text, partyDictionary);
  const document = toDocument(parsed);
  const { resolutions } = document;
  const resolution = (number: number) => {
    const found = resolutions.find((each) => each.number === number);
    if (!found) throw new Error(`Resolution ${number} was not read`);
    return found;
  };

  test("the header, the agenda and the declared count", () => {
    expect(document.header).toEqual(facts.header);
    expect(document.agenda).toHaveLength(3);
    expect(document.agenda[0]).toMatch(new RegExp(`^${facts.firstAgendaWord}`));
    expect(document.declaredCount).toBe(16);
  });

  test("sixteen resolutions without a deadline", () => {
    expect(resolutions.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ]);
    expect(resolutions.every(({ deadline }) => deadline === null)).toBe(true);
    expect(resolutions.every(({ text: body }) => body.length > 40 && !/[<>\t]/.test(body))).toBe(true);
  });

  test("every party by its one name, six different ones in all", () => {
    const both = [ALL, GOVERNORS];
    expect(resolutions.map(({ parties }) => parties)).toEqual([
      [ALL],
      [ALL],
      [ALL],
      [GOVERNORS],
      [GOVERNORS],
      both,
      [PLANNING, facts.ownOfSeven],
      [facts.ownOfEight],
      [VAGUE, PLANNING],
      [ALL],
      both,
      both,
      both,
      both,
      both,
      both,
    ]);
    const kinds = new Map(
      parsed.resolutions.flatMap(({ parties }) => parties.map((each) => [each.canonical, each.kind])),
    );
    expect([...kinds.values()].sort()).toEqual(["body", "body", "body", "group", "group", "vague-group"]);
  });

  test("resolution 12 is joined over the page", () => {
    expect(parsed.resolutions[11]?.continuationLines).toHaveLength(1);
    expect(parsed.resolutions[11]?.text.spans).toHaveLength(2);
    expect(document.warnings.filter(({ code }) => code === "continuation-merged")).toHaveLength(1);
  });

  test("three points each in 14 and 15, nowhere else", () => {
    expect(resolutions.filter(({ subItems }) => subItems.length > 0).map(({ number }) => number)).toEqual([
      14, 15,
    ]);
    expect(resolution(14).subItems).toHaveLength(3);
    expect(resolution(15).subItems).toHaveLength(3);
  });

  test("8 cites 2, 10 cites 11 to 16; a law and «بندهای ذیل» are no citations", () => {
    expect(resolutions.filter(({ refersTo }) => refersTo.length > 0).map(({ number }) => number)).toEqual([
      8, 10,
    ]);
    expect(resolution(8).refersTo).toEqual([2]);
    expect(resolution(10).refersTo).toEqual([11, 12, 13, 14, 15, 16]);
    expect(resolution(1).text).toContain("ماده");
    expect(resolution(14).text).toContain("بندهای ذیل");
  });

  test("the governors whom only the text of 10 names are noted", () => {
    expect(document.warnings.filter(({ code }) => code === "text-names-party")).toEqual([
      { code: "text-names-party", number: 10, party: GOVERNORS },
    ]);
  });

  test("the review asks for sixteen deadlines and for nothing else", () => {
    const review = firstReview(parsed, { groups: bodyGroups, offices: [], placeId: 28_000 });
    expect(review.declaredCount).toBe(review.resolutions.length);
    const { resolutions: reviewed } = review;
    expect(new Set(reviewed.flatMap(({ parties }) => parties.map(({ name }) => name))).size).toBe(6);
    expect(reviewed.flatMap(({ subItems }) => subItems)).toHaveLength(6);
    expect(reviewed.flatMap(({ refersTo }) => refersTo)).toHaveLength(7);
    const locks = locksOf(review, { officeIds: new Set(), groupSizes: GROUP_SIZES });
    const ofParties = locks.filter(({ code }) => code === "party-without-office");
    expect(ofParties.map(({ resolution }) => resolution)).toEqual([7, 8, 9]);
    const others = locks.filter((lock) => !ofParties.includes(lock));
    expect(others.map(({ code }) => code)).toEqual(Array.from({ length: 16 }, () => "deadline-missing"));
  });

  test("the groups fan out as the document means: 11 × all bodies, 9 × governors, 4 single, 1 vague", () => {
    const addressed = parsed.resolutions.flatMap(({ parties }) => parties);
    const times = (wanted: (party: (typeof addressed)[number]) => boolean) => addressed.filter(wanted).length;
    expect(times(({ canonical }) => canonical === ALL)).toBe(11);
    expect(times(({ canonical }) => canonical === GOVERNORS)).toBe(9);
    expect(times(({ kind }) => kind === "body")).toBe(4);
    expect(times(({ kind }) => kind === "vague-group")).toBe(1);
  });
}
