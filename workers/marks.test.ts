import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AQQALA, actorOf, GORGAN } from "../tests/factories/actors";
import { naiveRecount } from "../tests/factories/naive-recount";
import { Records } from "../tests/factories/records";
import { recomputeMarked } from "~/areas/reports/cells.server";
import { recountCells } from "~/areas/reports/commands/recompute-cells.server";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { within } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { firstDayOf, lastDayOf, lastPeriods, parsePeriod, type Period } from "~/lib/period";
import { takeMarks } from "./marks";
import { recountAll, runNight } from "./nightly";

const NOW = new Date("2026-12-24T05:30:00Z");

let records: Records;
beforeAll(async () => {
  records = await Records.open();
  // The counties of these tests, where the reference data does not bring them.
  await records.query(
    `insert into division (id, parent_id, level, name_fa, name_en, valid_from) values
     ($1, 28000, 'county', 'گرگان', 'Gorgan', '2000-01-01'), ($2, 28000, 'county', 'آق‌قلا', 'Aqqala', '2000-01-01')
     on conflict do nothing`,
    [GORGAN, AQQALA],
  );
});
afterAll(() => records.close());
beforeEach(async () => {
  await records.query(
    "truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation cascade",
  );
  await records.query("truncate rollup_mark, rollup_cell, tier_cadence");
  await records.query(
    "insert into tier_cadence (division_id, tier, days, published_at) values (0, 'core', 30, now()), (0, 'active', 60, now()), (0, 'wide', 120, now())",
  );
});

const marks = async () =>
  (await records.query("select division_id, period, source from rollup_mark order by id")).rows as {
    division_id: number;
    period: string;
    source: string;
  }[];
const cell = async (code: string, period: Period = "1405-Q3", divisionId = GORGAN) => {
  const { rows } = await records.query(
    "select numerator as n, denominator as d from rollup_cell where division_id = $1 and period = $2 and indicator_code = $3",
    [divisionId, period, code],
  );
  return (rows as { n: number; d: number | null }[])[0];
};

const valuesOf = async (code: string, period: Period, divisionId: number) => {
  const { rows } = await records.query(
    "select values from rollup_cell where division_id = $1 and period = $2 and indicator_code = $3",
    [divisionId, period, code],
  );
  return (rows as { values: number[] }[])[0]?.values ?? [];
};

describe("a mark", () => {
  test("is left for the old and the new quarter of a record", async () => {
    const id = await records.meeting("thematic", "2026-10-10");
    await records.query("truncate rollup_mark");
    await records.change("meeting", id, { held_on: "2026-09-01" });
    expect((await marks()).map((mark) => mark.period).sort()).toEqual(["1405-Q2", "1405-Q3"]);
  });

  test("is left by a deletion", async () => {
    const id = await records.meeting("thematic", "2026-10-10");
    await records.query("truncate rollup_mark");
    await records.remove("meeting", id);
    expect(await marks()).toEqual([{ division_id: GORGAN, period: "1405-Q3", source: "meeting" }]);
  });

  test("is not left by a change of what no indicator reads", async () => {
    const id = await records.meeting("thematic", "2026-10-10");
    await records.query("truncate rollup_mark");
    await records.change("meeting", id, { title: "عنوان دیگر", revision: 2 });
    expect(await marks()).toEqual([]);
  });

  test("is one for a statement that writes many rows of a quarter", async () => {
    await records.query(
      `insert into meeting (division_id, id, kind, title, held_on, state, created_by_key)
       select $1, gen_random_uuid(), 'thematic', 'جلسه', date '2026-10-01' + n, 'held', 'test' from generate_series(1, 50) n`,
      [GORGAN],
    );
    expect(await marks()).toHaveLength(1);
  });

  test("can be left on every source that an indicator names", async () => {
    const { rows } = await records.query(
      `select c.relname as source, count(*)::int as n from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname like 'rollup\\_%' and not t.tgisinternal group by 1`,
    );
    const watched = new Map((rows as { source: string; n: number }[]).map(({ source, n }) => [source, n]));
    for (const source of new Set(INDICATORS.flatMap((indicator) => indicator.sources)))
      expect(watched.get(source), source).toBe(source === "tier_cadence" ? 1 : 3);
  });

  test("of a neighbour is neither seen nor taken", async () => {
    await records.meeting("thematic", "2026-10-10", { division_id: AQQALA });
    const taken = await within(actorOf(GORGAN, "assistant"), (db) =>
      recomputeMarked(db, actorOf(GORGAN, "assistant"), NOW),
    );
    expect(taken).toBe(0);
    expect(await marks()).toHaveLength(1);
  });
});

