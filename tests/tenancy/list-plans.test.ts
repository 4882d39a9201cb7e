import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN } from "../factories/actors";
import { Records } from "../factories/records";
import { getDemand, listForOffice, listNearLimit, listToRefer } from "~/areas/demands/queries.server";
import { getMeeting, listLastHeld, listMeetings } from "~/areas/meetings/queries.server/meetings";
import { getCircle, listCircles } from "~/areas/network/queries.server/circles";
import { listTimeline } from "~/areas/network/queries.server/timeline";
import { listContacts } from "~/areas/network/queries.server/contacts";
import { listPeopleByName } from "~/areas/network/queries.server/people";
import { listDue } from "~/areas/obligations/due.server";
import { listIssuances, listObligations, locateObligation } from "~/areas/obligations/queries.server";
import { listObstacles, listReceived } from "~/areas/obstacles/queries.server";
import { findCircles, findPeople } from "~/areas/network/queries.server/search";
import type { PlacedActor } from "~/kernel/actor";
import { Prisma, within, type Db } from "~/kernel/db.server";
import { encodeCursor } from "~/lib/paging";
import { uuidv7 } from "~/lib/identifiers";

/** Rows of each table in the one county, and the most that a page may touch of any of them. */
const ROWS = 6000;
const MOST = 400;
const TODAY = "2026-12-24";
const OFFICE = uuidv7();

let records: Records;

/** Fills a table: `columns` are SQL over `n` from 1 to ROWS, beside the place and an id. */
const fill = (
  table: string,
  { id = "gen_random_uuid()", ...columns }: Record<string, string>,
  place = GORGAN,
) =>
  records.query(
    `insert into ${table} (division_id, id, ${Object.keys(columns).join(", ")})
     select ${place}, ${id}, ${Object.values(columns).join(", ")} from generate_series(1, ${ROWS}) n`,
  );

const DAY = "date '2020-01-01' + (n % 2500)";
const INSTANT = "timestamptz '2020-01-01 08:00:00Z' + n * interval '7 hours'";

beforeAll(async () => {
  records = await Records.open();
  await records.query(
    `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
     select $1, $2, (select id from organisation limit 1), 'اداره', 'Office', '2020-01-01'`,
    [GORGAN, OFFICE],
  );
  await fill("obligation", {
    source_division_id: `${GOLESTAN}`,
    source_kind: "'resolution'",
    source_id: "gen_random_uuid()",
    source_title: "'شورای اداری'",
    office_id: `'${OFFICE}'::uuid`,
    organisation_id: "gen_random_uuid()",
    text: "'گزارش'",
    deadline_kind: "'dated'",
    first_due_on: DAY,
    due_on: DAY,
    state: "(array['issued', 'in-progress', 'reported-done', 'verified'])[1 + n % 4]",
    issued_at: INSTANT,
    issued_by_key: "'test'",
  });
  await fill(
    "issuance",
    {
      source_kind: "'resolution'",
      record_id: "gen_random_uuid()",
      title: "'شورای اداری'",
      number: "nullif(n % 17, 0)",
      text: "'متن'",
      addressees: "'فرمانداران'",
      deadline_kind: "'dated'",
      due_on: DAY,
      issued_at: "timestamptz '2020-01-01 08:00:00Z' + (n / 17) * interval '7 days'",
      issued_by_name: "'نرگس شکیبا'",
    },
    GOLESTAN,
  );
  const title = "'آب روستا'";
  const by = { created_by_key: "'test'" };
  await fill("meeting", {
    kind: "(array['thematic', 'joint', 'among-people'])[1 + n % 3]",
    title,
    held_on: DAY,
    state: "'held'",
    ...by,
  });
  await fill("circle", { name: title, topic: title, formed_on: DAY, ...by });
  await fill("person", {
    id: "md5('person ' || n)::uuid",
    full_name: "'عضو ' || n",
    search_key: "'عضو ' || lpad(n::text, 6, '0')",
    tier: "'core'",
    state: "'active'",
    joined_on: DAY,
    ...by,
  });
  await fill("contact", {
    person_id: "md5('person ' || (1 + n % 500))::uuid",
    channel: "'phone'",
    outcome: "'reached'",
    happened_on: DAY,
    ...by,
  });
  await fill("demand", {
    tracking_code: "gen_random_uuid()::text",
    kind: "'request'",
    title,
    field: "'water'",
    channel: "'visit'",
    received_on: DAY,
    limit_on: DAY,
    office_id: `'${OFFICE}'::uuid`,
    state: "(array['received', 'referred', 'answered', 'reopened'])[1 + n % 4]",
    ...by,
  });
  await fill("obstacle", {
    title,
    kind: "'permit'",
    tried_locally: "'مکاتبه'",
    effect: "'توقف'",
    state: "'raised'",
    raised_on: DAY,
    ...by,
  });
  // Statistics as a running system has them.
  await records.query("analyze");
}, 60_000);
afterAll(() => records.close());

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const touched = (node: Node) =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];

