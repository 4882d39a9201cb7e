import { expect, test } from "vitest";
import type { PartyDictionary } from "~/lib/written-names/dictionary";
import { parseMinutes } from "./parse";
import { toReview } from "./review";

const DICTIONARY: PartyDictionary = [
  { canonical: "فرمانداران استان", kind: "group", code: "governors", spellings: [] },
  { canonical: "اداره کل شیلات استان", kind: "body", code: "fisheries", spellings: [] },
  { canonical: "دستگاه‌های مرتبط", kind: "vague-group", code: "vague", spellings: [] },
];

function review(...rows: string[]) {
  const text = ["تاریخ جلسه: ۱۴۰۲/۰۳/۲۱", "ردیف\tشرح مصوبات\tدستگاه\tمهلت", ...rows].join("\n");
  return toReview(parseMinutes(text, DICTIONARY), DICTIONARY);
}

test("a blank deadline is a question, with what the sentence says as a proposal", () => {
  const { resolutions, counts } = review(
    "۱\tمقرر گردید: ظرف یک ماه راه روستاها بازدید شود.\tفرمانداران استان\t",
  );
  expect(resolutions[0]?.deadline).toMatchObject({
    choice: null,
    date: null,
    proposal: {
      choice: "relative",
      every: { count: 1, period: "month" },
      date: "2023-07-12",
      text: "ظرف یک ماه",
    },
  });
  expect(resolutions[0]?.flags).toEqual(["deadline-unset"]);
  expect(counts.openQuestions).toBe(1);
});

test("a deadline that the document states is chosen beforehand", () => {
  const { resolutions, counts } = review(
    "۱\tمقرر گردید: راه روستاها بازدید شود.\tفرمانداران استان\tتا ۱۴۰۲/۰۵/۱۵",
  );
  expect(resolutions[0]?.deadline).toMatchObject({ choice: "dated", date: "2023-08-06" });
  expect(counts).toMatchObject({ openQuestions: 0, deadlinesUnset: 0, wantLook: 0 });
});

test("the receiver of a report is proposed from the sentence", () => {
  const sentence = "مقرر گردید: نتیجه را به صورت مستمر به اداره کل شیلات استان بفرستند.";
  const { resolutions } = review(`۱\t${sentence}\tفرمانداران استان\t`);
  expect(resolutions[0]?.deadline).toMatchObject({
    receiver: "اداره کل شیلات استان",
    proposal: { choice: "continuous", text: "به صورت مستمر" },
  });
});

test("an unknown party is a question with names to choose from, a vague one is marked", () => {
  const { resolutions, counts } = review(
    "۱\tمقرر گردید: راه روستاها بازدید و گزارش شود.\tسازمان شیلات ایران در استان\tمستمر",
    "۲\tمقرر گردید: راه روستاها بازدید و گزارش شود.\tدستگاه‌های مرتبط\tمستمر",
  );
  expect(resolutions[0]?.parties[0]).toMatchObject({
    canonical: null,
    kind: "unknown",
    needsLook: true,
    candidates: [{ canonical: "اداره کل شیلات استان", code: "fisheries" }],
  });
  expect(resolutions[1]?.flags).toEqual(["party-vague"]);
  expect(counts).toMatchObject({ partiesUnknown: 1, vagueGroups: 1, openQuestions: 1, wantLook: 2 });
});
