import { AsyncLocalStorage } from "node:async_hooks";
import { Prisma } from "../../prisma/generated/client";
import type { Actor } from "./actor";
import { env } from "./env.server";
import { modelsOfUnit } from "./models.server";
import { Refusal } from "./refusal";
import { forgetStatements } from "./statement-name.server";
import { writtenStatements } from "./statement.server";
import { isInUnit, unitHere, Units, type Unit } from "./unit.server";

export { isInUnit, Prisma };

/** An open unit of work: the only way to the database. */
export type Db = Prisma.TransactionClient;

export type JsonInput = Prisma.InputJsonValue;

let units: Units | undefined;

const connections = () => (units ??= new Units(env().DATABASE_URL, env().DATABASE_POOL));

/** Closes every connection; the next unit of work opens them again. */
export async function closeDb(): Promise<void> {
  const closing = units;
  units = undefined;
  await closing?.end();
  forgetStatements();
}

/** Minutes within which a form that is sent again is the same act: a second press, or an answer that was lost. */
const TWIN_MINUTES = 30;

/**
 * The submitted form under way: its command runs once for (actor, requestId), as long as it may be a second press. `submit()` makes the id of all
 * that the form asks, so that it names the act and not only the page. `fromPost` is the post in which the form was opened.
 */
export const submission = new AsyncLocalStorage<{ requestId?: string; fromPost?: string }>();

type Options = {
  /** Refuses to write. */
  readOnly?: boolean;
  /** Reads, and writes down only that it did: a form that is sent again is answered anew and not with what was stored. */
  everyTime?: boolean;
  /** Opens the door tables (accounts, links) beside the actor's own scope: for identity and posts, and for who sends messages. */
  door?: boolean;
  /** Milliseconds; the default suits a page or a command. */
  timeout?: number;
};

/** Who asks for no place of his own, for many, or for a batch whose size a plan depends on. */
const WIDE: readonly Actor["kind"][] = ["system", "relay", "administrator"];

/**
 * Whether a statement finds about as much whatever it is given: at the door, in one office, on a page of a county. It is
 * then planned once for a connection; nation, province and a worker's job ask for much or for little, and PostgreSQL weighs
 * each time. Every list is held to its index in both ways (`tests/tenancy/list-plans.test.ts`).
 */
const isNarrow = ({ kind, place }: Actor, door: boolean): boolean =>
  door || (!WIDE.includes(kind) && (!place || place.lo === place.hi));

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
    // Who turns to something with his own hand, in the scope of his county.
    "app.hand": actor.kind === "system" ? (actor.member?.personId ?? "") : "",
    "app.member": actor.kind === "member" ? (actor.member?.personId ?? "") : "",
    "app.member_division": actor.kind === "member" ? String(actor.member?.divisionId ?? "") : "",
    plan_cache_mode: isNarrow(actor, door) ? "force_generic_plan" : "auto",
  };
}

/**
 * Says, inside a unit of work at the door, whom a session has made known: from here on rows that are his alone are there.
 * What is asked for in one go with it is the last that the unit asks for.
 */
export async function knownAtDoor<T>(db: Db, key: string, work: () => Promise<T>): Promise<T> {
  unitHere().endWithThisGo();
  const known = db.$executeRaw`select set_config('app.key', ${key}, true)`;
  const [result] = await Promise.all([work(), known]);
  return result;
}

/**
 * Runs `work` in one transaction in which exactly the actor's rows exist.
 * Inside a submitted form the work runs once: a twin of the form, sent within half an hour, waits and gets the stored
 * result, which therefore has to be JSON; work that throws stores nothing. A form that was opened in another post is
 * refused with `conflict`. Throws when called inside another unit of work.
 */
export async function within<T>(
  actor: Actor,
  work: (db: Db) => Promise<T>,
  options: Options = {},
): Promise<T> {
  if (isInUnit())
    throw new Error("within() inside within(): a command is the transaction and calls no other");
  // At the door several short units make one act, and what they read (hashes) must be stored nowhere.
  const isUnstored = options.readOnly || options.everyTime || actor.kind === "door";
  const form = isUnstored ? undefined : submission.getStore();
  // Another tab chose another post meanwhile, or the deputyship is over: nobody acts in a post without knowing it.
  if (form?.fromPost !== undefined && actor.postId !== undefined && actor.postId !== form.fromPost)
    throw new Refusal("conflict", "refusal.other-post");
  const requestId = form?.requestId;
  const opening = {
    settings: scopeSettings(actor, options.door === true),
    readOnly: options.readOnly === true,
  };
  const timeout = options.timeout ?? 20_000;
  return connections().run(opening, timeout, (unit) =>
    working(unit, timeout, (db) =>
      requestId === undefined ? work(db) : once(unit, db, actor.key, requestId, work),
    ),
  );
}

/** Runs work with a unit's written statements and models; Prisma's part of it is over when the work is. */
export async function working<T>(unit: Unit, timeout: number, work: (db: Db) => Promise<T>): Promise<T> {
  const written = writtenStatements(unit);
  const models = modelsOfUnit(timeout);
  const db = new Proxy({} as Db, {
    get: (_, name: string) => (name in written ? written[name as keyof typeof written] : models.get(name)),
  });
  try {
    return await work(db);
  } finally {
    await models.end();
  }
}

/**
 * Runs the work unless the same form was sent a moment ago. The row of an older one is taken over: whoever comes back to
 * a page that the browser kept and sends it again means it, and an answer without an effect would be a lie to him.
 */
async function once<T>(
  unit: Unit,
  db: Db,
  actorKey: string,
  requestId: string,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const inserted = await db.$executeRaw`insert into request_log (actor_key, request_id)
    values (${actorKey}, ${requestId}::uuid)
    on conflict (actor_key, request_id) do update set created_at = now(), result = null
      where request_log.created_at < now() - make_interval(mins => ${TWIN_MINUTES}::int)`;
  if (inserted === 0) {
    const [stored] = await db.$queryRaw<{ result: T | null }[]>`
      select result from request_log where actor_key = ${actorKey} and request_id = ${requestId}::uuid`;
    return (stored?.result ?? undefined) as T;
  }
  const result = await work(db);
  unit.lastly(db.$executeRaw`update request_log set result = ${JSON.stringify(result ?? null)}::jsonb
    where actor_key = ${actorKey} and request_id = ${requestId}::uuid`);
  return result;
}

/**
 * Refuses to run as a role that could read past the policies: superuser, bypassrls, owner of a table, or a member of
 * such a role. Throws with a sentence for the operator.
 */
export async function refuseUnsafeRole(): Promise<void> {
  const [role] = await connections().unscoped<{ name: string; unsafe: boolean }>(`
    select current_user::text as name, bool_or(
      r.rolsuper or r.rolbypassrls
      or exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
    ) as unsafe
    from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER')`);
  if (!role || role.unsafe) {
    throw new Error(
      `DATABASE_URL connects as "${role?.name ?? "?"}", which is superuser, owner, bypassrls or a member of such a role. ` +
        "Row-level security would not hold. Give the application a role of its own that owns nothing.",
    );
  }
}

/** Answers when the database does. */
export async function ping(): Promise<void> {
  await connections().unscoped("select 1");
}
