import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AQQALA, actorOf, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
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
import { createMongoAbility } from "@casl/ability";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { lastDayOf, lastPeriods } from "~/lib/period";
import { sumOf, totalOf } from "../board";
import { valueOf } from "../checks";
import { approveReport } from "../commands/approve-report.server";
import { closeCounty } from "~/areas/divisions/commands/close-county.server";
import { createCounty } from "~/areas/divisions/commands/create-county.server";
import { isoDate, isoOfDate } from "~/lib/jalali";
import { anAdministrator } from "../../../../tests/factories/posts";
import { freezeExpectedReports } from "../commands/freeze-expected.server";
import { cellOf, listRecords } from "../indicators/figures.server";
import { INDICATORS } from "../indicators/list.server";
import { listKeptRecords } from "../indicators/kept-records.server";
import { STATES, type State } from "../lifecycle";
import { listCountyFigures, listTrend } from "./board.server";
import { listSummedCounties } from "./children.server";
import { firstDue } from "../report-record.server";
import { withDues } from "./dues.server";
import { countStandings, listStandings } from "./standings.server";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());
beforeEach(() =>
  records.query(
    "truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post cascade",
  ),
);

const GOLESTAN_SCOPE = { lo: GOLESTAN, hi: GOLESTAN + 999 };
const national = () => actorOf(NATION, "national-officer");
const board = (code: string, actor = national()) =>
  within(actor, (db) => listCountyFigures(db, GOLESTAN_SCOPE, code, AUTUMN));
const approve = async (divisionId: number, reportId: string) => {
  const actor = actorOf(GOLESTAN, "representative");
  await seeSample(actor, divisionId, reportId);
  await approveReport(
    actor,
    { divisionId, reportId, revision: await revisionOf(actor, divisionId, reportId) },
    NOW,
  );
};

test("the counties of a province stand apart: approved, provisional, missing, vacant, excused", async () => {
  const counties = (
    await records.query(
      "select id from division where level = 'county' and id between $1 and $2 order by id",
      [GOLESTAN, GOLESTAN + 999],
    )
  ).rows.map((row: { id: number }) => row.id);
  expect(counties).toHaveLength(14);
  const [vacant, excused, ...expected] = counties;
  for (const id of expected) await appoint(records, id, "assistant");
  await appoint(records, vacant ?? 0, "assistant", { endsOn: "2026-12-20" });
  await records.query(
    "insert into expected_report (division_id, period, status, frozen_at) values ($1, $2, 'excused', now())",
    [excused, AUTUMN],
  );
  const sent = [];
  for (const id of expected.slice(0, 5))
    sent.push([id, await aSubmittedReport(actorOf(id, "assistant"))] as const);
  for (const [id, reportId] of sent.slice(0, 3)) await approve(id, reportId);

  const standings = await within(national(), (db) =>
    listStandings(db, { ...GOLESTAN_SCOPE, level: "county" }, AUTUMN),
  );
  expect(countStandings(standings)).toEqual({
    expected: 12,
    approved: 3,
    provisional: 2,
    missing: 7,
    vacant: 1,
    excused: 1,
  });
});

test("who owed a report stays as it was frozen on the last day, whatever becomes of the post", async () => {
  await appoint(records, GORGAN, "assistant");
  const standingOf = async () =>
    (
      await within(national(), (db) => listStandings(db, { lo: GORGAN, hi: GORGAN, level: "county" }, AUTUMN))
    )[0]?.standing;
  expect(await freezeExpectedReports(actorOf(NATION, "national-officer"), "1405-Q4", NOW)).toBe(0);
  expect(await freezeExpectedReports(actorOf(NATION, "national-officer"), AUTUMN, NOW)).toBe(482 + 31);
  expect(await freezeExpectedReports(actorOf(NATION, "national-officer"), AUTUMN, NOW)).toBe(0);
  await records.query("update appointment set ended_at = '2026-10-01T08:00:00Z'");
  expect(await standingOf()).toBe("missing");
  await records.query("truncate expected_report");
  expect(await standingOf()).toBe("vacant");
});

