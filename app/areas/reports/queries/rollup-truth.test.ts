import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  AQQALA,
  actorOf,
  GOLESTAN,
  GORGAN,
  MAZANDARAN,
  NATION,
  SARI,
} from "../../../../tests/factories/actors";
import { naiveRecount } from "../../../../tests/factories/naive-recount";
import { Records } from "../../../../tests/factories/records";
import {
  aSubmittedReport,
  appoint,
  AUTUMN,
  NOW,
  revisionOf,
  seeSample,
} from "../../../../tests/factories/reports";
import { takeMarks } from "../../../../workers/marks";
import { within } from "~/kernel/db.server";
import { addDays } from "~/lib/jalali";
import { sumOf, totalOf } from "../board";
import { valueOf } from "../checks";
import { approveReport } from "../commands/approve-report.server";
import { excusePlace } from "../commands/excuse-place.server";
import { returnReport } from "../commands/return-report.server";
import { submitReport } from "../commands/submit-report.server";
import type { Figure } from "../figure";
import { INDICATORS } from "../indicators/list.server";
import { STANDINGS, type Standing } from "../lifecycle";
import { listCountyFigures, listTrend } from "./board.server";
import { countyFiguresOf } from "./children.server";
import { countStandings } from "./standings.server";

/** Two counties in each of two provinces; the second of Mazandaran is found in the reference data. */
let places: number[];
let records: Records;
beforeAll(async () => {
  records = await Records.open();
  const { rows } = await records.query(
    "select id from division where level = 'county' and id between $1 and $2 and id <> $3 order by id limit 1",
    [MAZANDARAN, MAZANDARAN + 999, SARI],
  );
  places = [GORGAN, AQQALA, SARI, (rows as { id: number }[])[0]?.id ?? 0];
});
afterAll(() => records.close());

