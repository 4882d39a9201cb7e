import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GOLESTAN, GORGAN } from "../factories/actors";
import { comparePolicies } from "./declared-policies";
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

/** Functions that read past the policies, and whom each answers; every other one is refused to the application. */
const OWNERS_EYES: Record<string, string> = {
  "person_absorb(integer,uuid,uuid)": "the place whose two records of one person are merged",
  "person_files_kept(uuid[])": "the sweep of files, in ids",
  "person_return(integer,uuid,jsonb,jsonb)": "the place whose merge is taken back",
  "rollup.places_waiting(integer)": "whoever carries events, in numbers of places",
  "tenancy.left_open(integer)": "the administrator, of an open county, in whole numbers",
  "tenancy.look_into(integer,text,uuid[])": "whoever has opened the glass of a county",
  "tenancy.next_export_number()": "whoever takes a list out of a place, in one number",
  "tenancy.office_reach()": "an office that acts, of the offices to which it may pass on, by name",
  "tenancy.places_with_open_messages(timestamp with time zone,integer)":
    "whoever carries events, in numbers of places",
};

const SOURCE = "the source's own list: the place that a two-ended row comes from";
const PERIOD = "a quarter over the whole nation or a province: (period, place)";
/** Indexes of divided tables that do not begin with the place, and why. */
const BEGINS_ELSEWHERE: Record<string, string> = {
  abolition_place_abolition_id_division_id_idx: "how far one act is in many places",
  appointment_account_id_idx: "an account's appointments, in whatever place",
  deputy_account_id_idx: "for whom an account acts, in whatever place",
  demand_tracking_code_key: "whoever holds the code knows no place",
  expected_report_period_division_id_idx: PERIOD,
  glass_grant_source_division_id_opened_at_id_idx: SOURCE,
  join_link_token_key: "whoever holds the address knows no place",
  join_request_to_forget: "declined requests of all places, by night",
  join_request_waits_long: "requests of all places that nobody decided, by night",
  meeting_invitation_deputies_to_forget: "guests of all places who came by a public sign-up, by night",
  meeting_invitation_to_forget: "guests of all places who came by a public sign-up, by night",
  meeting_invitation_token_hash_key: "whoever holds the link knows no place",
  member_link_session_hash_key: "whoever holds the session knows no place",
  member_link_token_hash_key: "whoever holds the link knows no place",
  message_open: "messages of all places of which nobody has heard for long",
  message_receipt_pkey: "a report of the gateway names no place",
  office_appointment_account_id_idx: "for which offices an account acts, in whatever place",
  obligation_event_circle: "which visits a circle made, in whatever place",
  obligation_evidence_sealed: "sealed files of all places, by night",
  obligation_passed_on: SOURCE,
  obligation_source_by_day: SOURCE,
  obligation_source_division_id_issued_at_id_idx: SOURCE,
  obligation_source_division_id_organisation_id_issued_at_id_idx: SOURCE,
  obligation_source_division_id_parent_id_idx: SOURCE,
  obligation_source_division_id_source_id_division_id_idx: SOURCE,
  obligation_source_division_id_state_issued_at_id_idx: SOURCE,
  obligation_source_open_by_day: SOURCE,
  obstacle_leg_source_division_id_obstacle_id_idx: SOURCE,
  visit_finding_sealed: "sealed files of all places, by night",
  visit_target_division_id_planned_on_id_idx: "what other places announced to the place visited",
  office_organisation_id_division_id_idx: "an organisation's offices in all places",
  office_message_source_division_id_batch_id_idx: SOURCE,
  office_message_source_division_id_source_id_idx: SOURCE,
  relocation_to_division_id_id_idx: "whom other counties offer to this one",
  relocation_to_expire: "offers of all places that nobody decided, by night",
  report_period_division_id_idx: PERIOD,
  rollup_cell_period_indicator_code_division_id_idx: PERIOD,
  verification_sample_item_debtor_division_id_obligation_id_idx:
    "what was drawn stands in the place of whoever owes it",
  sign_up_page_token_key: "whoever holds the address knows no place",
  sign_up_to_forget: "sign-ups of all places, by night",
};

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

  test("of a reading class has that class's condition", async () => {
    const policies = await rows<{ table_name: string; class: string; condition: string }>(
      owner,
      `select d.table_name, d.class,
         (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
          where p.polrelid = c.oid and p.polname = d.table_name || '_read') as condition
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
    for (const { table_name, class: reading, condition } of policies)
      expect(condition, `${table_name} (${reading})`).toMatch(marks[reading] ?? /never/);
  });

  test("has exactly the policies and grants that its declaration makes", async () => {
    const { actual, declared } = await comparePolicies(owner);
    expect(actual.length).toBeGreaterThan(150);
    expect(actual).toEqual(declared);
  });

  test.each([
    "create policy person_x on person using (true)",
    "create policy person_read_more on person for select to public using (division_id > 0)",
    "alter policy person_read on person using (division_id between 0 and 99999)",
    "alter policy person_insert on person with check (true)",
    "drop policy person_update on person",
    "grant delete on person to public",
    "alter table person disable row level security",
  ])("is found out by: %s", async (planted) => {
    const { actual, declared } = await comparePolicies(owner, planted);
    expect(actual).not.toEqual(declared);
  });

  test("of a place begins every index with that place, or says why not", async () => {
    const found = await rows<{ index: string; first: string | null }>(
      owner,
      `select i.relname as index, (select attname from pg_attribute a where a.attrelid = x.indrelid and a.attnum = x.indkey[0]) as first
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       join tenancy.declaration d on d.table_name = t.relname and d.class in ('nested', 'exact', 'two-ended') order by 1`,
    );
    expect(found.length).toBeGreaterThan(80);
    const strays = found.filter(({ first }) => first !== "division_id").map(({ index }) => index);
    expect(strays).toEqual(Object.keys(BEGINS_ELSEWHERE).sort());
  });

  test("with a division keeps each row in it", async () => {
    const loose = await rows<{ name: string }>(
      owner,
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'division_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'kept_place' and t.tgenabled = 'O')`,
    );
    expect(loose).toEqual([]);
  });
});

describe("the application's role", () => {
  test("calls no function with the owner's eyes but those that say themselves whom they answer", async () => {
    const found = await rows<{ name: string }>(
      app,
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and p.prorettype <> 'trigger'::regtype and n.nspname !~ '^pg_'
         and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute') order by 1`,
    );
    expect(found.map(({ name }) => name)).toEqual(Object.keys(OWNERS_EYES).sort());
  });

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
