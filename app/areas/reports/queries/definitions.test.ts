import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN, NATION, SARI } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { aSubmittedReport, appoint, AUTUMN, NOW } from "../../../../tests/factories/reports";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { Period } from "~/lib/period";
import { readBoard } from "./board-page.server";
import { dutiesIn } from "./duties.server";
import { findReportHead, readReport, readSentReport } from "./report-page.server";
import { figuresOfCounties } from "./sent-figures.server";

const CODE = "a6.thematic-held";
const SUMMER: Period = "1405-Q2";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());
beforeEach(async () => {
  await records.query(
    "truncate meeting, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post cascade",
  );
  await records.query("delete from indicator where version > 1");
  await records.query("delete from duty where version > 1 or division_id > 0");
  await appoint(records, GORGAN, "assistant");
});

const assistant = () => actorOf(GORGAN, "assistant");
const representative = () => actorOf(GOLESTAN, "representative");

/** Version 2 of the indicator and of its duty, in other words, from a day on. */
async function redefine(from: string) {
  await records.query(
    `insert into indicator (division_id, code, duty_code, position, name_fa, name_en, unit_fa, unit_en, formula_fa,
       formula_en, kind, direction, minimum_count, target, owner_fa, owner_en, peer_rule, version, valid_from, published_at)
     select division_id, code, duty_code, position, 'نام تازه', 'New name', unit_fa, unit_en, 'فرمول تازه', 'New formula',
       kind, direction, minimum_count, 7, owner_fa, owner_en, 'grade', 2, $1, now() from indicator where code = $2`,
    [from, CODE],
  );
  await records.query(
    `insert into duty (division_id, code, role_group, position, text_fa, text_en, clause, is_absent, version, valid_from, published_at)
     select division_id, code, role_group, position, 'وظیفه تازه', 'New duty', clause, is_absent, 2, $1, now() from duty where code = 'a6'`,
    [from],
  );
}

const view = (actor: PlacedActor, period: Period) =>
  within(actor, async (db) => {
    const head = await findReportHead(db, GORGAN, period);
    if (!head) return expect.fail("no report");
    const read = await readReport(db, actor, head, NOW);
    const duty = read.duties.find(({ code }) => code === "a6");
    const row = duty?.rows.find(({ code }) => code === CODE);
    const paper = (await readSentReport(db, head)).figures.find(({ indicator }) => indicator.code === CODE);
    expect(paper?.indicator.nameEn).toBe(row?.nameEn);
    return {
      duty: duty?.textEn,
      name: row?.nameEn,
      formula: row?.formulaEn,
      version: row?.version,
      figure: row?.figure.numerator,
    };
  });

test("an indicator defined anew in the middle of the year: the summer's report keeps its name, formula and figure", async () => {
  await records.meeting("thematic", "2026-08-10");
  await aSubmittedReport(assistant(), NOW, SUMMER);
  const before = await view(representative(), SUMMER);
  expect(before).toMatchObject({ name: "Thematic meetings held", version: 1, figure: 1 });

  await redefine("2026-09-23");
  await aSubmittedReport(assistant());
  expect(await view(representative(), SUMMER)).toEqual(before);
  expect(await view(representative(), AUTUMN)).toMatchObject({
    duty: "New duty",
    name: "New name",
    formula: "New formula",
    version: 2,
  });

  const boardOf = (period: Period) =>
    within(representative(), (db) =>
      readBoard(
        db,
        { lo: GOLESTAN, hi: 28_999, by: "county", borders: "then", reach: { lo: GOLESTAN, hi: 28_999 } },
        CODE,
        period,
      ),
    );
  expect((await boardOf(SUMMER)).indicator).toMatchObject({ version: 1, target: null });
  expect((await boardOf(AUTUMN)).indicator).toMatchObject({ version: 2, target: 7, nameEn: "New name" });
});

test("a version that begins before a report was sent does not reach it: it keeps the one it was sent with", async () => {
  await aSubmittedReport(assistant(), NOW, SUMMER);
  const before = await view(assistant(), SUMMER);
  await redefine("2026-03-21");
  expect(await view(assistant(), SUMMER)).toEqual(before);
  await records.query("update report set state = 'approved' where period = $1", [SUMMER]);
  const open = await within(representative(), (db) =>
    figuresOfCounties(db, { lo: GOLESTAN, hi: 28_999 }, SUMMER),
  );
  const said = open.filter(({ indicator }) => indicator.code === CODE);
  expect(
    new Set(said.map(({ place, indicator }) => `${place.divisionId === GORGAN} ${indicator.version}`)),
  ).toEqual(new Set(["true 1", "false 2"]));
});

const own = (actor: PlacedActor, divisionId: number, code: string) =>
  within(actor, (db) =>
    db.duty.create({
      data: {
        divisionId,
        code,
        roleGroup: "assistant",
        position: 1,
        textFa: "جشن خوشه",
        textEn: "The harvest feast",
        clause: "—",
        version: 1,
        validFrom: new Date("2026-09-23"),
        publishedAt: NOW,
      },
    }),
  );
const codesOf = (actor: PlacedActor, divisionId: number, period: Period) =>
  within(actor, async (db) => (await dutiesIn(db, divisionId, period)).map(({ code }) => code));

test("a province adds a duty for its own counties alone, after the nation's, and from its quarter on", async () => {
  await own(representative(), GOLESTAN, "p28000-1");
  expect((await codesOf(assistant(), GORGAN, AUTUMN)).at(-1)).toBe("p28000-1");
  expect(await codesOf(assistant(), GORGAN, SUMMER)).not.toContain("p28000-1");
  expect(await codesOf(actorOf(NATION, "national-officer"), GORGAN, AUTUMN)).toContain("p28000-1");
  expect(await codesOf(actorOf(SARI, "assistant"), SARI, AUTUMN)).not.toContain("p28000-1");
});

test("no province changes the nation's, stands for one of them, or writes another's; nobody rewrites a version", async () => {
  await expect(own(representative(), NATION, "a18")).rejects.toThrow(/42501|row-level security/);
  await expect(own(representative(), GOLESTAN, "a6")).rejects.toThrow(/duty_own_code/);
  await expect(own(assistant(), GOLESTAN, "p28000-2")).rejects.toThrow(/42501|row-level security/);
  for (const actor of [representative(), actorOf(NATION, "national-officer")])
    await expect(
      within(actor, (db) => db.duty.updateMany({ data: { textEn: "Otherwise" } })),
    ).rejects.toThrow(/permission denied|42501/);
});
