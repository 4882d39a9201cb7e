import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administratorActor, citizen, officeActor, officerActor } from "~/actor.server";
import { doorActor } from "~/areas/identity/sessions.server";
import { scopeOf, type Actor } from "~/kernel/actor";
import { noAbility } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";
import { uuidv7 } from "~/lib/identifiers";
import { AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION, placeAt, SARI } from "../factories/actors";
import { mayReachInto, maySee, PLANTED_IN, type Declared } from "./declared-reach";
import { columnsOf, plant, PLANTED, valueOf, type Column } from "./planted";

/** One row of every table stands in Gorgan; where a row comes from somewhere, it comes from Golestan. */
const ROW = { division: PLANTED_IN, source: GOLESTAN };

const staffAt = (id: number, key = "reader"): Actor => ({
  kind: "staff",
  key,
  name: "reader",
  place: placeAt(id),
  ability: noAbility,
});
const officerOf = (divisionId: number, officeId: string): Actor =>
  officeActor(
    { id: uuidv7(), name: "reader" },
    { divisionId, officeId, ancestors: scopeOf(divisionId).ancestors },
  );
const accountOf = (divisionId: number, officeId: string, accountId = PLANTED): Actor =>
  officerActor(
    { id: accountId },
    { divisionId, officeId, appointmentId: uuidv7(), titleFa: "", titleEn: "", holderName: "reader" },
  );
const memberAt = (divisionId: number, personId: string): Actor => ({
  kind: "member",
  key: "reader",
  name: "",
  member: { divisionId, personId },
  ability: noAbility,
});
const administrator = administratorActor({ id: uuidv7(), fullName: "reader" });

const ACTORS: [string, Actor][] = [
  ["staff of the county", staffAt(GORGAN)],
  ["staff of the county beside it", staffAt(AQQALA)],
  ["staff of its province", staffAt(GOLESTAN)],
  ["staff of another province", staffAt(MAZANDARAN)],
  ["staff of another province's county", staffAt(SARI)],
  ["staff of the nation", staffAt(NATION)],
  ["staff elsewhere whose account the rows name", staffAt(SARI, PLANTED)],
  ["a worker in the county beside it", { ...staffAt(AQQALA), kind: "system" }],
  ["the officer of the rows' office", officerOf(GORGAN, PLANTED)],
  ["the officer of another office there", officerOf(GORGAN, uuidv7())],
  ["an officer elsewhere whose office has the same id", officerOf(AQQALA, PLANTED)],
  ["the account of the rows' office", accountOf(GORGAN, PLANTED)],
  ["another account of that office", accountOf(GORGAN, PLANTED, uuidv7())],
  ["the account of another office there", accountOf(GORGAN, uuidv7(), uuidv7())],
  ["an account elsewhere whose office has the same id", accountOf(AQQALA, PLANTED, uuidv7())],
  ["a citizen with the rows' tracking code", citizen("planted")],
  ["a citizen with another code", citizen("4821-7390-6154-8273")],
  ["a citizen without a code", { ...citizen(""), trackingCode: undefined }],
  ["whoever holds the rows' token", { ...citizen(""), trackingCode: undefined, token: "planted" }],
  ["the rows' person on his own page", memberAt(GORGAN, PLANTED)],
  ["another person of that county", memberAt(GORGAN, uuidv7())],
  ["a person elsewhere who has the same id", memberAt(AQQALA, PLANTED)],
  ["the administrator", administrator],
  ["whoever stands at the door", doorActor],
  ["the relay", relayActor],
];

