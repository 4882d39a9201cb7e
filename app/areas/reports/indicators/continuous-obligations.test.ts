import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN } from "../../../../tests/factories/actors";
import { naiveRecount } from "../../../../tests/factories/naive-recount";
import { Records } from "../../../../tests/factories/records";
import { takeMarks } from "../../../../workers/marks";
import { endObligation } from "~/areas/obligations/commands/end-obligation.server";
import { reDateObligation } from "~/areas/obligations/commands/re-date-obligation.server";
import { rejectObligation } from "~/areas/obligations/commands/reject-obligation.server";
import { reportObligation } from "~/areas/obligations/commands/report-obligation.server";
import { verifyObligation } from "~/areas/obligations/commands/verify-obligation.server";
import { findObligationsOfTurns } from "~/areas/obligations/queries.server";
import { within } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { Period } from "~/lib/period";
import { cellOf, listRecordIds, listRecords } from "./figures.server";
import { listKeptRecords } from "./kept-records.server";
import { findIndicator } from "./list.server";

// Autumn 1405 ends on 2026-12-21, winter on 2027-03-20.
const AUTUMN: Period = "1405-Q3";
const WINTER: Period = "1405-Q4";
const SPRING_BEGUN = new Date("2027-03-25T06:00:00Z");
const VERIFIED = "a16.obligations-verified";
const IN_TIME = "a16.on-time-first-limit";
const assistant = actorOf(GORGAN, "assistant");
const expert = actorOf(GOLESTAN, "provincial-expert");
const on = (day: IsoDate) => new Date(`${day}T09:00:00+03:30`);

let records: Records;
beforeAll(async () => {
  records = await Records.open();
  await records.query(
    "insert into division (id, parent_id, level, name_fa, name_en, valid_from) values ($1, 28000, 'county', 'گرگان', 'Gorgan', '2000-01-01') on conflict do nothing",
    [GORGAN],
  );
});
afterAll(() => records.close());
beforeEach(() => records.query("truncate obligation, rollup_mark, rollup_cell cascade"));

const owe = async (dueOn: IsoDate, cadence: string) => ({
  divisionId: GORGAN,
  id: await records.continuous(dueOn, { cadence }),
});
type Which = Awaited<ReturnType<typeof owe>>;
const report = (which: Which, day: IsoDate) =>
  reportObligation(assistant, which, { text: "گزارش نوبت" }, undefined, on(day));
const verify = (which: Which, day: IsoDate) => verifyObligation(expert, which, {}, on(day));

/** An indicator's figure of a quarter as "n/d", the same from its cell, its opened list, its kept ids and by hand. */
async function figure(code: string, period: Period): Promise<string> {
  await takeMarks(SPRING_BEGUN);
  const { rows } = await records.query(
    "select numerator as n, denominator as d from rollup_cell where division_id = $1 and period = $2 and indicator_code = $3",
    [GORGAN, period, code],
  );
  const { n, d } = (rows as { n: number; d: number }[])[0] ?? { n: 0, d: 0 };
  const indicator = findIndicator(code);
  if (!indicator) throw new Error(code);
  const cell = cellOf({ lo: GORGAN, hi: GORGAN }, period, SPRING_BEGUN);
  await within(assistant, async (db) => {
    const counted = await listRecords(db, indicator, cell, { take: 100 });
    const rest = await listRecords(db, indicator, cell, { part: "rest", take: 100 });
    expect([counted.length, counted.length + rest.length]).toEqual([n, d]);
    const ids = (await listRecordIds(db, [indicator], cell)).get(code) ?? [];
    expect(new Set(ids).size).toBe(n);
    expect(await listKeptRecords(db, "obligation", GORGAN, ids, { take: 100 })).toHaveLength(n);
  });
  const naive = await naiveRecount(records, GORGAN, period, SPRING_BEGUN);
  expect(naive.get(code)).toEqual({ n, d });
  return `${n}/${d}`;
}

test("a punctual turn counts once, where it was due, and the next turn waits for its own", async () => {
  const which = await owe("2026-12-10", "quarterly");
  await report(which, "2026-12-08");
  await verify(which, "2026-12-12");
  expect(await figure(VERIFIED, AUTUMN)).toBe("1/1");
  expect(await figure(IN_TIME, AUTUMN)).toBe("1/1");
  expect(await figure(VERIFIED, WINTER)).toBe("0/1");
  expect(await figure(IN_TIME, WINTER)).toBe("0/1");
});

test("each turn of a quarter counts by itself: verified or not, in time or late", async () => {
  const which = await owe("2026-11-01", "weekly");
  await report(which, "2026-10-31");
  await verify(which, "2026-11-02");
  await report(which, "2026-11-10");
  await verify(which, "2026-11-11");
  await report(which, "2026-11-15");
  expect(await figure(VERIFIED, AUTUMN)).toBe("2/3");
  expect(await figure(IN_TIME, AUTUMN)).toBe("2/3");
  await rejectObligation(expert, which, { note: "ناقص" }, on("2026-11-16"));
  expect(await figure(IN_TIME, AUTUMN)).toBe("1/3");
});

test("a turn verified after its quarter counts there as due and nowhere as verified", async () => {
  const which = await owe("2026-12-20", "quarterly");
  await report(which, "2026-12-20");
  await verify(which, "2026-12-28");
  expect(await figure(VERIFIED, AUTUMN)).toBe("0/1");
  expect(await figure(IN_TIME, AUTUMN)).toBe("1/1");
});

test("a turn that got another day is due on it, and late by its first", async () => {
  const which = await owe("2026-12-10", "quarterly");
  await reDateObligation(expert, which, { dueOn: "2027-01-05", cause: "budget" }, on("2026-12-09"));
  await report(which, "2027-01-04");
  await verify(which, "2027-01-06");
  expect(await figure(VERIFIED, AUTUMN)).toBe("0/0");
  expect(await figure(IN_TIME, AUTUMN)).toBe("0/1");
  expect(await figure(VERIFIED, WINTER)).toBe("1/1");
});

test("what is withdrawn keeps its finished turns and owes no further one", async () => {
  const which = await owe("2026-12-10", "quarterly");
  await report(which, "2026-12-08");
  await verify(which, "2026-12-12");
  await endObligation(expert, which, { how: "withdraw", input: { note: "لغو" } }, on("2026-12-13"));
  expect(await figure(VERIFIED, AUTUMN)).toBe("1/1");
  expect(await figure(VERIFIED, WINTER)).toBe("0/0");
});

test("a turn keeps its id when it is finished, and leads to its obligation", async () => {
  const which = await owe("2026-11-01", "weekly");
  await report(which, "2026-10-31");
  await verify(which, "2026-11-02");
  await report(which, "2026-11-07");
  const indicator = findIndicator(IN_TIME);
  if (!indicator) throw new Error(IN_TIME);
  const cell = cellOf({ lo: GORGAN, hi: GORGAN }, AUTUMN, SPRING_BEGUN);
  const ids = () =>
    within(assistant, async (db) => (await listRecordIds(db, [indicator], cell)).get(IN_TIME) ?? []);
  const running = await ids();
  expect(running).toHaveLength(2);
  await verify(which, "2026-11-08");
  expect(await ids()).toEqual(running);
  const opens = await within(assistant, (db) => findObligationsOfTurns(db, GORGAN, running));
  expect([...new Set(opens.values())]).toEqual([which.id]);
});
