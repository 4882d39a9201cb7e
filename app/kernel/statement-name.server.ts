/** Statements that each connection may keep prepared; the code has fewer, a list built in a loop would have more. */
const MOST_PREPARED = 500;
const prepared = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared: PostgreSQL then parses, rewrites by the policies and
 * plans it once instead of every time. Nameless beyond the limit.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  if (prepared.size >= MOST_PREPARED) return "";
  const name = `s${prepared.size}`;
  prepared.set(sql, name);
  return name;
}

/** No connection is open any more: the next ones begin to count anew. */
export const forgetStatements = (): void => prepared.clear();
