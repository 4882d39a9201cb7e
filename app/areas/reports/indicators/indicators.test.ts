import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AQQALA, actorOf, GORGAN } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { Prisma, within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { cellOf, computeFigures, listRecordIds, listRecords } from "./figures.server";
import { findIndicator, INDICATORS } from "./list.server";

// Autumn 1405 is 2026-09-23 to 2026-12-21; summer ends on 2026-09-22, winter begins on 2026-12-22.
const PERIOD = "1405-Q3";
const NOW = new Date("2026-12-24T06:00:00Z");
const IN: IsoDate = "2026-10-10";
const FIRST: IsoDate = "2026-09-23";
const LAST: IsoDate = "2026-12-21";
const BEFORE: IsoDate = "2026-09-22";
const AFTER: IsoDate = "2026-12-22";
const at = (day: IsoDate) => `${day}T09:00:00+03:30`;

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());
beforeEach(async () => {
  await records.query(
    "truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation cascade",
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

type Case = {
  code: string;
  /** Where an indicator has more than one example. */
  of?: string;
  /** Makes the hand-computed example. */
  example: () => Promise<unknown>;
  expected: { n: number; d: number | null; values?: number[] };
  /** Adds a record that counts, in the quarter. */
  add: () => Promise<string>;
  /** By how much it raises numerator and denominator. */
  by?: { n: number; d: number | null };
  table: string;
  /** Moves the record out of the quarter. */
  moveOut: Record<string, unknown>;
};

const someone = (joined: IsoDate = BEFORE, more = {}) => records.person(joined, more);
/** He became a member of this county by coming over from another one. */
const cameOver = (id: string, on: IsoDate) =>
  records.query(
    `insert into person_state_change (division_id, id, person_id, state, happened_on, reason, created_by_key)
     values ($1, $2, $3, 'active', $4, 'relocated', 'test')`,
    [GORGAN, uuidv7(), id, on],
  );
const meetingsOf = (kind: string, other: string) => async () => {
  await records.meeting(kind, FIRST);
  await records.meeting(kind, LAST);
  await records.meeting(kind, BEFORE);
  await records.meeting(kind, AFTER);
  await records.meeting(kind, IN, { state: "cancelled" });
  await records.meeting(other, IN);
  await records.meeting(kind, IN, { division_id: AQQALA });
};

const CASES: Case[] = [
  {
    code: "a1.active-members",
    // Three joined by the last day; one after it, one archived, one invited, one of a neighbour do not count.
    example: async () => {
      await someone("2020-01-01");
      await someone(BEFORE);
      await someone(LAST);
      await someone(AFTER);
      await someone(BEFORE, { state: "archived" });
      await someone(BEFORE, { state: "invited" });
      await someone(BEFORE, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => someone(IN),
    table: "person",
    moveOut: { joined_on: AFTER },
  },
  {
    code: "a1.circles",
    example: async () => {
      await records.circle("2020-01-01");
      await records.circle(LAST);
      await records.circle(BEFORE, { closed_on: AFTER });
      await records.circle(BEFORE, { closed_on: LAST });
      await records.circle(AFTER);
      await records.circle(IN, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => records.circle(IN),
    table: "circle",
    moveOut: { formed_on: AFTER },
  },
  {
    code: "a1.new-members",
    example: async () => {
      await someone(FIRST);
      await someone(LAST, { state: "archived" });
      await someone(LAST, { state: "cancelled" });
      await cameOver(await someone(IN), IN);
      await cameOver(await someone(FIRST), AFTER);
      await someone(BEFORE);
      await someone(AFTER);
      await someone(IN, { division_id: AQQALA });
    },
    expected: { n: 3, d: null },
    add: () => someone(IN),
    table: "person",
    moveOut: { joined_on: BEFORE },
  },
  {
    code: "a2.contacts",
    example: async () => {
      const id = await someone();
      await records.contact(id, FIRST);
      await records.contact(id, LAST, { outcome: "no-answer" });
      await records.contact(id, BEFORE);
      await records.contact(id, AFTER);
      await records.contact(await someone(BEFORE, { state: "cancelled" }), IN);
    },
    expected: { n: 2, d: null },
    add: async () => records.contact(await someone(), IN),
    table: "contact",
    moveOut: { happened_on: BEFORE },
  },
  {
    code: "a2.reach-rate",
    example: async () => {
      const id = await someone();
      for (const outcome of ["reached", "reached", "no-answer", "left-message", "wrong-number"])
        await records.contact(id, IN, { outcome });
      await records.contact(id, BEFORE);
      await records.contact(await someone(BEFORE, { state: "cancelled" }), IN);
    },
    expected: { n: 2, d: 5 },
    add: async () => records.contact(await someone(), IN),
    by: { n: 1, d: 1 },
    table: "contact",
    moveOut: { happened_on: AFTER },
  },
  {
    code: "a2.within-cadence",
    // The quarter ends on 21 December: 30 days before it is 21 November, 60 days before it 22 October.
    example: async () => {
      const reached = async (tier: string, day: IsoDate, more = {}) =>
        records.contact(await someone(BEFORE, { tier }), day, more);
      await reached("core", "2026-11-21");
      await reached("core", "2026-11-20");
      await reached("active", "2026-10-22");
      await reached("active", "2026-10-21");
      await reached("core", "2026-12-01", { outcome: "no-answer" });
      await reached("core", AFTER);
      await someone();
      await someone(BEFORE, { no_contact: true });
    },
    expected: { n: 2, d: 7 },
    add: async () => {
      const id = await someone();
      await records.contact(id, LAST);
      return id;
    },
    by: { n: 1, d: 1 },
    table: "person",
    moveOut: { joined_on: AFTER },
  },
  {
    code: "a6.thematic-held",
    example: meetingsOf("thematic", "joint"),
    expected: { n: 2, d: null },
    add: () => records.meeting("thematic", IN),
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a6.attendance",
    example: async () => {
      const held = await records.meeting("thematic", IN);
      await records.attendance(held, "network", 30);
      await records.attendance(held, "people", 12);
      await records.attendance(await records.meeting("thematic", LAST), "bodies", 8);
      await records.attendance(await records.meeting("thematic", BEFORE), "people", 100);
      await records.attendance(await records.meeting("joint", IN), "people", 100);
      await records.meeting("thematic", IN);
    },
    expected: { n: 50, d: null },
    add: async () => {
      const id = await records.meeting("thematic", IN);
      await records.attendance(id, "people", 9);
      return id;
    },
    by: { n: 9, d: null },
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a7.visits-held",
    example: meetingsOf("among-people", "thematic"),
    expected: { n: 2, d: null },
    add: () => records.meeting("among-people", IN),
    table: "meeting",
    moveOut: { held_on: AFTER },
  },
  {
    code: "a8.joint-held",
    example: meetingsOf("joint", "thematic"),
    expected: { n: 2, d: null },
    add: () => records.meeting("joint", IN),
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a9.received",
    example: async () => {
      await records.demand(FIRST);
      await records.demand(LAST);
      await records.demand(BEFORE);
      await records.demand(AFTER);
      await records.demand(IN, { division_id: AQQALA });
    },
    expected: { n: 2, d: null },
    add: () => records.demand(IN),
    table: "demand",
    moveOut: { received_on: BEFORE },
  },
  {
    code: "a9.answered-in-time",
    // In time: the day before the limit and the limit itself until midnight in Iran; late: the day after, never.
    // What the citizen took back is nobody's to answer.
    example: async () => {
      await records.demand(BEFORE, { limit_on: IN, answered_at: at("2026-10-09") });
      await records.demand(IN, { limit_on: LAST, answered_at: "2026-12-21T23:59:00+03:30" });
      await records.demand(IN, { limit_on: LAST, answered_at: "2026-12-22T00:01:00+03:30" });
      await records.demand(IN, { limit_on: LAST });
      await records.demand(IN, { limit_on: LAST, state: "withdrawn" });
      await records.demand(IN, { limit_on: LAST, answered_at: at(IN), state: "withdrawn" });
      await records.demand(IN, { limit_on: AFTER, answered_at: at(IN) });
      await records.demand(IN);
    },
    expected: { n: 2, d: 4 },
    add: () => records.demand(IN, { limit_on: LAST, answered_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { limit_on: AFTER },
  },
  {
    code: "a9.confirmed",
    example: async () => {
      await records.demand(BEFORE, { verdict: "solved", verdict_at: at(FIRST) });
      await records.demand(IN, { verdict: "partly", verdict_at: at(LAST) });
      await records.demand(IN, { verdict: "not-solved", verdict_at: at(IN) });
      await records.demand(IN, { verdict: "solved", verdict_at: at(AFTER) });
      await records.demand(IN, { answered_at: at(IN) });
    },
    expected: { n: 1, d: 3 },
    add: () => records.demand(IN, { verdict: "solved", verdict_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "demand",
    moveOut: { verdict_at: at(BEFORE) },
  },
  {
    code: "a9.days-to-answer",
    // From 1 October: to the 10th nine days, to midnight of the last day 81; on the day of receipt none.
    example: async () => {
      const of = (answered_at: string, more = {}) => records.demand("2026-10-01", { answered_at, ...more });
      await of(at(IN));
      await of("2026-12-21T23:59:00+03:30");
      await of(at("2026-10-01"));
      await of("2026-12-22T00:01:00+03:30");
      await of(at(IN), { state: "withdrawn" });
      await of(at(IN), { division_id: AQQALA });
      await records.demand(BEFORE, { answered_at: at(BEFORE) });
      await records.demand(IN);
    },
    expected: { n: 3, d: null, values: [0, 9, 81] },
    add: () => records.demand(FIRST, { answered_at: at(IN) }),
    table: "demand",
    moveOut: { answered_at: at(BEFORE) },
  },
  {
    code: "a16.obstacles-raised",
    example: async () => {
      await records.obstacle(FIRST);
      await records.obstacle(BEFORE);
      await records.obstacle(AFTER);
    },
    expected: { n: 1, d: null },
    add: () => records.obstacle(IN),
    table: "obstacle",
    moveOut: { raised_on: BEFORE },
  },
  {
    code: "a16.obligations-verified",
    example: async () => {
      await records.obligation(IN, { state: "verified", verified_at: at(IN) });
      await records.obligation(FIRST, { state: "verified", verified_at: at(LAST) });
      await records.obligation(LAST, { state: "verified", verified_at: at(AFTER) });
      await records.obligation(IN, { state: "reported-done", reported_at: at(IN) });
      await records.obligation(IN, { state: "withdrawn" });
      await records.obligation(BEFORE, { state: "verified", verified_at: at(BEFORE) });
      await records.obligation(BEFORE, { due_on: IN });
    },
    expected: { n: 2, d: 5 },
    add: () => records.obligation(IN, { state: "verified", verified_at: at(IN) }),
    by: { n: 1, d: 1 },
    table: "obligation",
    moveOut: { due_on: AFTER },
  },
  {
    code: "a16.obligations-verified",
    of: "turns",
    // Each finished turn by itself and the running one beside them; one verified after the quarter is not verified yet.
    example: async () => {
      const obligation = await records.continuous(LAST);
      await records.turn(BEFORE, { obligation });
      await records.turn(FIRST, { obligation });
      await records.turn(IN, { obligation });
      await records.turn("2026-11-10", { obligation, verified_at: at(AFTER) });
      const next = await records.continuous(AFTER);
      await records.turn(LAST, { obligation: next, first_due_on: IN });
      await records.turn(IN, { obligation: await records.continuous(AFTER, { state: "withdrawn" }) });
      await records.continuous(IN, { state: "withdrawn" });
      const division_id = AQQALA;
      await records.turn(IN, { division_id, obligation: await records.continuous(AFTER, { division_id }) });
    },
    expected: { n: 4, d: 6 },
    add: () => records.turn(IN),
    by: { n: 1, d: 1 },
    table: "obligation_turn",
    moveOut: { due_on: BEFORE },
  },
  {
    code: "a16.on-time-first-limit",
    example: async () => {
      await records.obligation(IN, { state: "verified", reported_at: at(IN), verified_at: at(LAST) });
      await records.obligation(IN, { state: "reported-done", reported_at: at("2026-10-11") });
      await records.obligation(IN, { state: "in-progress", reported_at: at("2026-10-01") });
      await records.obligation(IN, { due_on: LAST, state: "verified", reported_at: at("2026-11-01") });
      await records.obligation(BEFORE, { due_on: IN, state: "verified", reported_at: at(BEFORE) });
      await records.obligation(IN, { state: "not-applicable" });
    },
    expected: { n: 1, d: 4 },
    add: () => records.obligation(IN, { state: "reported-done", reported_at: at(FIRST) }),
    by: { n: 1, d: 1 },
    table: "obligation",
    moveOut: { first_due_on: AFTER },
  },
  {
    code: "a16.on-time-first-limit",
    of: "turns",
    // In time: two turns reported by their first day. Late: one by its second day, one that runs and was sent back.
    example: async () => {
      const obligation = await records.continuous(LAST, { reported_at: at(IN) });
      await records.turn(FIRST, { obligation, reported_at: at(BEFORE) });
      await records.turn(IN, { obligation });
      await records.turn(LAST, { obligation, first_due_on: IN, reported_at: at("2026-10-11") });
      await records.turn(AFTER, { obligation });
      await records.turn(IN, { obligation, first_due_on: BEFORE });
    },
    expected: { n: 2, d: 4 },
    add: () => records.turn(IN),
    by: { n: 1, d: 1 },
    table: "obligation_turn",
    moveOut: { first_due_on: AFTER },
  },
];

test("every indicator has its example here", () => {
  const shown = new Set(CASES.map((one) => one.code));
  expect([...shown].sort()).toEqual(INDICATORS.map((one) => one.code).sort());
  expect(INDICATORS.length).toBeGreaterThanOrEqual(12);
});

const NAMED = CASES.map((one) => ({ ...one, name: one.of ? `${one.code} of ${one.of}` : one.code }));

describe.each(NAMED)("$name", ({ code, example, expected, add, by = { n: 1, d: null }, table, moveOut }) => {
  test("counts what was counted by hand", async () => {
    await example();
    expect(await opened(code)).toMatchObject(expected);
  });

  test("changes with a record added, moved out of the quarter, brought back and deleted", async () => {
    await example();
    const before = await opened(code);
    const raised = { n: before.n + by.n, d: by.d === null ? null : (before.d ?? 0) + by.d };

    const id = await add();
    const added = await opened(code);
    expect(added).toMatchObject(raised);
    expect(added.ids).toContain(id);

    const { rows } = await records.query(`select * from ${table} where id = $1`, [id]);
    await records.change(table, id, moveOut);
    const moved = await opened(code);
    expect(moved).toEqual(before);
    expect(moved.ids).not.toContain(id);

    const was = (rows as Record<string, unknown>[])[0] ?? {};
    await records.change(table, id, Object.fromEntries(Object.keys(moveOut).map((key) => [key, was[key]])));
    expect(await opened(code)).toMatchObject(raised);

    if (table === "person") await records.query("delete from contact where person_id = $1", [id]);
    await records.remove(table, id);
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
