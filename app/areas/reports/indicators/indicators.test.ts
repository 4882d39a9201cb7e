import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AQQALA, actorOf, GORGAN } from "../../../../tests/factories/actors";
import { OFFICE, openRecords, PERIOD, records, type Case } from "../../../../tests/factories/indicators/case";
import { DEMANDS } from "../../../../tests/factories/indicators/demands";
import { LEDGER } from "../../../../tests/factories/indicators/ledger";
import { MEETINGS } from "../../../../tests/factories/indicators/meetings";
import { NETWORK } from "../../../../tests/factories/indicators/network";
import { Prisma, within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { listKeptRecords } from "./kept-records.server";
import { cellOf, computeFigures, listRecordIds, listRecords } from "./figures.server";
import { findIndicator, INDICATORS } from "./list.server";

const NOW = new Date("2026-12-24T06:00:00Z");

beforeAll(async () => {
  await openRecords();
  const { rows } = await records.query("select id from organisation where code = 'power-distribution'");
  const { id } = (rows as { id: string }[])[0] ?? {};
  await records.query(
    `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
     values ($1, $2, $3, 'برق', 'Power', '2000-01-01'), ($4, $2, $3, 'برق', 'Power', '2000-01-01')`,
    [GORGAN, OFFICE, id ?? uuidv7(), AQQALA],
  );
});
afterAll(() => records.close());
beforeEach(async () => {
  await records.query(
    "truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation, minutes, visit, join_link cascade",
  );
  await records.query("delete from tier_cadence");
  await records.query(
    "insert into tier_cadence (division_id, tier, days, published_at) values (0, 'core', 30, now()), (0, 'active', 60, now())",
  );
});

type Answer = { n: number; d: number | null; values?: readonly number[]; ids: string[] };

/** Figure and opened list of an indicator in Gorgan's autumn, as its assistant sees them. */
async function opened(code: string): Promise<Answer> {
  const indicator = findIndicator(code);
  if (!indicator) throw new Error(`no indicator ${code}`);
  const cell = cellOf({ lo: GORGAN, hi: GORGAN }, PERIOD, NOW);
  return within(actorOf(GORGAN, "assistant"), async (db) => {
    const [figure] = await computeFigures(db, [indicator], cell);
    const counted = await listRecords(db, indicator, cell, { take: 5000 });
    const rest = await listRecords(db, indicator, cell, { part: "rest", take: 5000 });
    const kept = (await listRecordIds(db, [indicator], cell)).get(code) ?? [];
    // The list is the figure: its length for counts and rates, its summed column for sums.
    const sum = counted.reduce((total, record) => total + record.amount, 0);
    if (indicator.kind !== "median") expect(sum).toBe(figure?.numerator);
    if (indicator.kind !== "sum") expect(counted.length).toBe(figure?.numerator);
    if (indicator.kind === "median")
      expect(figure?.values).toEqual(counted.map(({ amount }) => amount).sort((one, other) => one - other));
    else expect(figure?.values).toBeUndefined();
    if (indicator.kind === "rate") expect(counted.length + rest.length).toBe(figure?.denominator);
    else expect(figure?.denominator).toBeNull();
    expect(kept).toEqual(counted.map((record) => record.id));
    return {
      n: figure?.numerator ?? -1,
      d: figure?.denominator ?? null,
      ...(figure?.values && { values: figure.values }),
      ids: counted.map((record) => record.id),
    };
  });
}

const CASES: readonly Case[] = [...NETWORK, ...MEETINGS, ...DEMANDS, ...LEDGER];

test("every indicator has its example here", () => {
  const shown = new Set(CASES.map((one) => one.code));
  expect([...shown].sort()).toEqual(INDICATORS.map((one) => one.code).sort());
  expect(INDICATORS.length).toBeGreaterThanOrEqual(45);
});

test("the catalogue has the same indicators as the definitions, in one order and of the same kinds", async () => {
  const { rows } = await records.query("select code, kind from indicator order by position");
  expect(rows).toEqual(INDICATORS.map(({ code, kind }) => ({ code, kind })));
});

const NAMED = CASES.map((one) => ({ ...one, name: one.of ? `${one.code} of ${one.of}` : one.code }));

describe.each(NAMED)("$name", ({ code, example, expected, add, by = { n: 1, d: null }, ...one }) => {
  test("counts what was counted by hand, and a receipt finds each of it again", async () => {
    await example();
    const { ids, ...figure } = await opened(code);
    expect(figure).toEqual(expected);
    expect(figure.n).toBeGreaterThan(0);
    const kind = findIndicator(code)?.record ?? "person";
    await within(actorOf(GORGAN, "assistant"), async (db) => {
      const kept = await listKeptRecords(db, kind, GORGAN, ids, { take: 5000 });
      expect(kept.map(({ id }) => id).sort()).toEqual([...ids].sort());
    });
  });

  test("changes with a record added, moved out of the quarter, brought back and deleted", async () => {
    await example();
    const before = await opened(code);
    const raised = { n: before.n + by.n, d: by.d === null ? null : (before.d ?? 0) + by.d };

    const id = await add();
    const added = await opened(code);
    expect(added).toMatchObject(raised);
    expect(added.ids).toContain(id);

    const [table = "", key = "id"] = (one.child ?? one.table).split(".");
    const { rows } = await records.query(`select * from ${table} where ${key} = $1`, [id]);
    const was = (rows as Record<string, unknown>[])[0] ?? {};
    await records.change(table, String(was.id), one.moveOut);
    const moved = await opened(code);
    expect(moved).toEqual(before);
    expect(moved.ids).not.toContain(id);

    const columns = Object.keys(one.moveOut);
    await records.change(table, String(was.id), Object.fromEntries(columns.map((name) => [name, was[name]])));
    expect(await opened(code)).toMatchObject(raised);

    for (const under of one.clear ?? []) await records.query(`delete from ${under}`, [id]);
    await records.remove(one.table, id);
    expect(await opened(code)).toEqual(before);
  });

  test("shows a neighbour nothing", async () => {
    await example();
    const indicator = findIndicator(code);
    const cell = cellOf({ lo: GORGAN, hi: GORGAN }, PERIOD, NOW);
    const seen = await within(actorOf(AQQALA, "assistant"), (db) =>
      listRecords(db, indicator ?? INDICATORS[0]!, cell, { take: 10 }),
    );
    expect(seen).toEqual([]);
  });
});

test("each who joined is asked by the index whether he came over, also while the statistics know of nobody", async () => {
  const indicator = findIndicator("a1.new-members");
  const cell = cellOf({ lo: GORGAN, hi: GORGAN }, PERIOD, NOW);
  const plan = await within(actorOf(GORGAN, "assistant"), (db) =>
    db.$queryRaw<Record<string, string>[]>(
      Prisma.sql`explain select count(*) from (${indicator?.records(cell)}) x`,
    ),
  );
  const lines = plan.map((row) => Object.values(row).join(""));
  expect(lines.find((line) => line.includes("Index Cond") && line.includes("person_id"))).toMatch(
    /division_id = r\.division_id.*person_id = r\.id.*happened_on = r\.joined_on/,
  );
});