/** The plans of every statement that a query of ours runs, as the application's role within its scope. */
async function plansOf(actor: PlacedActor, work: (db: Db) => Promise<unknown>): Promise<Node[]> {
  const plans: Node[] = [];
  await within(actor, async (db) => {
    const explaining = new Proxy(db, {
      get(target, name) {
        if (name !== "$queryRaw") return Reflect.get(target, name) as unknown;
        return async (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
          const statement = text instanceof Prisma.Sql ? text : Prisma.sql(text, ...(values as Prisma.Sql[]));
          const [row] = await target.$queryRaw<{ "QUERY PLAN": { Plan: Node }[] }[]>(
            Prisma.sql`explain (analyze, format json) ${statement}`,
          );
          plans.push(...(row?.["QUERY PLAN"].map(({ Plan }) => Plan) ?? []));
          return target.$queryRaw(statement);
        };
      },
    });
    await work(explaining);
  });
  expect(plans.length).toBeGreaterThan(0);
  return plans.flatMap(nodesOf);
}

const assistant = actorOf(GORGAN, "assistant");
const expert = actorOf(GOLESTAN, "provincial-expert");
const person = createHash("md5").update("person 7").digest("hex");
const page = (...cursor: (string | number)[]) => encodeCursor(cursor);
const MIDDLE = "2022-06-01T08:00:00.000Z";

const LISTS: [string, PlacedActor, (db: Db) => Promise<unknown>][] = [
  ["what Gorgan owes", assistant, (db) => listObligations(db, GORGAN, { end: "owed", filter: "all" }, TODAY)],
  [
    "a later page of it",
    assistant,
    (db) => listObligations(db, GORGAN, { end: "owed", filter: "all", after: page(MIDDLE, OFFICE) }, TODAY),
  ],
  [
    "what is owed to Golestan",
    expert,
    (db) => listObligations(db, GOLESTAN, { end: "issued", filter: "all" }, TODAY),
  ],
  ["what Golestan issued", expert, (db) => listIssuances(db, GOLESTAN, { filter: "all" }, TODAY)],
  [
    "a later page of that",
    expert,
    (db) => listIssuances(db, GOLESTAN, { filter: "all", after: page(MIDDLE, 3, OFFICE) }, TODAY),
  ],
  ["what is due", assistant, (db) => listDue(db, GORGAN, TODAY, 7, 8)],
  ["meetings of a county", assistant, (db) => listMeetings(db, assistant.place)],
  ["meetings of a province", expert, (db) => listMeetings(db, expert.place)],
  ["last meetings", expert, (db) => listLastHeld(db, expert.place)],
  ["circles", assistant, (db) => listCircles(db, assistant.place)],
  ["people by name", assistant, (db) => listPeopleByName(db, { divisionId: GORGAN })],
  ["a name typed in full", assistant, (db) => findPeople(db, GORGAN, "عضو 003000", 50)],
  ["a name of which all have the beginning", assistant, (db) => findPeople(db, GORGAN, "عضو", 50)],
  ["two words turned round", assistant, (db) => findPeople(db, GORGAN, "003000 عضو", 50)],
  ["a number's last digits", assistant, (db) => findPeople(db, GORGAN, "3000", 50)],
  ["circles that hold a word", assistant, (db) => findCircles(db, assistant.place, "روستا", 50)],
  ["contacts of a person", assistant, (db) => listContacts(db, GORGAN, person)],
  ["timeline of a person", assistant, (db) => listTimeline(db, GORGAN, person)],
  ["demands near their limit", assistant, (db) => listNearLimit(db, GORGAN, TODAY, 8)],
  ["demands to refer", assistant, (db) => listToRefer(db, GORGAN, 8)],
  ["demands of an office", assistant, (db) => listForOffice(db, { divisionId: GORGAN, officeId: OFFICE })],
  ["obstacles", assistant, (db) => listObstacles(db, GORGAN)],
  ["obstacles received", expert, (db) => listReceived(db, GOLESTAN, { open: true })],
];

const idOf = async (table: string) =>
  ((await records.query(`select id from ${table} limit 1`)).rows as { id: string }[])[0]?.id ?? "";

const LOOK_UPS: [string, string, (db: Db, place: PlacedActor["place"], id: string) => Promise<unknown>][] = [
  ["a meeting", "meeting", getMeeting],
  ["a circle", "circle", getCircle],
  ["an obligation", "obligation", locateObligation],
  ["a demand", "demand", (db, place, id) => getDemand(db, place, id, TODAY)],
];

function expectSmall(nodes: Node[]) {
  for (const node of nodes) {
    // The divisions of the country are a few hundred and stay so.
    if (node["Relation Name"] === "division") continue;
    const what = `${node["Node Type"]} ${node["Relation Name"] ?? ""} ${node["Index Name"] ?? ""}`;
    expect(touched(node), what).toBeLessThanOrEqual(MOST);
  }
}

describe("with thousands of rows in a place", () => {
  test.each(LISTS)(
    "a page of %s is cut from an index, and no whole is scanned or sorted",
    async (_, actor, list) => {
      expectSmall(await plansOf(actor, list));
    },
  );

  test.each(LOOK_UPS)(
    "%s is found by its place and id, from its county and from above",
    async (_, table, get) => {
      const id = await idOf(table);
      for (const actor of [assistant, expert])
        expectSmall(await plansOf(actor, (db) => get(db, actor.place, id)));
    },
  );
});
