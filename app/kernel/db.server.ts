import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "../../prisma/generated/client";
import type { Actor } from "./actor";
import { env } from "./env.server";
import { forgetStatements, openingWith, ScopedClient, statementName } from "./scoped-client.server";
import { withWritten } from "./statement.server";

export { Prisma };

/** An open unit of work: the only way to the database. */
export type Db = Prisma.TransactionClient;

export type JsonInput = Prisma.InputJsonValue;

let client: PrismaClient | undefined;

function connection(): PrismaClient {
  return (client ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, Client: ScopedClient },
      { statementNameGenerator: statementName },
    ),
  }));
}

/** Closes every connection; the next unit of work opens them again. */
export async function closeDb(): Promise<void> {
  const closing = client;
  client = undefined;
  await closing?.$disconnect();
  forgetStatements();
}

/** Minutes within which a form that is sent again is the same act: a second press, or an answer that was lost. */
const TWIN_MINUTES = 30;

const openUnit = new AsyncLocalStorage<true>();

/** Whether a unit of work is open here: what takes long (hashing, files, mail) refuses to run inside one. */
export const isInUnit = (): boolean => openUnit.getStore() === true;

/**
 * The submitted form under way: its command runs once for (actor, requestId), as long as it may be a second press. `submit()` makes the id of all
 * that the form asks, so that it names the act and not only the page.
 */
export const submission = new AsyncLocalStorage<{ requestId: string }>();

type Options = {
  /** Refuses to write. */
  readOnly?: boolean;
  /** Reads, and writes down only that it did: a form that is sent again is answered anew and not with what was stored. */
  everyTime?: boolean;
  /** Opens the door tables (accounts, links) beside the actor's own scope: for identity and posts only. */
  door?: boolean;
  /** Milliseconds; the default suits a page or a command. */
  timeout?: number;
};

function scopeSettings(actor: Actor, door: boolean): Record<string, string> {
  const place = actor.kind === "staff" || actor.kind === "system" ? actor.place : undefined;
  return {
    "app.kind": door ? "door" : actor.kind,
    "app.key": actor.key,
    "app.lo": place ? String(place.lo) : "",
    "app.hi": place ? String(place.hi) : "",
    "app.division": place ? String(place.id) : "",
    "app.ancestors": `{${(place?.ancestors ?? actor.office?.ancestors ?? []).join(",")}}`,
    "app.office": actor.office?.officeId ?? "",
    "app.office_division": actor.office ? String(actor.office.divisionId) : "",
    "app.tracking": actor.trackingCode ?? "",
    "app.token": actor.token ?? "",
    "app.member": actor.kind === "member" ? (actor.member?.personId ?? "") : "",
    "app.member_division": actor.kind === "member" ? String(actor.member?.divisionId ?? "") : "",
  };
}

/**
 * Runs `work` in one transaction in which exactly the actor's rows exist.
 * Inside a submitted form the work runs once: a twin of the form, sent within half an hour, waits and gets the stored
 * result, which therefore has to be JSON; work that throws stores nothing. Throws when called inside another unit of work.
 */
export async function within<T>(
  actor: Actor,
  work: (db: Db) => Promise<T>,
  options: Options = {},
): Promise<T> {
  if (openUnit.getStore())
    throw new Error("within() inside within(): a command is the transaction and calls no other");
  // At the door several short units make one act, and what they read (hashes) must be stored nowhere.
  const isUnstored = options.readOnly || options.everyTime || actor.kind === "door";
  const form = isUnstored ? undefined : submission.getStore();
  const settings = scopeSettings(actor, options.door === true);
  return openUnit.run(true, () =>
    openingWith(settings, options.readOnly === true, () =>
      connection().$transaction(
        (transaction) => {
          const db = withWritten(transaction);
          return form ? once(db, actor.key, form.requestId, work) : work(db);
        },
        { maxWait: 10_000, timeout: options.timeout ?? 20_000 },
      ),
    ),
  );
}

/**
 * Runs the work unless the same form was sent a moment ago. The row of an older one is taken over: whoever comes back to
 * a page that the browser kept and sends it again means it, and an answer without an effect would be a lie to him.
 */
async function once<T>(
  db: Db,
  actorKey: string,
  requestId: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const inserted = await db.$executeRaw`insert into request_log (actor_key, request_id)
    values (${actorKey}, ${requestId}::uuid)
    on conflict (actor_key, request_id) do update set created_at = now(), result = null
      where request_log.created_at < now() - make_interval(mins => ${TWIN_MINUTES}::int)`;
  const where = { actorKey_requestId: { actorKey, requestId } };
  if (inserted === 0) {
    const stored = await db.requestLog.findUnique({ where });
    return (stored?.result ?? undefined) as T;
  }
  const result = await work(db);
  await db.requestLog.update({ where, data: { result: (result ?? null) as JsonInput } });
  return result;
}

/**
 * Refuses to run as a role that could read past the policies: superuser, bypassrls, owner of a table, or a member of
 * such a role. Throws with a sentence for the operator.
 */
export async function refuseUnsafeRole(): Promise<void> {
  const [role] = await connection().$queryRaw<{ name: string; unsafe: boolean }[]>`
    select current_user::text as name, bool_or(
      r.rolsuper or r.rolbypassrls
      or exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
    ) as unsafe
    from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER')`;
  if (!role || role.unsafe) {
    throw new Error(
      `DATABASE_URL connects as "${role?.name ?? "?"}", which is superuser, owner, bypassrls or a member of such a role. ` +
        "Row-level security would not hold. Give the application a role of its own that owns nothing.",
    );
  }
}

/** Answers when the database does. */
export async function ping(): Promise<void> {
  await connection().$queryRaw`select 1`;
}
