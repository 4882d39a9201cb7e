import pg from "pg";
import { listPeopleByName } from "~/areas/network/queries.server/people";
import { findPeople } from "~/areas/network/queries.server/search";
import { within } from "~/kernel/db.server";
import { afterAll } from "~/lib/name-search";
import { actorOf } from "../../factories/actors";
import { alternate } from "../alternate";
import { atOnce } from "../at-once";
import type { Country } from "../country";
import { ofCluster } from "../processor-time";
import type { Row } from "../row";

/** A county of a hundred thousand people, one of a thousand, and others beside them. */
const LARGE = 9_016;
const SMALL = 28_011;
const PEOPLE = { [LARGE]: 100_000, [SMALL]: 1_000, 3_007: 20_000, 8_014: 20_000 };
const PATIENCE = 12_000;

const actorIn = (county: number) => actorOf(county, "assistant");

/** Fills the counties once, however many rows ask for it. */
async function fill(country: Country): Promise<void> {
  await country.asOwner(async (owner) => {
    const { rows } = await owner.query("select from person where division_id = $1 offset 50000 limit 1", [
      LARGE,
    ]);
    if (rows.length > 0) return;
    for (const [county, people] of Object.entries(PEOPLE))
      await owner.query(
        `insert into person (division_id, id, full_name, search_key, mobile, tier, state, joined_on, created_by_key)
         select $1::int, gen_random_uuid(), name, name, '+989' || lpad(n::text, 9, '0'), 'wide', 'active', '2025-01-01', 'bench'
         from (select n, given[1 + n % 12] || ' ' || family[1 + (n / 12) % 400] || ' ' || family[1 + (n * 7) % 391] as name
           from generate_series(1, $2::int) n,
             (select array['رضا', 'علی', 'محمد', 'زهرا', 'مریم', 'فاطمه', 'حسین', 'حسن', 'سید علی', 'محمد رضا', 'نرگس', 'الهام'] as given) g,
             (select array_agg('خ' || substr(translate(md5(i::text), '0123456789abcdef', 'ابپتجچحدرزسشفکگل'), 1, 6)) as family
               from generate_series(1, 400) i) f) made`,
        [county, people],
      );
    await owner.query("vacuum analyze person, person_word");
  });
}

export const networkList: Row = {
  id: "network.list",
  what: "first page of people by name of a county of 100,000, against the same of a county of 1,000; processor time of PostgreSQL",
  unit: "ms",
  goal: 1.2,
  async measure(country) {
    await fill(country);
    const side = (county: number) => {
      const actor = actorIn(county);
      return {
        operations: 100,
        run: () =>
          atOnce(2, 100, () =>
            within(actor, (db) => listPeopleByName(db, { divisionId: county }), { readOnly: true }),
          ),
        clock: () => ofCluster(country.serverPid),
      };
    };
    return alternate(side(LARGE), side(SMALL), { unit: "pages", patience: PATIENCE });
  },
};

/** The page that is deep in the list, of fifty people each. */
const DEEP = 120;

export const listDeep: Row = {
  id: "list.deep",
  what: `page ${DEEP} of a county of 100,000 people by name, against its first page; processor time of PostgreSQL`,
  unit: "ms",
  goal: 1.2,
  async measure(country) {
    await fill(country);
    const actor = actorIn(LARGE);
    const page = (cursor: string | null) =>
      within(actor, (db) => listPeopleByName(db, { divisionId: LARGE, cursor }), { readOnly: true });
    let deep: string | null = null;
    for (let at = 1; at < DEEP; at++) deep = (await page(deep)).next;
    if (deep === null) throw new Error(`The list ends before page ${DEEP}.`);
    const side = (cursor: string | null) => ({
      operations: 100,
      run: () => atOnce(2, 100, () => page(cursor)),
      clock: () => ofCluster(country.serverPid),
    });
    return alternate(side(deep), side(null), { unit: "pages", patience: PATIENCE });
  },
};

/** As a hand types it: letter by letter, then two words. */
const TYPED = ["مح", "محم", "محمد", "زهرا خ", "رضا خپ", "خا محمد"];

export const networkSearch: Row = {
  id: "network.search",
  what: "search as one types in a county of 100,000 under the policies, against one hand-written statement of the owner over the same words; processor time of PostgreSQL",
  unit: "ms",
  goal: 1.5,
  async measure(country) {
    await fill(country);
    const actor = actorIn(LARGE);
    const owner = new pg.Pool({ connectionString: country.ownerUrl, max: 2 });
    let ours = 0;
    let theirs = 0;
    const typed = (n: number) => TYPED[n % TYPED.length] ?? "";
    const bare = async () => {
      const words = typed(theirs++).split(" ");
      const [first = "", second] = words;
      const range = (at: number) => `w.glued >= $${at} and w.glued < $${at + 1}`;
      await owner.query({
        name: second === undefined ? "one" : "two",
        text: `select p.id, p.full_name, p.search_key, p.mobile, p.locality, p.state
          from (select w.person_id from person_word w where w.division_id = $1 and ${range(2)}
            ${second === undefined ? "" : `and exists (select from person_word o where o.division_id = $1 and o.person_id = w.person_id and o.glued >= $4 and o.glued < $5)`}
            order by w.glued, w.person_id limit 150) found
          join person p on p.division_id = $1 and p.id = found.person_id`,
        values: [LARGE, first, afterAll(first), ...(second === undefined ? [] : [second, afterAll(second)])],
      });
    };
    const clock = () => ofCluster(country.serverPid);
    try {
      return await alternate(
        {
          operations: 120,
          run: () =>
            atOnce(2, 120, () =>
              within(actor, (db) => findPeople(db, LARGE, typed(ours++), 50), { readOnly: true }),
            ),
          clock,
        },
        { operations: 120, run: () => atOnce(2, 120, bare), clock },
        { unit: "searches", patience: PATIENCE },
      );
    } finally {
      await owner.end();
    }
  },
};
