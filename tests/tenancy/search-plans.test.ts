import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findPeople } from "~/areas/network/queries.server/search";
import { within } from "~/kernel/db.server";
import { actorOf, GORGAN } from "../factories/actors";
import { ManyRows } from "./plans/many-rows";
import { plansOf, touched } from "./plans/read-plans";

/** People of the county; it has a twentieth of a country's million. */
const PEOPLE = 50_000;
/** Most rows that a step of the search touches: of a hundred and fifty thousand words and fifty thousand people. */
const MOST = 9000;
const assistant = actorOf(GORGAN, "assistant");

/**
 * Everybody is called by one of two given names, and each given name has family names of its own: of the first given name
 * and the last family name there are thousands, and nobody has both.
 */
const NAMES = `select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id, case
    when n = 7 then 'محمد حسن کریمی'
    when n % 2 = 0 then 'محمد ' || (array['حسینی', 'احمدی'])[1 + n / 2 % 2] || third
    else 'فاطمه ' || (array['رضایی', 'کریمی'])[1 + n / 2 % 2] || third end as name
  from generate_series(1, ${PEOPLE}) n, lateral (select case when n % 5 = 0 then ' ' || n / 200 else '' end as third) t`;

let rows: ManyRows;
beforeAll(async () => {
  rows = await ManyRows.open(inject("cluster").adminUrl);
  await rows.query(`insert into person (division_id, id, full_name, search_key, tier, state, state_since, created_by_key)
    select ${GORGAN}, id, name, name, 'wide', 'active', '2026-01-01', 'test' from (${NAMES}) named`);
  // As the triggers write them, without the cost of cutting each name.
  await rows.query(`insert into person_word select division_id, id, k - 1, array_to_string(words[k:], ' '),
      array_to_string(words[k:], '')
    from (select division_id, id, string_to_array(search_key, ' ') as words from person) cut, generate_series(1, 3) k
    where words[k] is not null`);
  await rows.query(`insert into person_block select distinct division_id, 's:' || least(left(a, 3), left(b, 3)) || ' '
      || greatest(left(a, 3), left(b, 3)), id
    from (select division_id, id, translate(search_key, 'حضغ', 'هزق') as key from person) heard,
      lateral (select split_part(key, ' ', 1) as a, split_part(key, ' ', 2) as b) two
    union select p.division_id, b.block, p.id from person p, person_blocks(p.search_key, null) b
      where p.full_name = 'محمد حسن کریمی'`);
  await rows.query("analyze person, person_word, person_block");
  // The county stands among a million: the planner is told of as many rows as a country has.
  for (const [table, times] of [
    ["person", 20],
    ["person_word", 20],
    ["person_block", 20],
  ] as const)
    await rows.query(
      `select pg_restore_relation_stats('schemaname', 'public', 'relname', $1::text, 'relpages', relpages,
          'reltuples', (reltuples * $2::int)::real, 'relallvisible', relpages)
        from pg_class where oid = $1::regclass`,
      [table, times],
    );
}, 60_000);
afterAll(() => rows.close());

const find = (text: string) => within(assistant, (db) => findPeople(db, GORGAN, text, 50));

describe("with a country's million people, of whom fifty thousand are here", () => {
  test.each([
    ["a name that half of them begin with", "محمد", 200],
    ["a whole name", "محمد حسینی 20", MOST],
    ["a number's last digits, which nobody has", "7777", 200],
    ["two common names turned round", "حسینی محمد", MOST],
    ["two common names, the second begun", "کریمی فاط", MOST],
    ["two common names that never meet", "کریمی محم", MOST],
    ["two common names that never meet, of few letters", "فا حس", MOST],
    ["three, of which two never meet", "محمد رضایی 12", MOST],
  ])("%s: a search reads few rows of the county", async (_, text, most) => {
    const plans = await plansOf(assistant, (db) => findPeople(db, GORGAN, text, 50));
    for (const [mode, nodes] of plans) {
      const read = nodes.filter(
        (node) => node["Relation Name"] !== undefined || node["Index Name"] !== undefined,
      );
      expect(Math.max(...read.map(touched)), mode).toBeLessThanOrEqual(most);
    }
  });

  test("whoever has both of two common names is found whatever their order", async () => {
    for (const typed of ["حسینی محمد", "حسيني محم", "محمد حسینی"])
      expect((await find(typed)).length, typed).toBe(50);
    // The one among twelve thousand of each.
    for (const typed of ["کریمی محمد", "کریمی حسن", "حسن محمد"])
      expect((await find(typed)).map((one) => one.fullName)).toContain("محمد حسن کریمی");
    expect(await find("رضایی محمد")).toEqual([]);
  });
});