const provinceOf = (id: number) => Math.floor(id / 1000) * 1000;
/** The quarter, a month before it and three days of the next. */
const day = fc.integer({ min: 0, max: 123 }).map((n) => addDays("2026-08-23", n));
const instant = fc.option(day.map((on) => `${on}T09:45:00Z`));
const at = fc.integer({ min: 0, max: 3 });
const act = fc.oneof(
  fc.record({ act: fc.constant("person" as const), at, day, reached: fc.option(day), tried: fc.option(day) }),
  fc.record({
    act: fc.constant("meeting" as const),
    at,
    day,
    kind: fc.constantFrom("thematic", "among-people", "joint"),
    count: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({
    act: fc.constant("demand" as const),
    at,
    day,
    limit: fc.option(day),
    answered: instant,
    said: instant,
    verdict: fc.constantFrom("solved", "partly", "not-solved"),
  }),
  fc.record({ act: fc.constant("circle" as const), at, day, closed: fc.option(day) }),
  fc.record({ act: fc.constant("obstacle" as const), at, day }),
  fc.record({
    act: fc.constant("obligation" as const),
    at,
    day,
    state: fc.constantFrom("issued", "reported-done", "verified", "withdrawn"),
    reported: instant,
    verified: instant,
  }),
  fc.record({ act: fc.constant("edit" as const), pick: fc.nat(), day }),
  fc.record({ act: fc.constant("delete" as const), pick: fc.nat() }),
  fc.record({ act: fc.constant("work" as const) }),
  fc.record({
    act: fc.constantFrom("submit" as const, "approve" as const, "return" as const, "excuse" as const),
    at,
  }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
/** An act that writes a record. */
type Written = Extract<Act, { act: "person" | "meeting" | "demand" | "circle" | "obstacle" | "obligation" }>;

const DAY_OF: Record<string, string> = {
  meeting: "held_on",
  demand: "received_on",
  obligation: "due_on",
  person: "joined_on",
  circle: "formed_on",
  contact: "happened_on",
  obstacle: "raised_on",
};

/** Writes the record of an act, past all commands; gives what can be changed and deleted later. */
async function write(one: Written, division_id: number): Promise<[table: string, id: string][]> {
  const where = { division_id };
  switch (one.act) {
    case "person": {
      const person = await records.person(one.day, where);
      const made: [string, string][] = [["person", person]];
      if (one.reached) made.push(["contact", await records.contact(person, one.reached, where)]);
      if (one.tried)
        made.push(["contact", await records.contact(person, one.tried, { ...where, outcome: "no-answer" })]);
      return made;
    }
    case "meeting": {
      const id = await records.meeting(one.kind, one.day, where);
      if (one.count > 0) await records.attendance(id, "people", one.count, division_id);
      return [["meeting", id]];
    }
    case "demand": {
      const { limit, answered, said, verdict } = one;
      const told = { limit_on: limit, answered_at: answered, verdict_at: said, verdict: said && verdict };
      return [["demand", await records.demand(one.day, { ...where, ...told })]];
    }
    case "circle":
      return [["circle", await records.circle(one.day, { ...where, closed_on: one.closed })]];
    case "obstacle":
      return [["obstacle", await records.obstacle(one.day, where)]];
    case "obligation": {
      const { state, reported, verified } = one;
      const told = { state, reported_at: reported, verified_at: verified };
      return [["obligation", await records.obligation(one.day, { ...where, ...told })]];
    }
  }
}

type Naive = Awaited<ReturnType<typeof naiveRecount>>;
const figureOf = (counted: Naive | undefined, code: string): Figure => {
  const one = counted?.get(code);
  if (!one) throw new Error(`The naive recount does not know ${code}.`);
  return { numerator: one.n, denominator: one.d, ...(one.values && { values: one.values }) };
};

/** Sums with plain additions, a rate's parts apart; null where nobody has a figure. */
function added(figures: readonly Figure[]): Figure | null {
  return figures.reduce<Figure | null>(
    (sum, { numerator, denominator, values }) => ({
      numerator: (sum?.numerator ?? 0) + numerator,
      denominator: denominator === null ? null : (sum?.denominator ?? 0) + denominator,
      ...(values && { values: [...(sum?.values ?? []), ...values].sort((one, other) => one - other) }),
    }),
    null,
  );
}

/** What was sent of a county, as a naive recount saw it then. */
type Sent = { reportId: string; counted: Naive; state: "submitted" | "approved" | "returned" };

async function submit(id: number, before: Sent | undefined): Promise<Sent> {
  const actor = actorOf(id, "assistant");
  let reportId = before?.reportId;
  if (reportId)
    await submitReport(
      actor,
      { reportId, attest: "on", revision: await revisionOf(actor, id, reportId) },
      NOW,
    );
  else reportId = await aSubmittedReport(actor);
  return { reportId, counted: await naiveRecount(records, id, AUTUMN, NOW), state: "submitted" };
}

async function decide(id: number, { reportId }: Sent, act: "approve" | "return") {
  const actor = actorOf(provinceOf(id), "representative");
  const input = { divisionId: id, reportId, revision: await revisionOf(actor, id, reportId) };
  if (act === "approve") {
    await seeSample(actor, id, reportId);
    await approveReport(actor, input, NOW);
  } else await returnReport(actor, { ...input, reason: "شمار جلسه‌ها باز دیده شود." }, NOW);
}

/** Every figure of every indicator at every level, against what the naive recount says of frozen and live. */
async function compare(sent: ReadonlyMap<number, Sent>, excused: ReadonlySet<number>) {
  const live = new Map<number, Naive>();
  for (const id of places) live.set(id, await naiveRecount(records, id, AUTUMN, NOW));
  const standing = (id: number): Standing => {
    const state = sent.get(id)?.state;
    if (state) return state === "approved" ? "approved" : "provisional";
    if (excused.has(id)) return "excused";
    return id === places[3] ? "vacant" : "missing";
  };
  const figure = (id: number, code: string): Figure | null => {
    if (standing(id) === "approved") return figureOf(sent.get(id)?.counted, code);
    return standing(id) === "provisional" ? figureOf(live.get(id), code) : null;
  };
  const levels = [
    { lo: 0, hi: 99_999, actor: actorOf(NATION, "national-officer") },
    ...[GOLESTAN, MAZANDARAN].map((lo) => ({ lo, hi: lo + 999, actor: actorOf(lo, "representative") })),
    ...places.map((lo) => ({ lo, hi: lo, actor: actorOf(provinceOf(lo), "representative") })),
  ];
  for (const { lo, hi, actor } of levels) {
    const inside = places.filter((id) => id >= lo && id <= hi);
    for (const { code } of INDICATORS) {
      const where = { lo, hi, code };
      const [rows, trend] = await within(actor, async (db) => [
        await listCountyFigures(db, { lo, hi }, code, AUTUMN),
        await listTrend(db, { lo, hi }, code, [AUTUMN]),
      ]);
      for (const id of inside) {
        const row = rows.find(({ divisionId }) => divisionId === id);
        expect({ ...where, id, standing: row?.standing, figure: row?.figure }).toEqual({
          ...where,
          id,
          standing: standing(id),
          figure: figure(id, code),
        });
      }
      const told = (wanted: Standing) =>
        added(inside.filter((id) => standing(id) === wanted).map((id) => figure(id, code) ?? fail()));
      const truth = { approved: told("approved"), provisional: told("provisional") };
      expect({ ...where, ...totalOf(rows) }).toMatchObject({ ...where, ...truth });
      expect({ ...where, trend }).toEqual({ ...where, trend: [{ period: AUTUMN, ...truth }] });
      const counts = countStandings(rows);
      // The other counties of the country have nobody in post.
      for (const one of STANDINGS)
        expect(counts[one], one).toBe(
          inside.filter((id) => standing(id) === one).length +
            (one === "vacant" ? rows.length - inside.length : 0),
        );
      expect(counts.approved + counts.provisional + counts.missing).toBe(counts.expected);
      if (lo % 1000 !== 0 || lo === 0) continue;
      const summed = await within(actor, (db) => countyFiguresOf(db, { lo, hi }, AUTUMN));
      expect({ ...where, sum: sumOf(summed.get(code) ?? []) }).toEqual({ ...where, sum: truth.approved });
    }
  }
}

function fail(): never {
  throw new Error("Who stands in a figure has one.");
}

test("after any records, edits, deletions, sendings and approvals every figure is what a naive recount says", async () => {
  const reached = { approved: 0, provisional: 0, missing: 0, vacant: 0, excused: 0, changedSince: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 70 }), async (acts) => {
      await records.query(
        `truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation,
           report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post cascade`,
      );
      for (const id of places.slice(0, 3)) await appoint(records, id, "assistant");
      const excused = new Set<number>();
      const sent = new Map<number, Sent>();
      const made: [string, string][] = [];
      for (const one of acts) {
        const id = "at" in one ? (places[one.at] ?? 0) : 0;
        const before = sent.get(id);
        if (one.act === "work") await takeMarks(NOW);
        else if (one.act === "edit" || one.act === "delete") {
          const index = one.pick % Math.max(made.length, 1);
          const [table, record] = made[index] ?? [];
          if (!table || !record) continue;
          if (one.act === "edit") await records.change(table, record, { [DAY_OF[table] ?? ""]: one.day });
          // Whom others speak of stays; a record that is gone is gone.
          else if (table !== "person" && table !== "meeting") {
            await records.remove(table, record);
            made.splice(index, 1);
          }
        } else if (one.act === "excuse") {
          if (before || excused.has(id)) continue;
          const actor = actorOf(provinceOf(id), "representative");
          const reason = "شهرستان در این فصل درگیر سیل بود.";
          await excusePlace(actor, { divisionId: id, period: AUTUMN, reason, revision: 0 }, NOW);
          excused.add(id);
        } else if (one.act === "submit") {
          if (!before || before.state === "returned") sent.set(id, await submit(id, before));
        } else if (one.act === "approve" || one.act === "return") {
          const from: Sent["state"][] = one.act === "approve" ? ["submitted"] : ["submitted", "approved"];
          if (!before || !from.includes(before.state)) continue;
          await decide(id, before, one.act);
          sent.set(id, { ...before, state: one.act === "approve" ? "approved" : "returned" });
        } else if ("day" in one) made.push(...(await write(one, id)));
      }
      await takeMarks(NOW);
      await compare(sent, excused);
      for (const [id, { state, counted }] of sent) {
        reached[state === "approved" ? "approved" : "provisional"]++;
        const now = await naiveRecount(records, id, AUTUMN, NOW);
        if (state === "approved" && [...now].some(([code, { n }]) => counted.get(code)?.n !== n))
          reached.changedSince++;
      }
      for (const id of places)
        if (!sent.has(id)) reached[excused.has(id) ? "excused" : id === places[3] ? "vacant" : "missing"]++;
    }),
    { numRuns: 5, seed: 1405, endOnFailure: true },
  );
  // What was compared held each kind of standing, and approved figures whose records had changed since.
  expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(0);
}, 240_000);

/** Ten cases of one day each, or a thousand that took 21 days. */
const valuesOf = (cases: number) => Array.from({ length: cases }, () => (cases === 10 ? 1 : 21));

test("of two counties with 10 and 1,000 cases no kind of figure is a mean of theirs", async () => {
  await records.query(
    "truncate report, expected_report, rollup_cell, rollup_mark, appointment, post cascade",
  );
  for (const [id, cases, hits] of [
    [GORGAN, 10, 9],
    [AQQALA, 1000, 200],
  ] as const) {
    await records.query(
      `insert into report (division_id, id, period, version, submission, state, due_on)
       values ($1, gen_random_uuid(), $2, 1, 1, 'submitted', '2027-01-05')`,
      [id, AUTUMN],
    );
    for (const { code, kind } of INDICATORS)
      await records.query(
        `insert into rollup_cell (division_id, period, indicator_code, numerator, denominator, values, computed_at)
         values ($1, $2, $3, $4, $5, $6, now())`,
        [
          id,
          AUTUMN,
          code,
          kind === "rate" ? hits : cases,
          kind === "rate" ? cases : null,
          kind === "median" ? valuesOf(cases) : [],
        ],
      );
  }
  const kinds = new Set<string>();
  for (const { code, kind } of INDICATORS) {
    const [rows, trend] = await within(actorOf(NATION, "national-officer"), async (db) => [
      await listCountyFigures(db, { lo: GOLESTAN, hi: GOLESTAN + 999 }, code, AUTUMN),
      await listTrend(db, { lo: GOLESTAN, hi: GOLESTAN + 999 }, code, [AUTUMN]),
    ]);
    // 209 of 1,010 are 21 %; the mean of 90 % and 20 % would be 55 %. Of counts and sums the mean would be 505.
    const truth: Figure =
      kind === "rate"
        ? { numerator: 209, denominator: 1010 }
        : {
            numerator: 1010,
            denominator: null,
            ...(kind === "median" && { values: [...valuesOf(10), ...valuesOf(1000)] }),
          };
    // The median of 1,010 answers is 21 days; the median of the two medians would be 11.
    if (kind === "median") expect(valueOf(truth)).toBe(21);
    expect({ code, headline: totalOf(rows).headline }).toEqual({
      code,
      headline: { figure: truth, standing: "provisional" },
    });
    expect({ code, trend }).toEqual({
      code,
      trend: [{ period: AUTUMN, approved: null, provisional: truth }],
    });
    kinds.add(kind);
  }
  expect([...kinds].sort()).toEqual(["count", "median", "rate", "sum"]);
});
