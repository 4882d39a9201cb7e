import pg from "pg";
import type { Filter } from "~/areas/obligations/filters";
import { listObligations } from "~/areas/obligations/queries.server";
import { within } from "~/kernel/db.server";
import { isoDate } from "~/lib/jalali";
import { actorOf } from "../../factories/actors";
import { alternate } from "../alternate";
import { atOnce } from "../at-once";
import type { Country } from "../country";
import { ofCluster } from "../processor-time";
import type { Row } from "../row";

const COUNTY = 9_016;
const OBLIGATIONS = 100_000;
const TODAY = isoDate("2026-12-24");
const PAGE = 50;
const PATIENCE = 15_000;

/** What a reader asks of the ledger of one body, one after the other. */
const ASKED: readonly Filter[] = ["open", "overdue", "all", "closed"];

/** The condition of each, as one writes it who knows the table. */
const WRITTEN: Partial<Record<Filter, string>> = {
  open: "and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')",
  overdue: "and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked') and b.due_on < $3",
  closed: "and b.state in ('verified', 'withdrawn', 'not-applicable')",
};

/** A body that owes a hundred thousand things, over ten years, in all states; answers its office. */
async function fill(country: Country): Promise<string> {
  return country.asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
       select $1, gen_random_uuid(), id, 'اداره', 'Office', '2015-01-01' from organisation
       where code = 'power-distribution' returning id::text`,
      [COUNTY],
    );
    const [office] = rows;
    if (!office) throw new Error("The dictionary has no such body.");
    await owner.query(
      `insert into obligation (division_id, id, source_division_id, source_kind, source_title, office_id, organisation_id,
         text, deadline_kind, first_due_on, due_on, state, issued_at, issued_by_key)
       select $1, gen_random_uuid(), 9000, 'resolution', 'شورای اداری استان', o.id, o.organisation_id,
         'گزارش اقدام درباره بند ' || n, 'dated', day, day + (n % 5) * 10,
         (array['issued', 'acknowledged', 'in-progress', 'reported-done', 'verified', 'verified', 'verified', 'withdrawn'])[1 + n % 8],
         timestamptz '2016-12-01' + n * interval '50 minutes', 'bench'
       from generate_series(1, $2::int) n, office o,
         lateral (select (date '2017-01-01' + n / 29) as day) d
       where o.division_id = $1 and o.id = $3::uuid`,
      [COUNTY, OBLIGATIONS, office.id],
    );
    await owner.query("vacuum analyze obligation");
    return office.id;
  });
}

export const ledgerBody: Row = {
  id: "ledger.body",
  what: "a page of the ledger of a body that owes 100,000 things, by state and lateness, against the best statement of the owner; processor time of PostgreSQL",
  unit: "ms",
  goal: 1.5,
  async measure(country) {
    const office = await fill(country);
    const actor = actorOf(COUNTY, "assistant");
    const owner = new pg.Pool({ connectionString: country.ownerUrl, max: 2 });
    let ours = 0;
    let theirs = 0;
    const asked = (n: number): Filter => ASKED[n % ASKED.length] ?? "all";
    const bare = async () => {
      const filter = asked(theirs++);
      await owner.query({
        name: filter,
        text: `select b.*, o.name_fa, o.name_en, c.children, c.verified from (
            select division_id, id, source_kind, source_title, source_number, parent_id, text, office_id, deadline_kind,
              first_due_on::text, due_on::text, cadence, state, issued_at from obligation b
            where b.division_id = $1 and b.office_id = $2 ${WRITTEN[filter] ?? ""}
            order by b.issued_at desc, b.id desc limit ${PAGE + 1}) b
          join office o on o.division_id = $1 and o.id = $2
          cross join lateral (select count(*)::int as children, count(*) filter (where k.state = 'verified')::int as verified
            from obligation k where k.division_id = b.division_id and k.parent_id = b.id) c
          order by b.issued_at desc, b.id desc`,
        values: filter === "overdue" ? [COUNTY, office, TODAY] : [COUNTY, office],
      });
    };
    const clock = () => ofCluster(country.serverPid);
    try {
      return await alternate(
        {
          operations: 120,
          run: () =>
            atOnce(2, 120, () => {
              const ask = { end: "owed", filter: asked(ours++), office } as const;
              return within(actor, (db) => listObligations(db, COUNTY, ask, TODAY, PAGE), { readOnly: true });
            }),
          clock,
        },
        { operations: 120, run: () => atOnce(2, 120, bare), clock },
        { unit: "pages", patience: PATIENCE },
      );
    } finally {
      await owner.end();
    }
  },
};
