import pg from "pg";
import { uuidv7 } from "~/lib/identifiers";
import { alternate } from "../alternate";
import type { Country } from "../country";
import { ofCluster, ofThisProcess } from "../processor-time";
import type { Row } from "../row";
import { actorOf, GOLESTAN } from "../../factories/actors";

/** Offices that one text goes to. */
const PARTIES = 500;
const FAN_OUTS = 5;
const TEXT = "برنامه ملاقات مردمی هر اداره تا پایان ماه به دبیرخانه برسد.";

/** Opens offices of bodies of their own, until the province has as many executive ones as a text goes to. */
async function openOffices(country: Country): Promise<void> {
  await country.asOwner(async (owner) => {
    await owner.query(
      `with missing as (select greatest(0, $2 - count(*))::int as lacking from office o
         join organisation g on g.id = o.organisation_id
         where o.division_id = $1 and g.kind = 'executive' and o.closed_on is null),
       body as (insert into organisation (id, division_id, code, name_fa, name_en, kind, levels, published_at)
         select gen_random_uuid(), 0, 'bench-' || s.n, 'دستگاه ' || s.n, 'Body ' || s.n, 'executive', '{province}', now()
         from missing, generate_series(1, missing.lacking) as s (n) returning id, name_fa, name_en)
       insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
       select $1, gen_random_uuid(), id, name_fa, name_en, '2020-01-01' from body`,
      [GOLESTAN, PARTIES],
    );
    await owner.query("analyze organisation; analyze office");
  });
}

/** The same obligations by one statement of the owner: what the rows themselves cost. */
async function insertBare(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query(
    `insert into obligation (division_id, id, source_division_id, source_kind, source_id, source_title, office_id,
       organisation_id, text, deadline_kind, first_due_on, due_on, state, issued_at, issued_by_key)
     select o.division_id, gen_random_uuid(), $1, 'decision', $2::uuid, 'بنچ', o.id, o.organisation_id, $3, 'dated', '2027-02-01',
       '2027-02-01', 'issued', now(), 'bench'
     from office o join organisation g on g.id = o.organisation_id
     where o.division_id = $1 and g.kind = 'executive' and o.closed_on is null order by o.name_fa limit $4`,
    [GOLESTAN, uuidv7(), TEXT, PARTIES],
  );
  if (rowCount !== PARTIES) throw new Error(`${rowCount} rows were inserted of ${PARTIES}.`);
}

export const ledgerFanout: Row = {
  id: "ledger.fanout",
  what: "one decision to the 500 executive bodies of a province by the command: rules, group resolved and kept, calendar, number, policies, audit and one event, against one bare insert … select of the same 500 rows by the owner; processor time of client and PostgreSQL",
  unit: "ms",
  goal: 4,
  async measure(country) {
    const { issueDecision } = await import("~/areas/obligations/commands/issue-decision.server");
    await openOffices(country);
    const expert = actorOf(GOLESTAN, "provincial-expert");
    const owner = new pg.Client({ connectionString: country.ownerUrl });
    await owner.connect();
    const clock = () => ofThisProcess() + ofCluster(country.serverPid);
    const repeat = async (work: () => Promise<unknown>) => {
      for (let i = 0; i < FAN_OUTS; i++) await work();
    };
    const issue = async () => {
      const { count } = await issueDecision(expert, {
        title: "بنچ",
        text: TEXT,
        to: ["group:all-executive-bodies"],
        deadline: { kind: "dated", on: "2027-02-01" },
      });
      if (count !== PARTIES) throw new Error(`${count} offices owe of ${PARTIES}.`);
    };
    try {
      return await alternate(
        { operations: FAN_OUTS, run: () => repeat(issue), clock },
        { operations: FAN_OUTS, run: () => repeat(() => insertBare(owner)), clock },
        { unit: "fan-outs" },
      );
    } finally {
      await owner.end();
    }
  },
};