let owner: pg.Client;
let declared: Declared[];
let columns: Map<string, Column[]>;
const divided = () => declared.filter(({ isDivided }) => isDivided);

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  const { rows } = await owner.query<Declared>(
    `select d.table_name as "table", d.class, d.writers, d.doors, exists (select from pg_attribute a where a.attrelid = c.oid
       and a.attname = 'division_id' and not a.attisdropped) as "isDivided"
     from tenancy.declaration d join pg_class c on c.relname = d.table_name and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  declared = rows;
  const tables = declared.map(({ table }) => table);
  const found = await columnsOf(owner, tables);
  columns = new Map(tables.map((table) => [table, found.filter((column) => column.table_name === table)]));
  await plant(owner, tables, ROW.division, ROW.source);
});
afterAll(() => owner.end());

/** How many rows a statement reaches as this actor; "refused" where the database says no. Nothing of it stays. */
async function attempt(actor: Actor, sql: string): Promise<number | "refused"> {
  const undone = new Error("undone");
  let reached: number | "refused" = 0;
  try {
    await within(actor, async (db) => {
      reached = await db.$executeRawUnsafe(sql);
      throw undone;
    });
  } catch (error) {
    if (error === undone) return reached;
    if (/42501|row-level security|permission denied/i.test(String(error))) return "refused";
    throw error;
  }
  return reached;
}

/** A row of the table in `division`, the actor's as far as it can be, that says it comes from `source`. */
function insertion(actor: Actor, { table }: Declared, division: number, source: number): string {
  const given = columns.get(table) ?? [];
  const valueFor = (column: Column) => {
    if (column.column_name === "actor_key") return actor.key;
    if (column.column_name === "tracking_code") return actor.trackingCode ?? "planted";
    return String(valueOf(column, division, source));
  };
  const names = given.map(({ column_name }) => `"${column_name}"`).join(", ");
  const values = given.map((column) => `${pg.escapeLiteral(valueFor(column))}::${column.type}`).join(", ");
  return `insert into "${table}" (${names}) values (${values}) on conflict do nothing`;
}

describe.each(ACTORS)("%s", (_who, actor) => {
  test("sees of every table exactly what its declaration says", async () => {
    expect(declared.length).toBeGreaterThan(50);
    const seen = await within(actor, async (db) => {
      const found: string[] = [];
      for (const { table, isDivided } of declared) {
        const where = isDivided ? `where division_id = ${ROW.division}` : "";
        const rows = await db.$queryRawUnsafe<unknown[]>(`select 1 from "${table}" ${where} limit 1`);
        if (rows.length > 0) found.push(table);
      }
      return found;
    });
    expect(seen).toEqual(declared.filter((table) => maySee(actor, table, ROW)).map(({ table }) => table));
  });

  test("puts no row into a place that is not his, unless it is declared", async () => {
    const mine = actor.place?.id ?? actor.office?.divisionId;
    for (const division of [GORGAN, AQQALA, GOLESTAN, SARI, NATION].filter((id) => id !== mine)) {
      const source = mine ?? GOLESTAN;
      for (const table of divided()) {
        if (mayReachInto(actor, table, { division, source })) continue;
        const answer = await attempt(actor, insertion(actor, table, division, source)).catch(String);
        expect(answer, `${table.table} of ${division}`).toBe("refused");
      }
    }
  });

  test("carries no row from one place to another, and changes or removes none out of his reach", async () => {
    for (const table of divided()) {
      const name = table.table;
      for (const column of columns.get(name) ?? []) {
        if (!/^(source_)?division_id$/.test(column.column_name)) continue;
        const move = `update "${name}" set ${column.column_name} = ${AQQALA} where division_id = ${GORGAN}`;
        const answer = await attempt(actor, move).catch(String);
        expect([0, "refused"], `${name}: ${answer}`).toContain(answer);
      }
      if (maySee(actor, table, ROW)) continue;
      const touch = `update "${name}" set division_id = division_id where division_id = ${GORGAN}`;
      const remove = `delete from "${name}" where division_id = ${GORGAN}`;
      for (const act of [touch, remove])
        expect([0, "refused"], `${act}`).toContain(await attempt(actor, act).catch(String));
    }
  });
});

test("staff put a row into their own place wherever the declaration lets them", async () => {
  const assistant = staffAt(GORGAN);
  const theirs = divided().filter(({ writers }) => writers.includes("place") || writers.includes("append"));
  expect(theirs.length).toBeGreaterThan(30);
  for (const table of theirs) {
    const answer = await attempt(assistant, insertion(assistant, table, GORGAN, GOLESTAN)).catch(String);
    expect(answer, table.table).not.toBe("refused");
  }
});
