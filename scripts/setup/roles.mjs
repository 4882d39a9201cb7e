/**
 * Roles and databases of the embedded cluster. Two roles: the owner (migrations, reference data, sample) and the
 * application, which owns nothing and is bound by every policy.
 */
import pg from "pg";

export const OWNER_ROLE = "peyvand_owner";
export const APP_ROLE = "peyvand_app";

/** Extensions every database of ours has; all present in the embedded package and "trusted" on foreign servers. */
const EXTENSIONS = ["pg_trgm"];

/** Limits of the application's sessions: a stuck statement or a forgotten transaction must not hold others. */
const APP_LIMITS = {
  statement_timeout: "30s",
  idle_in_transaction_session_timeout: "30s",
  lock_timeout: "10s",
};

/**
 * How the application's statements are planned. PostgreSQL cannot know how few places a policy leaves and takes every
 * list for almost empty: it would gather all rows of a place in a bitmap and sort them, where the list's index gives the
 * first page in its order.
 */
const APP_PLANNING = { enable_bitmapscan: "off", random_page_cost: "1.1" };

/**
 * Makes both roles what they have to be; safe to repeat.
 * @param {string} adminUrl superuser
 * @param {{ owner: string, app: string }} passwords
 */
export async function ensureRoles(adminUrl, passwords) {
  await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query("select rolname from pg_roles where rolname = any($1)", [
      [OWNER_ROLE, APP_ROLE],
    ]);
    const existing = new Set(rows.map((row) => row.rolname));
    const plain = "login nosuperuser nocreaterole noreplication nobypassrls";
    const roles = [
      { name: OWNER_ROLE, rights: `${plain} createdb`, password: passwords.owner },
      { name: APP_ROLE, rights: `${plain} nocreatedb noinherit`, password: passwords.app },
    ];
    const statements = roles.map(
      ({ name, rights, password }) =>
        `${existing.has(name) ? "alter" : "create"} role ${name} ${rights} password ${client.escapeLiteral(password)};`,
    );
    for (const [setting, value] of Object.entries({ ...APP_LIMITS, ...APP_PLANNING })) {
      statements.push(`alter role ${APP_ROLE} set ${setting} = '${value}';`);
    }
    await client.query(statements.join("\n"));
  });
}

/**
 * Makes the database if it is missing: owned by the owner role, closed to everybody but our two roles.
 * @param {string} adminUrl superuser
 * @param {string} name
 * @returns {Promise<boolean>} whether it is new
 */
export async function ensureDatabase(adminUrl, name) {
  const isNew = await asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return false;
    const database = client.escapeIdentifier(name);
    await client.query(`create database ${database} owner ${OWNER_ROLE}`);
    await client.query(
      `revoke all on database ${database} from public; grant connect, temporary on database ${database} to ${APP_ROLE}`,
    );
    return true;
  });
  const inside = new URL(adminUrl);
  inside.pathname = `/${encodeURIComponent(name)}`;
  await asAdmin(inside.href, (client) =>
    client.query(
      EXTENSIONS.map((extension) => `create extension if not exists ${extension};`).join("") +
        `alter schema public owner to ${OWNER_ROLE};`,
    ),
  );
  return isNew;
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function asAdmin(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: "peyvand set-up" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
