import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { AnswerDemand, JudgeDemand, RecordDemand, ReferDemand } from "./schema";

const good = {
  kind: "request",
  title: "خاموشی چراغ‌ها",
  field: "municipal",
  channel: "visit",
  receivedOn: "۱۴۰۵/۱۰/۰۲",
  fullName: "مریم یوسفی",
  words: "چراغ‌ها خاموش است.",
};

const read = (given: Record<string, string>) => {
  const form = new URLSearchParams({ ...good, ...given });
  return parseWithZod(form, { schema: RecordDemand });
};
const errorsOf = (given: Record<string, string>) => {
  const result = read(given);
  return result.status === "success" ? {} : (result.error ?? {});
};

describe("the form of a demand", () => {
  test("empty names every field that is missing, and only those", () => {
    const result = parseWithZod(new URLSearchParams(), { schema: RecordDemand });
    const names = result.status === "success" ? [] : Object.keys(result.error ?? {});
    expect(names.sort()).toEqual(Object.keys(good).sort());
  });

  test.each([
    ["title", "form.too-long?max=200"],
    ["words", "form.too-long?max=8000"],
    ["fullName", "form.too-long?max=120"],
    ["receivedOn", "form.date.not-a-date"],
    ["mobile", "form.mobile.invalid"],
    ["kind", "form.choose"],
  ])("refuses 100,000 characters in %s with %s", (name, error) =>
    expect(errorsOf({ [name]: "ن".repeat(100_000) })).toEqual({ [name]: [error] }),
  );

  test.each([
    ["1403/12/30", "2025-03-20"],
    ["۱۴۰۵/۱۰/۰۲", "2026-12-23"],
    ["٢ دي ١٤٠٥", "2026-12-23"],
  ])("reads the day %s", (typed, iso) => {
    const result = read({ receivedOn: typed });
    expect(result.status === "success" && result.value.receivedOn).toBe(iso);
  });

  test.each([
    ["1404/12/30", "form.date.no-such-day"],
    ["۹۳/۷/۱۴", "form.date.ambiguous"],
    ["14051002123", "form.date.not-a-date"],
    ["2026-12-23", "form.date.gregorian"],
  ])("refuses the day %s with %s", (typed, error) =>
    expect(errorsOf({ receivedOn: typed })).toEqual({ receivedOn: [error] }),
  );

  test("keeps markup as the text it is, and drops control and direction characters", () => {
    const result = read({ title: "<script>alert(1)</script> چراغ\u0000\u202e كوچه ي" });
    const title = result.status === "success" ? result.value.title : "";
    expect(title).toContain("<script>alert(1)</script>");
    expect(title).toContain("کوچه ی");
    expect(title).not.toMatch(/[\u0000\u202e\u0643\u064a]/);
  });

  test("asks for nobody's belief", () => {
    expect(Object.keys(RecordDemand.shape).join(" ")).not.toMatch(
      /belief|religio|ethnic|politic|party|faith/i,
    );
  });
});

test("a referral takes whole working days in Persian digits, within bounds, and an id that is one", () => {
  const read = (given: Record<string, string>) =>
    parseWithZod(
      new URLSearchParams({
        officeId: "0190a000-0000-7000-8000-000000000001",
        days: "۱۰",
        revision: "1",
        ...given,
      }),
      {
        schema: ReferDemand,
      },
    );
  const ok = read({});
  expect(ok.status === "success" && ok.value.days).toBe(10);
  for (const bad of [{ days: "0" }, { days: "61" }, { days: "ده" }, { officeId: "28008" }, { revision: "x" }])
    expect(read(bad as unknown as Record<string, string>).status, JSON.stringify(bad)).toBe("error");
});

test("a refusal needs its reason; other answers do not", () => {
  const read = (given: Record<string, string>) =>
    parseWithZod(new URLSearchParams({ answerText: "متن", revision: "2", ...given }), {
      schema: AnswerDemand,
    });
  expect(read({ answerKind: "done" }).status).toBe("success");
  const refused = read({ answerKind: "refused" });
  expect(refused.status !== "success" && refused.error).toEqual({ reason: ["demands.refusal-needs-reason"] });
  expect(read({ answerKind: "refused", reason: "budget" }).status).toBe("success");
});

test("the citizen has three words and no other", () => {
  const read = (verdict: string) =>
    parseWithZod(new URLSearchParams({ verdict }), { schema: JudgeDemand }).status;
  expect(["solved", "partly", "no"].map(read)).toEqual(["success", "success", "success"]);
  expect(["", "yes", "confirmed", "__proto__"].map(read)).toEqual(["error", "error", "error", "error"]);
});
