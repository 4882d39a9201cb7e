import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN, NATION, SARI } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { AUTUMN } from "../../../../tests/factories/reports";
import { within } from "~/kernel/db.server";
import { findDefinition, readDuties, readIndicators } from "./definitions-page.server";

const CODE = "a9.answered-in-time";
let records: Records;
beforeAll(async () => {
  records = await Records.open();
  for (const [version, from, formula, target] of [
    [2, "2026-06-22", "Answered within ten days", 80],
    [3, "2026-12-22", "Answered within twelve days", 90],
  ])
    await records.query(
      `insert into indicator (division_id, code, duty_code, position, name_fa, name_en, unit_fa, unit_en, formula_fa,
         formula_en, kind, direction, minimum_count, target, owner_fa, owner_en, peer_rule, version, valid_from, published_at)
       select division_id, code, duty_code, position, name_fa, name_en, unit_fa, unit_en, formula_fa, $3, kind, direction,
         minimum_count, $4, owner_fa, owner_en, peer_rule, $1, $2, now() from indicator where code = $5 and version = 1`,
      [version, from, formula, target, CODE],
    );
  await records.query(
    `insert into duty (division_id, code, role_group, position, text_fa, text_en, clause, version, valid_from, published_at)
     values ($1, 'p28000-1', 'assistant', 1, 'جشن خوشه', 'The harvest feast', 'استان ۱۲', 1, '2011-03-21', now())`,
    [GOLESTAN],
  );
});
afterAll(() => records.close());

const gorgan = actorOf(GORGAN, "assistant");

test("a page shows the versions of an indicator, the one that holds, and what each changed piece by piece", async () => {
  const page = await within(gorgan, (db) => findDefinition(db, GORGAN, CODE, AUTUMN));
  if (page?.kind !== "indicator") return expect.fail("no indicator");
  expect(page.versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
    "3 coming",
    "2 now",
    "1 past",
  ]);
  expect(page.versions[0]?.words).toEqual({
    fa: [],
    en: [
      {
        field: "formula",
        pieces: [
          { kind: "same", text: "Answered within " },
          { kind: "removed", text: "ten" },
          { kind: "added", text: "twelve" },
          { kind: "same", text: " days" },
        ],
      },
    ],
  });
  expect(page.versions[0]?.measures).toEqual([{ field: "target", before: 80, after: 90 }]);
  expect(page.versions[2]).toMatchObject({ measures: [], words: { fa: [], en: [] }, target: 100 });
  expect(page.duty?.clause).toBe("43515/4-a-9");
});

test("a duty's page names its indicators as they stand; an unknown code has none", async () => {
  const page = await within(gorgan, (db) => findDefinition(db, GORGAN, "a9", AUTUMN));
  if (page?.kind !== "duty") return expect.fail("no duty");
  expect(page.indicators.filter(({ code }) => code === CODE).map(({ version }) => version)).toEqual([2]);
  expect(await within(gorgan, (db) => findDefinition(db, GORGAN, "a99", AUTUMN))).toBeNull();
});

test("the list has 64 duties of the nation, each once and as it stands, and finds words in either language", async () => {
  const duties = await within(gorgan, (db) => readDuties(db, GORGAN, "", AUTUMN));
  expect(duties.filter(({ divisionId }) => divisionId === 0)).toHaveLength(64);
  const found = async (q: string) =>
    (await within(gorgan, (db) => readDuties(db, GORGAN, q, AUTUMN))).map(({ code }) => code);
  expect(await found("press sessions")).toEqual(["s1-9"]);
  expect(await found("خبری نشست")).toEqual(["s1-9"]);
  expect(await found("504956/11")).toEqual(["s3-11"]);
  const indicators = await within(gorgan, (db) => readIndicators(db, "within ten days", AUTUMN));
  expect(indicators.map(({ code, version, clause }) => `${code} ${version} ${clause}`)).toEqual([
    `${CODE} 2 43515/4-a-9`,
  ]);
});

test("a province's own duty is listed in its counties and by the nation, not in another province", async () => {
  const listed = async (place: number, role: "assistant" | "national-officer") =>
    (await within(actorOf(place, role), (db) => readDuties(db, place, "harvest", AUTUMN))).length;
  expect(await listed(GORGAN, "assistant")).toBe(1);
  expect(await listed(NATION, "national-officer")).toBe(1);
  expect(await listed(SARI, "assistant")).toBe(0);
});