test("a figure is frozen when approved and live while provisional, never both; silence has none", async () => {
  await appoint(records, GORGAN, "assistant");
  await appoint(records, AQQALA, "assistant");
  for (const id of [GORGAN, AQQALA]) await records.meeting("thematic", "2026-10-10", { division_id: id });
  await takeMarks(NOW);
  const figureOf = async (id: number) =>
    (await board("a6.thematic-held")).find((row) => row.divisionId === id)?.figure?.numerator ?? null;
  expect(await figureOf(GORGAN)).toBeNull();

  const gorgan = await aSubmittedReport(actorOf(GORGAN, "assistant"));
  await aSubmittedReport(actorOf(AQQALA, "assistant"));
  await approve(GORGAN, gorgan);
  for (const id of [GORGAN, AQQALA]) await records.meeting("thematic", "2026-10-11", { division_id: id });
  await takeMarks(NOW);
  expect(await figureOf(GORGAN)).toBe(1);
  expect(await figureOf(AQQALA)).toBe(2);
  expect(totalOf(await board("a6.thematic-held"))).toMatchObject({
    approved: { numerator: 1 },
    provisional: { numerator: 2 },
    both: { numerator: 3 },
    headline: { standing: "approved", figure: { numerator: 1 } },
  });
});

test("who owes a report and has not opened it is told the day on which it is due", async () => {
  await appoint(records, AQQALA, "assistant");
  const opened = await aSubmittedReport(actorOf(AQQALA, "assistant"));
  expect(opened).toBeDefined();
  await appoint(records, GORGAN, "assistant");
  const places = await within(actorOf(GOLESTAN, "representative"), async (db) =>
    withDues(db, await listStandings(db, { ...GOLESTAN_SCOPE, level: "county" }, AUTUMN), AUTUMN),
  );
  const dueOf = (id: number) => places.find((place) => place.divisionId === id)?.dueOn;
  expect(dueOf(AQQALA)).toMatch(/^2027-01-/);
  expect(dueOf(GORGAN)).toBe(dueOf(AQQALA));
  expect(places.filter(({ standing }) => standing === "vacant").every(({ dueOn }) => dueOn === null)).toBe(
    true,
  );
});

test("a place's due day is one day for itself, its province and the nation, whatever closes only there", async () => {
  await appoint(records, GORGAN, "assistant");
  const read = async (actor: ReturnType<typeof actorOf>) => {
    const scope = { lo: GORGAN, hi: GORGAN, level: "county" as const };
    const places = await within(actor, async (db) =>
      withDues(db, await listStandings(db, scope, AUTUMN), AUTUMN),
    );
    return places[0]?.dueOn;
  };
  const before = await read(national());
  const ids = ["01997000-0000-7000-8000-00000000c1a5", "01997000-0000-7000-8000-00000000c1a6"];
  const close = (id: string | undefined, division: number, day: string) =>
    records.query(
      `insert into holiday (id, division_id, day, name_fa, name_en, kind, status, published_at)
       values ($1, $2, $3, 'تعطیلی برف', 'Closed by snow', 'closure', 'confirmed', now())`,
      [id, division, day],
    );
  try {
    await close(ids[0], GORGAN, "2026-12-26");
    await close(ids[1], AQQALA, "2026-12-27");
    const own = await within(actorOf(GORGAN, "assistant"), (db) =>
      firstDue(db, { ancestors: [GORGAN, GOLESTAN, NATION] }, lastDayOf(AUTUMN)),
    );
    expect(isoOfDate(own) > (before ?? "")).toBe(true);
    expect(await read(national())).toBe(isoOfDate(own));
    expect(await read(actorOf(GOLESTAN, "representative"))).toBe(isoOfDate(own));
  } finally {
    await records.query("delete from holiday where id = any($1)", [ids]);
  }
});

