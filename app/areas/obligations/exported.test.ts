import { expect, test } from "vitest";
import type { IsoDate } from "~/lib/jalali";
import { exportedIssuances, exportedObligations } from "./exported.server";
import { sourceOnPaper } from "./views/source-on-paper";

const said = { t: (key: string) => key } as never;
const headersOf = ({ columns }: typeof exportedObligations) => columns({} as never, said).headers;
const THEIRS_FIRST = [
  "obligations.paper.their-number",
  "obligations.paper.their-date",
  "obligations.page.source",
  "obligations.paper.number",
];

test("a ledger on paper says their number and date before our own, and the limit as it was first set", () => {
  for (const list of [exportedObligations, exportedIssuances])
    expect(headersOf(list).slice(1, 5)).toEqual(THEIRS_FIRST);
  expect(headersOf(exportedObligations)).toContain("obligations.paper.first-due");
});

test("the sheet for an office names their letter before our source", () => {
  const theirOn: IsoDate = "2026-12-01";
  const row = { sourceTitle: "شورای اداری", sourceNumber: 4, theirNumber: "۲۰۶/۹۳", theirOn };
  expect(sourceOnPaper(row, (iso) => iso)).toBe("۲۰۶/۹۳ · 2026-12-01 · شورای اداری · 4");
});
