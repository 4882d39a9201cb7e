import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, GORGAN } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { AUTUMN, NOW } from "../../../../tests/factories/reports";
import { within } from "~/kernel/db.server";
import { addDays, isoDate } from "~/lib/jalali";
import { openReport } from "../commands/open-report.server";
import { readReceipt } from "./receipt.server";
import { findReportHead } from "./report-page.server";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

test("a rate's receipt opens every record of its number and of what was not counted, page by page", async () => {
  // More than one page of either part, several on one day, so that a page ends within a day.
  const day = (index: number) => addDays(isoDate("2026-10-01"), index % 9);
  for (let index = 0; index < 60; index++) {
    const limits = { limit_on: "2026-11-01" };
    await records.demand(day(index), { ...limits, answered_at: "2026-10-20T09:00:00+03:30" });
    await records.demand(day(index), limits);
    if (index < 45) await records.demand(day(index), limits);
  }
  const actor = actorOf(GORGAN, "assistant");
  await openReport(actor, { period: AUTUMN }, NOW);
  const read = (at: { after: string | null; rest: string | null }) =>
    within(actor, async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN);
      if (!head) throw new Error("no report");
      return readReceipt(db, actor, head, "a9.answered-in-time", at, NOW);
    });

  const counted: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page = await read({ after, rest: null });
    counted.push(...page.records.map(({ id }) => id));
    after = page.next;
    more = after !== null;
  }
  const rest: string[] = [];
  for (let at: string | null = null, more = true; more;) {
    const page = await read({ after: null, rest: at });
    rest.push(...page.rest.map(({ id }) => id));
    expect(page.isAtRest).toBe(at !== null);
    at = page.restNext;
    more = at !== null;
  }
  const { figure } = await read({ after: null, rest: null });
  expect(figure).toMatchObject({ numerator: 60, denominator: 165 });
  expect(new Set(counted).size).toBe(figure.numerator);
  expect(new Set([...counted, ...rest]).size).toBe(figure.denominator);
  expect(counted.length + rest.length).toBe(figure.denominator);
});
