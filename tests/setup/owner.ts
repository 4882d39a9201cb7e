import pg from "pg";

/** One for each database of this process: opening a connection costs more than most statements. */
const pools = new Map<string, pg.Pool>();

function poolOf(url: string): pg.Pool {
  const pool = pools.get(url) ?? new pg.Pool({ connectionString: url, max: 4, idleTimeoutMillis: 0 });
  pools.set(url, pool);
  return pool;
}

/** Runs a statement as the owner, past the policies: only to arrange and to count what no actor may see. */
export async function ownerRows<T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await poolOf(process.env.DATABASE_OWNER_URL ?? "").query<T>(sql, values)).rows;
}

/** Closes the owner's connections: a test file's database is about to go. */
export async function closeOwner(): Promise<void> {
  const closing = [...pools.values()];
  pools.clear();
  await Promise.all(closing.map((pool) => pool.end()));
}