test("a county renamed since stands in a quarter's list, board and sums under the name of its last day", async () => {
  await appoint(records, GORGAN, "assistant");
  await approve(GORGAN, await aSubmittedReport(actorOf(GORGAN, "assistant")));
  const named = async () => {
    const one = { lo: GORGAN, hi: GORGAN };
    const names = await within(actorOf(GOLESTAN, "representative"), async (db) => [
      (await listStandings(db, { ...one, level: "county" }, AUTUMN))[0]?.nameFa,
      (await listCountyFigures(db, one, "a6.thematic-held", AUTUMN))[0]?.nameFa,
      (await listSummedCounties(db, GOLESTAN_SCOPE, AUTUMN, "a6.thematic-held"))[0]?.nameFa,
    ]);
    return [...new Set(names)];
  };
  const rename = (nameFa: string, day: string) =>
    records.query(
      "insert into division_name (division_id, valid_from, name_fa, name_en) values ($1, $2, $3, $3)",
      [GORGAN, day, nameFa],
    );
  const [before] = await named();
  await rename("نام پس از پاییز", "2026-12-22");
  expect(await named()).toEqual([before]);
  await rename("نام پایان پاییز", "2026-12-21");
  expect(await named()).toEqual(["نام پایان پاییز"]);
  await records.query("delete from division_name where division_id = $1 and valid_from >= '2026-12-21'", [
    GORGAN,
  ]);
});

test("rates are added by numerator and denominator: of 10 and 1,000 cases the mean of the rates would be wrong", async () => {
  await appoint(records, GORGAN, "assistant");
  await appoint(records, AQQALA, "assistant");
  // Gorgan 9 of 10 in time, Aqqala 200 of 1,000: together 209 of 1,010, not the mean of 90 % and 20 %.
  await records.query(
    `insert into demand (division_id, id, tracking_code, kind, title, field, channel, received_on, state, created_by_key, limit_on, answered_at)
     select place, gen_random_uuid(), gen_random_uuid(), 'request', 'عنوان', 'شهری', 'visit', '2026-10-01', 'received', 'test', '2026-10-20',
       case when n <= timely then timestamptz '2026-10-10 09:00+03:30' end
     from (values ($1::int, 10, 9), ($2::int, 1000, 200)) v (place, cases, timely), generate_series(1, cases) n`,
    [GORGAN, AQQALA],
  );
  for (const id of [GORGAN, AQQALA]) await approve(id, await aSubmittedReport(actorOf(id, "assistant")));
  const rows = await board("a9.answered-in-time");
  const total = totalOf(rows).headline?.figure;
  expect(total).toEqual({ numerator: 209, denominator: 1010 });
  const rates = rows.flatMap((row) => (row.figure ? [valueOf(row.figure) ?? 0] : []));
  expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(0.55);
  expect(total && valueOf(total)).toBeCloseTo(209 / 1010);
  const trend = await within(national(), (db) =>
    listTrend(db, GOLESTAN_SCOPE, "a9.answered-in-time", lastPeriods(AUTUMN, 8)),
  );
  expect(trend.at(-1)).toEqual({ period: AUTUMN, approved: total, provisional: null });
  expect(trend.slice(0, -1).every((point) => !point.approved && !point.provisional)).toBe(true);
});

describe("no way to a person", () => {
  test("for the nation and the province, though every ability says yes", async () => {
    const person = await records.person("2026-10-10");
    await records.contact(person, "2026-10-11");
    const meeting = await records.meeting("thematic", "2026-10-10");
    for (const [place, role] of [
      [NATION, "national-officer"],
      [GOLESTAN, "representative"],
    ] as const) {
      const actor = {
        ...actorOf(place, role),
        ability: createMongoAbility([{ action: "manage", subject: "all" }]),
      };
      for (const indicator of INDICATORS) {
        const listed = await within(actor, (db) =>
          listRecords(db, indicator, cellOf({ lo: GORGAN, hi: GORGAN }, AUTUMN, NOW), { take: 10 }),
        );
        const ids = listed.map((record) => record.id);
        if (indicator.record === "person" || indicator.record === "contact")
          expect(ids, indicator.code).toEqual([]);
      }
      const kept = (kind: "person" | "meeting", id: string) =>
        within(actor, (db) => listKeptRecords(db, kind, GORGAN, [id], { take: 10 }));
      expect(await kept("person", person)).toEqual([]);
      expect(await kept("meeting", meeting)).toHaveLength(1);
    }
  });
});

