import type pg from "pg";
import { OPENED } from "./opened-doors";

type Declaration = {
  table_name: string;
  class: string;
  writers: string[];
  doors: string[];
  deletable: boolean;
};

/** What the application's role may do to each table of a schema: one line per policy (whatever its name) and grant. */
async function rulesIn(owner: pg.Client, schema: string): Promise<string[]> {
  await owner.query(`set local search_path = ${schema}`);
  const { rows } = await owner.query<{ rule: string }>(
    `select format('%s: %s %s to %s using %s check %s', c.relname, case when p.polpermissive then 'permissive' else 'restrictive' end,
       p.polcmd, (select array_agg(r::regrole::text order by 1) from unnest(p.polroles) r),
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as rule
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = $1::regnamespace
     union all
     select format('%s: grant %s to %s', c.relname, a.privilege_type, case when a.grantee = 0 then 'public' else a.grantee::regrole::text end)
     from pg_class c, aclexplode(c.relacl) a
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and a.grantee <> c.relowner
       and c.relname in (select table_name from tenancy.declaration)
     union all
     select format('%s: row-level security %s', c.relname, c.relrowsecurity) from pg_class c
     where c.relnamespace = $1::regnamespace and c.relname in (select table_name from tenancy.declaration)
     order by 1`,
    [schema],
  );
  return rows.map(({ rule }) => rule);
}

/**
 * Compares the policies and grants of every table with those that `tenancy.declare` makes of its declaration, on empty
 * twins of the tables. `first` is done before in the same transaction; nothing of it stays.
 */
export async function comparePolicies(owner: pg.Client, first = "select 1") {
  await owner.query("begin");
  try {
    await owner.query(first);
    const actual = await rulesIn(owner, "public");
    const { rows } = await owner.query<Declaration>("select * from tenancy.declaration order by 1");
    await owner.query("create schema twin; set local search_path = twin");
    for (const { table_name } of rows)
      await owner.query(`create table twin."${table_name}" (like public."${table_name}")`);
    await owner.query("delete from tenancy.declaration");
    for (const { table_name, class: reading, writers, doors, deletable } of rows) {
      const opened = OPENED.filter(({ table }) => table === table_name);
      const known = doors.filter((door) => !opened.some((one) => one.door === door));
      const given = [table_name, reading, writers, known, deletable];
      await owner.query("select tenancy.declare($1, $2, $3, $4, $5)", given);
      for (const { door, condition, verbs, isBar } of opened) {
        if (isBar) await owner.query("select tenancy.narrow($1, $2, $3)", [table_name, door, condition]);
        else if (condition)
          await owner.query("select tenancy.open_door($1, $2, $3, $4)", [table_name, door, condition, verbs]);
        else await owner.query("select tenancy.open_door($1, $2)", [table_name, door]);
      }
    }
    return { actual, declared: await rulesIn(owner, "twin") };
  } finally {
    await owner.query("rollback");
  }
}