test("the database knows the same quarters as the calendar", async () => {
  const { rows } = await records.query(
    "select period, first_day::text as first, last_day::text as last from reporting_period order by first_day",
  );
  const known = rows as { period: string; first: string; last: string }[];
  expect(known).toHaveLength(61 * 4);
  for (const [index, { period, first, last }] of known.entries()) {
    const parsed = parsePeriod(period);
    if (!parsed) throw new Error(period);
    expect([firstDayOf(parsed), lastDayOf(parsed)]).toEqual([first, last]);
    if (index > 0) expect(addDays(known[index - 1]?.last as IsoDate, 1)).toBe(first);
  }
});

describe("the worker", () => {
  test("recomputes what was marked, and only once for two workers at once", async () => {
    for (let n = 0; n < 20; n++) {
      await records.meeting("thematic", addDays("2026-10-01", n));
      await records.meeting("joint", addDays("2026-10-01", n), { division_id: AQQALA });
    }
    const waiting = (await marks()).length;
    const taken = await Promise.all([takeMarks(NOW), takeMarks(NOW), takeMarks(NOW)]);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(waiting);
    expect(await marks()).toEqual([]);
    expect(await cell("a6.thematic-held")).toEqual({ n: 20, d: null });
    expect(await cell("a8.joint-held", "1405-Q3", AQQALA)).toEqual({ n: 20, d: null });
  });

  test("that is killed between reading and writing leaves its marks for the next", async () => {
    await records.meeting("thematic", "2026-10-10");
    const actor = actorOf(GORGAN, "assistant");
    await expect(
      within(actor, async (db) => {
        await recomputeMarked(db, actor, NOW);
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    expect(await cell("a6.thematic-held")).toBeUndefined();
    expect(await marks()).toHaveLength(1);
    await takeMarks(NOW);
    expect(await cell("a6.thematic-held")).toEqual({ n: 1, d: null });
  });

  test("carries a stock onward to the running quarter, and a flow not", async () => {
    await records.person("2026-02-01");
    await takeMarks(NOW);
    for (const period of ["1404-Q4", "1405-Q1", "1405-Q2", "1405-Q3", "1405-Q4"] as const)
      expect(await cell("a1.active-members", period), period).toEqual({ n: 1, d: null });
    expect(await cell("a1.new-members", "1404-Q4")).toEqual({ n: 1, d: null });
    expect(await cell("a1.new-members", "1405-Q1")).toBeUndefined();
    expect(await cell("a1.active-members", "1404-Q3")).toBeUndefined();
  });

  test("looks again at a whole county when its cadence changes", async () => {
    const person = await records.person("2026-08-01");
    await records.contact(person, "2026-11-01");
    await takeMarks(NOW);
    expect(await cell("a2.within-cadence")).toEqual({ n: 0, d: 1 });
    await records.query(
      "insert into tier_cadence (division_id, tier, days, published_at) values ($1, 'core', 90, now())",
      [GORGAN],
    );
    await takeMarks(NOW);
    expect(await cell("a2.within-cadence")).toEqual({ n: 1, d: 1 });
  });

  test("finds in the nightly recount a figure that no record explains, and mends it", async () => {
    await records.meeting("thematic", "2026-10-10");
    await takeMarks(NOW);
    await records.query("update rollup_cell set numerator = 7 where indicator_code = 'a6.thematic-held'");
    const periods = lastPeriods("1405-Q4", 8);
    const system = actorOf(GORGAN, "assistant");
    const differences = await recountCells(system, periods, NOW);
    expect(differences).toEqual([
      {
        divisionId: GORGAN,
        period: "1405-Q3",
        code: "a6.thematic-held",
        cell: { numerator: 7, denominator: null },
        records: { numerator: 1, denominator: null },
      },
    ]);
    expect(await recountCells(system, periods, NOW)).toEqual([]);
    expect(await cell("a6.thematic-held")).toEqual({ n: 1, d: null });
  });
});

describe("the night's work", () => {
  test("is done once by any number of workers, freezes who owes and finds what no record explains", async () => {
    await records.query("truncate expected_report, handled_reaction");
    await records.meeting("thematic", "2026-10-10");
    await takeMarks(NOW);
    const ran = await Promise.all([runNight(NOW), runNight(NOW)]);
    expect(ran.filter(Boolean)).toHaveLength(1);
    const { rows } = await records.query(
      "select count(*)::int as n from expected_report where period = '1405-Q3'",
    );
    expect((rows as { n: number }[])[0]?.n).toBeGreaterThan(480);
    await records.query("update rollup_cell set numerator = 5 where indicator_code = 'a6.thematic-held'");
    expect(await recountAll(NOW)).toMatchObject([{ divisionId: GORGAN, code: "a6.thematic-held" }]);
    expect(await recountAll(NOW)).toEqual([]);
  });
});

describe("a night that was cut short", () => {
  const night = new Date("2026-12-25T05:30:00Z");
  const spoil = async () => {
    await records.query("truncate expected_report, handled_reaction");
    for (const division_id of [GORGAN, AQQALA])
      await records.meeting("thematic", "2026-10-10", { division_id });
    await takeMarks(NOW);
    await records.query("update rollup_cell set numerator = 5 where indicator_code = 'a6.thematic-held'");
  };
  const counted = async () =>
    (await Promise.all([GORGAN, AQQALA].map((place) => cell("a6.thematic-held", "1405-Q3", place)))).map(
      (one) => one?.n,
    );

  test("by the end of its worker is taken up where it stood, and done the same day", async () => {
    await spoil();
    let looks = 0;
    expect(await runNight(night, () => looks++ > 0)).toBe(false);
    expect(await counted()).toEqual([1, 5]);
    expect(await runNight(night)).toBe(true);
    expect(await counted()).toEqual([1, 1]);
    expect(await runNight(night)).toBe(false);
  });

  test("by a place that fails is done for the others, and for that place once it can be", async () => {
    await spoil();
    await records.query(
      `create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'failing'; end $$`,
    );
    await records.query(
      `create trigger failing before update on rollup_cell for each row when (old.division_id = ${GORGAN})
       execute function refuse_change()`,
    );
    expect(await runNight(night)).toBe(false);
    expect(await counted()).toEqual([5, 1]);
    await records.query("drop trigger failing on rollup_cell");
    expect(await runNight(night)).toBe(true);
    expect(await counted()).toEqual([1, 1]);
  });

  test("by a place whose offers cannot end, does not leave those of the others open", async () => {
    await spoil();
    for (const [place, to] of [
      [GORGAN, AQQALA],
      [AQQALA, GORGAN],
    ] as const)
      await records.query(
        `insert into relocation (division_id, id, to_division_id, person_id, state, reason, offered_at, offered_by_key,
           offered_by_name, expires_on)
         values ($1, gen_random_uuid(), $2, $3, 'offered', 'work', now(), 'x', 'x', '2020-01-01')`,
        [place, to, await records.person("2026-10-10", { division_id: place })],
      );
    const open = async () =>
      (await records.query("select division_id as place from relocation where state = 'offered'")).rows;
    await records.query(
      `create or replace function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'failing'; end $$`,
    );
    await records.query(
      `create trigger failing before update on relocation for each row when (old.division_id = ${GORGAN})
       execute function refuse_change()`,
    );
    expect(await runNight(night)).toBe(false);
    expect(await open()).toEqual([{ place: GORGAN }]);
    await records.query("drop trigger failing on relocation");
    expect(await runNight(night)).toBe(true);
    expect(await open()).toEqual([]);
  });
});

describe("after any writes", () => {
  const places = [GORGAN, AQQALA];
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays("2025-12-01", n));
  const instant = fc.option(day.map((on) => `${on}T20:45:00Z`));
  const place = fc.constantFrom(...places);
  const act = fc.oneof(
    fc.record({
      act: fc.constant("meeting" as const),
      place,
      day,
      kind: fc.constantFrom("thematic", "among-people", "joint", "office"),
      state: fc.constantFrom("held", "held", "cancelled"),
      count: fc.integer({ min: 0, max: 40 }),
    }),
    fc.record({
      act: fc.constant("person" as const),
      place,
      day,
      tier: fc.constantFrom("core", "active", "wide"),
      reached: fc.option(day),
    }),
    fc.record({ act: fc.constant("circle" as const), place, day, closed: fc.option(day) }),
    fc.record({
      act: fc.constant("demand" as const),
      place,
      day,
      limit: fc.option(day),
      answered: instant,
      verdict: fc.constantFrom("solved", "partly", "not-solved"),
      said: instant,
    }),
    fc.record({ act: fc.constant("obstacle" as const), place, day }),
    fc.record({
      act: fc.constant("obligation" as const),
      place,
      day,
      due: day,
      state: fc.constantFrom("issued", "reported-done", "verified", "withdrawn"),
      reported: instant,
      verified: instant,
    }),
    fc.record({
      act: fc.constant("continuous" as const),
      place,
      day,
      state: fc.constantFrom("in-progress", "reported-done", "withdrawn"),
      turns: fc.array(fc.record({ due: day, first: day, reported: day, verified: day }), { maxLength: 4 }),
    }),
    fc.record({
      act: fc.constant("change" as const),
      pick: fc.nat(),
      table: fc.constantFrom("meeting", "demand", "obligation", "obligation_turn", "person", "circle"),
      day,
    }),
    fc.record({
      act: fc.constant("remove" as const),
      pick: fc.nat(),
      table: fc.constantFrom("meeting", "demand", "obligation", "obligation_turn", "contact", "obstacle"),
    }),
    fc.record({ act: fc.constant("work" as const) }),
  );
  const DAY_OF: Record<string, string> = {
    meeting: "held_on",
    demand: "received_on",
    obligation: "due_on",
    obligation_turn: "due_on",
    person: "joined_on",
    circle: "formed_on",
  };

  test("the cells say what a naive recount says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        await records.query(
          "truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation cascade",
        );
        await records.query("truncate rollup_mark, rollup_cell");
        const made: Record<string, string[]> = {};
        const keep = (table: string, id: string) => (made[table] ??= []).push(id);
        for (const one of acts) {
          if (one.act === "work") await takeMarks(NOW);
          else if (one.act === "change" || one.act === "remove") {
            const ids = made[one.table] ?? [];
            const id = ids[one.pick % Math.max(ids.length, 1)];
            if (!id) continue;
            if (one.act === "remove") await records.remove(one.table, id);
            else await records.change(one.table, id, { [DAY_OF[one.table] ?? ""]: one.day });
          } else {
            const where = { division_id: one.place };
            if (one.act === "meeting") {
              const id = await records.meeting(one.kind, one.day, { ...where, state: one.state });
              if (one.count > 0) await records.attendance(id, "people", one.count, one.place);
              keep("meeting", id);
            } else if (one.act === "person") {
              const id = await records.person(one.day, { ...where, tier: one.tier });
              keep("person", id);
              if (one.reached) keep("contact", await records.contact(id, one.reached, where));
            } else if (one.act === "circle")
              keep("circle", await records.circle(one.day, { ...where, closed_on: one.closed }));
            else if (one.act === "demand")
              keep(
                "demand",
                await records.demand(one.day, {
                  ...where,
                  limit_on: one.limit,
                  answered_at: one.answered,
                  verdict: one.said && one.verdict,
                  verdict_at: one.said,
                }),
              );
            else if (one.act === "continuous") {
              const obligation = await records.continuous(one.day, { ...where, state: one.state });
              for (const { due, first, reported, verified } of one.turns)
                keep(
                  "obligation_turn",
                  await records.turn(due, {
                    ...where,
                    obligation,
                    first_due_on: first,
                    reported_at: `${reported}T20:45:00Z`,
                    verified_at: `${verified}T20:45:00Z`,
                  }),
                );
            } else if (one.act === "obstacle") keep("obstacle", await records.obstacle(one.day, where));
            else
              keep(
                "obligation",
                await records.obligation(one.day, {
                  ...where,
                  due_on: one.due,
                  state: one.state,
                  reported_at: one.reported,
                  verified_at: one.verified,
                }),
              );
          }
        }
        await takeMarks(NOW);
        for (const divisionId of places)
          for (const period of lastPeriods("1405-Q4", 6)) {
            const truth = await naiveRecount(records, divisionId, period, NOW);
            for (const [code, { n, d, values }] of truth) {
              const stored = (await cell(code, period, divisionId)) ?? { n: 0, d: d === null ? null : 0 };
              expect({ divisionId, period, code, ...stored }).toEqual({ divisionId, period, code, n, d });
              if (values) expect(await valuesOf(code, period, divisionId)).toEqual(values);
            }
          }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