test("any mixture of states adds up as a naive count of the reports says", async () => {
  const places = (
    await records.query(
      "select id from division where level = 'county' and id between $1 and $2 order by id",
      [GOLESTAN, GOLESTAN + 999],
    )
  ).rows.map((row: { id: number }) => row.id);
  const one = fc.record({
    state: fc.option(fc.constantFrom<State>(...STATES)),
    inPost: fc.boolean(),
    frozen: fc.integer({ min: 0, max: 50 }),
    live: fc.integer({ min: 0, max: 50 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 14, maxLength: 14 }), async (counties) => {
      await records.query(
        "truncate report, report_figure, rollup_cell, expected_report, post, appointment cascade",
      );
      const naive = { approved: 0, provisional: 0, missing: 0, vacant: 0, excused: 0, expected: 0 };
      let [approved, provisional] = [0, 0];
      for (const [index, { state, inPost, frozen, live }] of counties.entries()) {
        const id = places[index] ?? 0;
        if (inPost) await appoint(records, id, "assistant");
        const isSent = state !== null && state !== "open" && state !== "draft";
        const reportId = uuidv7();
        if (state !== null)
          await records.query(
            "insert into report (division_id, id, period, version, submission, state, due_on) values ($1, $2, $3, 1, $4, $5, '2027-01-05')",
            [id, reportId, AUTUMN, isSent ? 1 : 0, state],
          );
        if (isSent)
          await records.query(
            "insert into report_figure (division_id, report_id, submission, indicator_code, indicator_version, numerator, record_ids) values ($1, $2, 1, 'a6.thematic-held', 1, $3, '{}')",
            [id, reportId, frozen],
          );
        await records.query(
          "insert into rollup_cell (division_id, period, indicator_code, numerator, computed_at) values ($1, $2, 'a6.thematic-held', $3, now())",
          [id, AUTUMN, live],
        );
        if (state === "approved" || state === "accepted") {
          naive.approved++;
          approved += frozen;
        } else if (isSent) {
          naive.provisional++;
          provisional += live;
        } else if (inPost) naive.missing++;
        else naive.vacant++;
      }
      naive.expected = naive.approved + naive.provisional + naive.missing;
      const rows = await board("a6.thematic-held");
      expect(countStandings(rows)).toEqual(naive);
      const total = totalOf(rows);
      expect(total.approved?.numerator ?? 0).toBe(approved);
      expect(total.provisional?.numerator ?? 0).toBe(provisional);
      expect(sumOf(rows.map((row) => row.figure))?.numerator ?? 0).toBe(approved + provisional);
    }),
    { numRuns: 8 },
  );
}, 60_000);

test("a quarter that is over keeps its list and its figures when a county is closed or entered afterwards", async () => {
  const administrator = anAdministrator();
  const made = (day: string) => ({
    nameFa: `شهرستان ${day}`,
    nameEn: day,
    code: undefined,
    grade: "ordinary" as const,
    validFrom: isoDate(day),
  });
  const { id } = await createCounty(
    administrator,
    GOLESTAN,
    made("2025-03-21"),
    new Date("2026-10-01T06:00:00Z"),
  );
  await appoint(records, id, "assistant");
  const reportId = await aSubmittedReport(actorOf(id, "assistant"));
  await approve(id, reportId);
  await freezeExpectedReports(national(), AUTUMN, NOW);
  const before = await board("a6.thematic-held");
  expect(before.find((row) => row.divisionId === id)).toMatchObject({ standing: "approved" });

  const close = (day: string) =>
    closeCounty(administrator, id, { closedOn: isoDate(day), successorIds: [GORGAN] }, NOW);
  for (const day of ["2025-04-01", "2026-12-21"])
    await expect(close(day)).rejects.toMatchObject({ code: "divisions.closed-before-quarter" });
  await close("2026-12-22");
  expect(await board("a6.thematic-held")).toEqual(before);
  // Whatever day the division's own row comes to bear.
  await records.query("update division set valid_to = '2025-04-01' where id = $1", [id]);
  expect(await board("a6.thematic-held")).toEqual(before);

  await createCounty(administrator, GOLESTAN, made("2025-06-01"), NOW);
  expect(await board("a6.thematic-held")).toEqual(before);
  await freezeExpectedReports(national(), AUTUMN, NOW);
  expect(await board("a6.thematic-held")).toEqual(before);
});
