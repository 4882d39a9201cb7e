import { expect, test } from "vitest";
import type { Say, Standpoint } from "~/kernel/sheets/exported-list";
import type { IsoDate } from "~/lib/jalali";
import { actorOf, GORGAN } from "../../../tests/factories/actors";
import { limitAsSaid } from "./deadlines/limit-as-said";
import { exportedIssuances, exportedObligations } from "./exported.server";
import { sourceOnPaper } from "./views/source-on-paper";

const at: Standpoint = { place: actorOf(GORGAN, "assistant").place, today: "2026-12-24" };
const said: Say = { t: (key) => key, locale: "fa", day: (iso) => iso ?? "", named: ({ nameFa }) => nameFa };
const headersOf = ({ columns }: typeof exportedObligations) => columns(at, said).headers;
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
  expect(sourceOnPaper(row, (iso) => iso)).toBe("۲۰۶/۹۳ · 2026-12-01 · شورای اداری\u00A0·\u00A04");
});

test("a limit in working days is said so on paper, beside the day that it ends on", () => {
  const t = (key: string, vars?: object) => `${key} ${JSON.stringify(vars ?? {})}`;
  const row = { workingDays: 10, cadence: null, dueOn: "2027-01-05" as IsoDate };
  expect(limitAsSaid(row, t)).toBe('obligations.working-days {"count":10}');
  expect(limitAsSaid({ workingDays: null, cadence: "monthly" }, t)).toContain("obligations.cadence.monthly");
  expect(limitAsSaid({ workingDays: null, cadence: null }, t)).toBe("");
  for (const list of [exportedObligations, exportedIssuances])
    expect(headersOf(list)).toContain("obligations.column.said");
});
