/** What a database holds, written in the database itself as comments: it travels with the data and dies with them. */

/**
 * @param {import("pg").ClientBase} client
 * @returns {Promise<{ content: import("./sample-decision.mjs").Content, reference: string | undefined }>}
 */
export async function readContents(client) {
  const { rows } = await client.query(
    `select shobj_description((select oid from pg_database where datname = current_database()), 'pg_database') as content,
            obj_description(to_regclass('_prisma_migrations'), 'pg_class') as reference`,
  );
  return { content: rows[0].content ?? undefined, reference: rows[0].reference ?? undefined };
}

/**
 * @param {import("pg").ClientBase} client of the database's owner
 * @param {"loading" | "sample" | "clean"} content
 */
export async function markContent(client, content) {
  const { rows } = await client.query("select current_database() as name");
  await client.query(`comment on database ${client.escapeIdentifier(rows[0].name)} is '${content}'`);
}

/**
 * Remembers which reference data were loaded.
 * @param {import("pg").ClientBase} client of the database's owner
 * @param {string} print
 */
export async function markReference(client, print) {
  await client.query(`comment on table _prisma_migrations is ${client.escapeLiteral(print)}`);
}
