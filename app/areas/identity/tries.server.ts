import { createHash } from "node:crypto";
import type { Db } from "~/kernel/db.server";

/**
 * Tries of one kind are free up to `free`; from then on each has to wait after the one before: `step` seconds, doubled
 * with every further try up to `longest`. After `forget` seconds of quiet the count begins anew.
 */
export type Limit = { kind: string; free: number; step: number; longest: number; forget: number };

/** Tries at one account from one network. Somebody elsewhere is counted apart and is not kept out. */
export const OF_ACCOUNT: Limit = { kind: "account", free: 5, step: 15, longest: 900, forget: 3_600 };
/** Tries at one account from a browser in which it was signed in before: whoever else is in its network keeps nobody out. */
export const OF_BROWSER: Limit = { ...OF_ACCOUNT, kind: "browser" };
/** Tries from one address at whatever accounts: an office of two hundred people may stand behind it. */
export const OF_ADDRESS: Limit = { kind: "address", free: 60, step: 1, longest: 120, forget: 1_800 };
/** Tries at one-time links from one address; a token cannot be guessed, this spares the database. */
export const OF_LINK: Limit = { kind: "link", free: 60, step: 1, longest: 120, forget: 1_800 };

const keyOf = (limit: Limit, parts: readonly string[]) =>
  createHash("sha256")
    .update(JSON.stringify([limit.kind, ...parts]))
    .digest("hex");

/**
 * Counts a try before it is made, so that tries at the same moment count too. Returns whether it may be made; one that
 * may not is not counted and prolongs nothing. Needs the door's scope. `at` is real time, not the kernel's clock.
 */
export async function countTry(
  db: Db,
  limit: Limit,
  parts: readonly string[],
  at: Date = new Date(),
): Promise<boolean> {
  const { free, step, longest, forget } = limit;
  const counted = await db.$executeRaw`
    insert into rate_limit as r (key, window_start, count) values (${keyOf(limit, parts)}, ${at}, 1)
    on conflict (key) do update set window_start = ${at},
      count = case when r.window_start < ${at}::timestamptz - make_interval(secs => ${forget}::float) then 1 else r.count + 1 end
    where r.count < ${free}::int or ${at}::timestamptz >= r.window_start
      + make_interval(secs => least(${longest}::float, ${step}::float * power(2, least(r.count - ${free}::int, 30))))`;
  return counted > 0;
}

/** Forgets the tries of a key: one succeeded. Needs the door's scope. */
export async function forgetTries(db: Db, limit: Limit, parts: readonly string[]): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(limit, parts) } });
}

/** Takes back one try that succeeded, where others share the count. Needs the door's scope. */
export async function takeBackTry(db: Db, limit: Limit, parts: readonly string[]): Promise<void> {
  await db.rateLimit.updateMany({
    where: { key: keyOf(limit, parts), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Removes counts that no limit looks at any more, but those that another unit holds. Needs the door's scope. */
export async function sweepTries(db: Db, at: Date = new Date()): Promise<void> {
  await db.$executeRaw`
    delete from rate_limit where key in (select key from rate_limit
      where window_start < ${at}::timestamptz - interval '1 day' limit 1000 for update skip locked)`;
}
