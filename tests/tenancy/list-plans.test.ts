import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { fillCountry } from "./plans/country-of-rows";
import { CASES, LOOK_UPS } from "./plans/cases";
import { ManyRows } from "./plans/many-rows";
import { plansOf, touched, type Node } from "./plans/read-plans";

/** An index that does not begin with a place, and why it may serve a list. */
const ACROSS_PLACES: Record<string, string> = {
  appointment_account_id_idx: "where an account has power is asked before its place is known",
  office_appointment_account_id_idx: "for which offices an account acts is asked before a place is known",
  deputy_account_id_idx: "where an account acts is asked before its place is known",
  deputy_one_post_at_a_time: "as above, where the planner takes the guard for it",
  office_organisation_id_division_id_idx: "one body's offices in the counties of a province",
  report_period_division_id_idx: "a quarter's reports of many places",
  expected_report_period_division_id_idx: "a quarter's standings of many places",
  rollup_cell_period_indicator_code_division_id_idx: "one figure of many places",
};

type Index = { name: string; table: string; first: string };

let rows: ManyRows;
let divided: Set<string>;
let indexes: Map<string, Index>;

beforeAll(async () => {
  rows = await ManyRows.open(inject("cluster").adminUrl);
  await fillCountry(rows);
  const tables = await rows.query<{ name: string }>(
    "select table_name as name from tenancy.declaration where class in ('nested', 'exact', 'two-ended')",
  );
  divided = new Set(tables.map(({ name }) => name));
  const found = await rows.query<Index>(
    `select i.relname as name, t.relname as table, pg_get_indexdef(x.indexrelid, 1, true) as first
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where t.relnamespace = 'public'::regnamespace`,
  );
  indexes = new Map(found.map((index) => [index.name, index]));
}, 120_000);
afterAll(() => rows.close());

/** What is wrong with a node of a plan, in words. */
function faultsOf(node: Node, most: number): string[] {
  const index = indexes.get(node["Index Name"] ?? "");
  const table = node["Relation Name"] ?? index?.table;
  const what = `${node["Node Type"]} ${node["Index Name"] ?? table ?? ""}`;
  const faults: string[] = [];
  if (table !== undefined && divided.has(table)) {
    if (node["Node Type"] === "Seq Scan") faults.push(`${what} reads the whole of a divided table`);
    if (index && !(index.name in ACROSS_PLACES)) {
      if (!/^(source_|to_|target_)?division_id$/.test(index.first))
        faults.push(`${what} does not begin with the place`);
      if (!node["Index Cond"]?.includes(index.first)) faults.push(`${what} is walked without the place`);
    }
  }
  if (table !== undefined && !divided.has(table)) return faults;
  if (touched(node) > most) faults.push(`${what} touches ${touched(node)} rows, and may ${most}`);
  return faults;
}

const modules = import.meta.glob<Record<string, unknown>>(
  [
    "../../app/areas/**/*.server.ts",
    "../../app/areas/*/queries.server/*.ts",
    "!../../app/areas/**/*.test.ts",
  ],
  { eager: true },
);
const LISTS = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports)
    .filter(([name, value]) => /^(list|search)[A-Z]/.test(name) && typeof value === "function")
    .map(([name, list]) => ({ name, list, file: file.replace(/^.*\/areas\//, "") })),
);

describe("with thousands of rows in a place", () => {
  test("every list of every area has its plan read here", () => {
    const read = new Set<unknown>(CASES.map(({ list }) => list));
    const unread = LISTS.filter(({ list }) => !read.has(list));
    expect(unread.map(({ name, file }) => `${name} of ${file}`)).toEqual([]);
    expect(LISTS.length).toBeGreaterThan(40);
  });

  test.each(CASES)(
    "$what: cut from an index that begins with the place, whether planned with its values or without",
    async ({ actor, run, most, door }) => {
      const plans = await plansOf(actor, run, { door });
      const faults = [...plans].map(([mode, nodes]) => [
        mode,
        ...new Set(nodes.flatMap((node) => faultsOf(node, most))),
      ]);
      expect(faults).toEqual([["force_custom_plan"], ["force_generic_plan"]]);
    },
  );

  test.each(LOOK_UPS)(
    "$what: found by place and id, from its county and from above",
    async ({ actors, run }) => {
      for (const actor of actors) {
        const plans = await plansOf(actor, (db) => run(db, actor));
        // From above it is probed for in each place, or in one walk that skips from place to place.
        const nodes = [...plans.values()].flat();
        expect(
          nodes.filter(
            (node) => /^(Seq|Bitmap)/.test(node["Node Type"]) && divided.has(node["Relation Name"] ?? ""),
          ),
        ).toEqual([]);
        for (const node of nodes) expect(touched(node)).toBeLessThan(100);
      }
    },
  );
});
