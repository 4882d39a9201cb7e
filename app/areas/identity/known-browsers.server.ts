import type { Db } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { newToken } from "~/lib/identifiers";
import { hashOf } from "./session-store.server";

const COOKIE = "peyvand_browser";
const DAY = 86_400;
/** Days after which a browser that was not used is known no more. */
const KNOWN_FOR = 180;

/** Hash of the browser's token in a request's cookies; undefined unless it has the shape of one. */
export function browserOf(cookieHeader: string | null): string | undefined {
  const [, token] = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{20,100})(?:;|$)`).exec(cookieHeader ?? "") ?? [];
  return token === undefined ? undefined : hashOf(token);
}

/** Whether the account was signed in before in this browser. Needs the door's scope. */
export async function isKnownBrowser(
  db: Db,
  accountId: string,
  browser: string | undefined,
): Promise<boolean> {
  if (browser === undefined) return false;
  return (await db.knownBrowser.count({ where: { tokenHash: browser, accountId } })) > 0;
}

/**
 * Remembers the browser in which an account has just signed in, and gives its Set-Cookie header; one that is known goes on
 * with its own. One browser may be known of several accounts' owners, each by a token of his. Needs the door's scope.
 */
export async function rememberBrowser(
  db: Db,
  accountId: string,
  browser: string | undefined,
  at: Date = new Date(),
): Promise<string | undefined> {
  const { count } = await db.knownBrowser.updateMany({
    where: { tokenHash: browser ?? "", accountId },
    data: { lastUsedAt: at },
  });
  if (count > 0) return undefined;
  const token = newToken();
  await db.knownBrowser.create({ data: { tokenHash: hashOf(token), accountId, lastUsedAt: at } });
  const secure = env().PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${token}; HttpOnly; Max-Age=${KNOWN_FOR * DAY}; Path=/sign-in; SameSite=Lax${secure}`;
}

/** Knows no browser of the account any more. Needs the door's scope. */
export async function forgetBrowsers(db: Db, accountId: string): Promise<void> {
  await db.knownBrowser.deleteMany({ where: { accountId } });
}

/** Removes browsers that were long not used. Needs the door's scope. */
export async function sweepBrowsers(db: Db, at: Date = new Date()): Promise<void> {
  const since = new Date(at.getTime() - KNOWN_FOR * DAY * 1000);
  await db.knownBrowser.deleteMany({ where: { lastUsedAt: { lt: since } } });
}
