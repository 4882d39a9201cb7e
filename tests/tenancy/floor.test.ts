import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/kernel/actor";
import { noAbility } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION, placeAt } from "../factories/actors";
import { plant } from "./planted";

let app: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await Promise.all([app.connect(), owner.connect()]);
  await plant(owner, await tables(), GORGAN, GOLESTAN);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

const rows = async <T extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<T[]> =>
  (await client.query<T>(sql)).rows;

/** Kept by the migration runner: no records of the domain. */
const NOT_OURS = ["_prisma_migrations"];

async function tables(): Promise<string[]> {
  const found = await rows<{ name: string }>(
    owner,
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
  );
  return found.map((row) => row.name).filter((name) => !NOT_OURS.includes(name));
}

describe("every table", () => {
  test("is declared with a reading class, and every declaration has its table", async () => {
    const declared = await rows<{ table_name: string }>(
      owner,
      "select table_name from tenancy.declaration order by 1",
    );
    expect(declared.map((row) => row.table_name)).toEqual(await tables());
  });

  test("has row-level security and a policy for reading", async () => {
    const bare = await rows<{ name: string }>(
      owner,
      `select c.relname as name from pg_class c join tenancy.declaration d on d.table_name = c.relname
       where not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r')`,
    );
    expect(bare).toEqual([]);
  });

  test("of a reading class has exactly that class's condition, and no policy beside its declaration", async () => {
    const policies = await rows<{ table_name: string; class: string; condition: string; names: string[] }>(
      owner,
      `select d.table_name, d.class,
         (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
          where p.polrelid = c.oid and p.polname = d.table_name || '_read') as condition,
         (select array_agg(p.polname::text order by p.polname) from pg_policy p where p.polrelid = c.oid) as names
       from tenancy.declaration d join pg_class c on c.relname = d.table_name order by 1`,
    );
    const marks: Record<string, RegExp> = {
      nested: /^\(\(division_id >= .*app\.lo.*\) AND \(division_id <= .*app\.hi.*\)\)$/s,
      exact: /^\(division_id = .*app\.division.*\)$/s,
      "two-ended": /app\.lo.*app\.hi.*OR \(source_division_id = .*app\.division/s,
      "flows-down": /app\.division.*published_at IS NOT NULL.*app\.ancestors/s,
      public: /app\.kind.*IS NOT NULL/s,
      door: /app\.kind.*= 'door'::text/s,
      own: /actor_key = .*app\.key/s,
      system: /app\.kind.*= 'relay'::text/s,
    };
    for (const { table_name, class: reading, condition, names } of policies) {
      expect(condition, `${table_name} (${reading})`).toMatch(marks[reading] ?? /never/);
      const beside = names.filter((name) => !name.startsWith(`${table_name}_`));
      expect(beside, `${table_name} has policies that its declaration does not make`).toEqual([]);
    }
  });

  test("with a division begins its primary key and its lists' indexes with the place", async () => {
    const strays = await rows<{ index: string }>(
      owner,
      `select i.relname as index from pg_index x
       join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       join tenancy.declaration d on d.table_name = t.relname and d.class in ('nested', 'exact', 'two-ended')
       where x.indisprimary
         and (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0]) <> 'division_id'`,
    );
    expect(strays).toEqual([]);
  });
});

/** What each reading class shows of one row in Gorgan that came from Golestan, by where the reader stands. */
const SEEN: Record<string, number[]> = {
  nested: [GORGAN, GOLESTAN, NATION],
  "two-ended": [GORGAN, GOLESTAN, NATION],
  exact: [GORGAN],
  "flows-down": [GORGAN],
  public: [GORGAN, AQQALA, GOLESTAN, MAZANDARAN, NATION],
  door: [],
  own: [],
  system: [],
};

describe("a planted row of every table", () => {
  test.each([GORGAN, AQQALA, GOLESTAN, MAZANDARAN, NATION])(
    "is seen from %i exactly as its class says",
    async (id) => {
      const reader: Actor = {
        kind: "staff",
        key: "reader",
        name: "reader",
        place: placeAt(id),
        ability: noAbility,
      };
      const declared = await rows<{ table_name: string; class: string; column: string | null }>(
        owner,
        `select d.table_name, d.class, (select attname from pg_attribute a where a.attrelid = c.oid
         and a.attname = 'division_id' and not a.attisdropped) as column
       from tenancy.declaration d join pg_class c on c.relname = d.table_name order by 1`,
      );
      expect(declared.length).toBeGreaterThan(40);
      for (const { table_name, class: reading, column } of declared) {
        const planted = column ? `where division_id = ${GORGAN}` : "";
        const [count] = await within(reader, (db) =>
          db.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "${table_name}" ${planted}`),
        );
        const expected = SEEN[reading]?.includes(id) ?? false;
        expect((count?.n ?? 0) > 0, `${table_name} (${reading}) from ${id}`).toBe(expected);
      }
    },
  );
});

describe("the application's role", () => {
  test("owns nothing, is no superuser and cannot pass by the policies", async () => {
    const [role] = await rows(
      app,
      `select rolsuper, rolbypassrls, rolcreaterole,
         (select count(*)::int from pg_class where relowner = r.oid) as owned,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      owned: 0,
      memberships: 0,
    });
  });

  test("without a scope sees nothing anywhere", async () => {
    for (const table of await tables()) {
      const [count] = await rows<{ n: number }>(app, `select count(*)::int as n from "${table}"`);
      expect(count?.n, table).toBe(0);
    }
  });

  test("has no grant to change or remove what was written to audit and timelines", async () => {
    const grants = await rows(
      app,
      `select table_name, privilege_type from information_schema.role_table_grants
       where grantee = current_user and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
         and table_name in ('audit_entry', 'obligation_event', 'obligation_evidence', 'demand_event')`,
    );
    expect(grants).toEqual([]);
  });

  test("loses its scope at the end of the transaction", async () => {
    await app.query("begin");
    await app.query(
      "select set_config('app.kind', 'staff', true), set_config('app.lo', '0', true), set_config('app.hi', '99999', true)",
    );
    await app.query("commit");
    const [after] = await rows<{ lo: string | null }>(
      app,
      "select nullif(current_setting('app.lo', true), '') as lo",
    );
    expect(after?.lo).toBeNull();
  });
});
