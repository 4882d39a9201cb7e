import { Client } from "pg";
import { inDatabase } from "../../setup/cluster";

export const DAY = "date '2020-01-01' + (n % 2500)";
export const INSTANT = "timestamptz '2020-01-01 08:00:00Z' + n * interval '7 hours'";

type Column = { name: string; type: string; needed: boolean };

/** What a column holds of which a case says nothing, by its type. */
const PLAIN: Record<string, string> = {
  uuid: "gen_random_uuid()",
  text: "'متن'",
  date: DAY,
  "timestamp with time zone": INSTANT,
  integer: "1",
  boolean: "false",
  jsonb: "'{}'",
  "text[]": "'{}'",
  "uuid[]": "'{}'",
  "integer[]": "'{}'",
};

/** How many other places have rows: a table in which every place has its like share, as in a country at work. */
const PLACES = 14;

/** How many rows one place gets, which place, and how many all others of its level get together. */
export type Share = { here: number; place: number; elsewhere: number };

/**
 * Fills tables with rows enough that plans matter, past commands, triggers and references: the first
 * in one place, the others in its neighbours.
 */
export class ManyRows {
  private constructor(private readonly client: Client) {}

  static async open(adminUrl: string): Promise<ManyRows> {
    const database = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname.slice(1);
    const client = new Client({ connectionString: inDatabase(adminUrl, database) });
    await client.connect();
    await client.query("set session_replication_role = replica");
    return new ManyRows(client);
  }

  close = () => this.client.end();

  query = <R>(sql: string, values: unknown[] = []) =>
    this.client.query(sql, values).then(({ rows }) => rows as R[]);

  private columnsOf = (table: string) =>
    this.query<Column>(
      `select attname as name, format_type(atttypid, null) as type, attnotnull and not atthasdef as needed
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );

  /** `columns` are SQL over the row's number `n`; the place's own rows come first. */
  async fill(table: string, columns: Record<string, string>, { here, place, elsewhere }: Share) {
    const plain = (await this.columnsOf(table))
      .filter(({ name, needed }) => needed && name !== "division_id" && !(name in columns))
      .map(({ name, type }) => {
        const value = PLAIN[type];
        if (!value) throw new Error(`${table}.${name}: no plain value of ${type}`);
        return [name, value] as const;
      });
    const all = { ...Object.fromEntries(plain), ...columns };
    await this.query(
      `insert into ${table} (division_id, ${Object.keys(all).join(", ")})
       select case when n <= ${here} then ${place} else ids[1 + n % cardinality(ids)] end, ${Object.values(all).join(", ")}
       from generate_series(1, ${here + elsewhere}) n, (select array_agg(id) as ids from (select id from division
         where id <> ${place} and level = (select level from division where id = ${place})
         order by abs(id - ${place}) limit ${PLACES}) near) others on conflict do nothing`,
    );
  }

  /** Statistics as a running system has them. */
  settle = () => this.query("vacuum analyze");
}
