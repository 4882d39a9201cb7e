import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../tests/minutes/dictionary";
import { withLimitsFrom } from "./limits-read-anew";
import { mergedReview } from "./merged-review";
import { firstReview } from "./first-review";
import { parseMinutes } from "./import/parse";
import { locksOf } from "./locks";
import { certaintyOf, type Review } from "./review";
import { summaryOf, withSureSeen } from "./summary";

const OFFICE = "office";
const known = { officeIds: new Set([OFFICE]), groupSizes: {} };

/** Minutes of a table, every party with its office: nothing but what was guessed is open. */
function review(date: string, ...rows: string[]): Review {
  const heading = "ردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت";
  const text = ["صورتجلسه شورای اداری", `تاریخ: ${date}`, heading, ...rows].join("\n");
  const read = firstReview(parseMinutes(text, DICTIONARY), { groups: [], offices: [], placeId: 0 });
  const resolutions = read.resolutions.map((resolution) => ({
    ...resolution,
    parties: resolution.parties.map((party) => ({ ...party, officeId: OFFICE })),
  }));
  return { ...read, resolutions };
}

const limits = (read: Review) =>
  read.resolutions.map(({ deadline }) => (deadline?.kind === "dated" ? deadline.on : null));
const codes = (read: Review) => locksOf(read, known).map(({ code }) => code);

test("a guessed limit is never sure: one press leaves it, and it keeps the minutes from being issued", () => {
  const read = review(
    "۱۴۰۲/۷/۱۱",
    "۱\tنصب دوربین در میدان اصلی شهر\tشهرداری\t94/10/2",
    "۲\tتکمیل ساختمان درمانگاه روستا\tشهرداری\t۱۴۰۲/۸/۱",
  );
  const seen = withSureSeen(read);
  expect(seen.resolutions.map(certaintyOf)).toEqual(["guess", "clear"]);
  expect(seen.resolutions.map(({ checked }) => checked)).toEqual([false, true]);
  expect(summaryOf(seen).toLook).toBe(1);
  expect(codes(seen)).toEqual(["guess-unseen"]);
});

test("a guessed limit keeps the minutes closed beside a vague party too", () => {
  const [first, ...others] = review("۱۴۰۲/۷/۱۱", "۱\tنصب دوربین\tشهرداری\t94/10/2").resolutions;
  if (!first) throw new Error("One was written.");
  const vague = { ...first, parties: first.parties.map((party) => ({ ...party, kind: "vague" as const })) };
  expect(others).toEqual([]);
  expect(codes({ ...review("۱۴۰۲/۷/۱۱"), resolutions: [vague] })).toEqual(["guess-unseen"]);
});

const GUESSED = review(
  "02/7/11",
  "۱\tنصب دوربین در میدان اصلی شهر\tشهرداری\tتا پایان مهر",
  "۲\tتکمیل ساختمان درمانگاه روستا\tشهرداری\t۱۴۰۲/۸/۱",
  "۳\tارائه گزارش کار به فرمانداری\tشهرداری\tظرف یک ماه",
);

test("a guessed day of the meeting locks itself, and what was reckoned from it", () => {
  expect(codes(withSureSeen(GUESSED))).toEqual(["date-unseen", "guess-unseen"]);
  expect(GUESSED.resolutions.map(certaintyOf)).toEqual(["guess", "clear", "clear"]);
});

test("a day confirmed for the meeting opens the limits, a corrected one reads them anew", () => {
  expect(withLimitsFrom(GUESSED, "2023-10-03").resolutions.map(certaintyOf)).toEqual([
    "likely",
    "clear",
    "clear",
  ]);
  const corrected = withLimitsFrom(GUESSED, "2024-10-02");
  expect(limits(GUESSED)).toEqual(["2023-10-22", "2023-10-23", null]);
  expect(limits(corrected)).toEqual(["2024-10-21", "2023-10-23", null]);
  expect(corrected.resolutions[2]).toEqual(GUESSED.resolutions[2]);
});

test("limits without a year find it once the day of the meeting is typed", () => {
  const undated = review("", "۱\tنصب دوربین در میدان اصلی شهر\tشهرداری\tتا پایان مهر");
  expect(limits(undated)).toEqual([null]);
  expect(limits(withLimitsFrom(undated, "2023-10-03"))).toEqual(["2023-10-22"]);
});

test("a limit that a person set stays, whatever the day of the meeting", () => {
  const set = GUESSED.resolutions.map(({ deadlineCertainty: _, deadlineWritten: __, ...resolution }) => ({
    ...resolution,
    deadline: { kind: "dated" as const, on: "2023-12-01" as const },
  }));
  expect(limits(withLimitsFrom({ ...GUESSED, resolutions: set }, "2024-10-02"))).toEqual([
    "2023-12-01",
    "2023-12-01",
    "2023-12-01",
  ]);
});

test("working days stay working days, and days of the calendar theirs", () => {
  const [working, calendar] = review(
    "۱۴۰۲/۷/۱۱",
    "۱\tنصب دوربین در میدان اصلی شهر\tشهرداری\tظرف ۱۵ روز کاری",
    "۲\tتکمیل ساختمان درمانگاه روستا\tشهرداری\tظرف ۱۵ روز",
  ).resolutions;
  expect(working?.deadline).toEqual({ kind: "relative", count: 15, unit: "working" });
  expect(calendar?.deadline).toEqual({ kind: "relative", count: 15, unit: "calendar" });
});

test("a newer copy of the document does not bring the old day of the meeting back into the limits", () => {
  const header = { ...GUESSED.header, heldOn: "2024-10-02" as const, revision: 2 };
  const corrected = withLimitsFrom({ ...GUESSED, header }, "2024-10-02");
  expect(limits(mergedReview(corrected, GUESSED))).toEqual(["2024-10-21", "2023-10-23", null]);
});
