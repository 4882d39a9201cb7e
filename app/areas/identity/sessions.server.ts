import { randomUUID } from "node:crypto";
import { Lucia, TimeSpan } from "lucia";
import type { Db } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { newToken } from "~/lib/identifiers";
import {
  doorActor,
  HOUR,
  LIFE,
  lifeOf,
  offerToken,
  openedDoor,
  sessionStore,
  type AccountAttributes,
  type SessionAttributes,
} from "./session-store.server";

export { doorActor };

const COOKIE = "peyvand_session";
/** A session that is used gets a new token every hour. */
const ROTATION = HOUR;

declare module "lucia" {
  interface Register {
    Lucia: typeof brief;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}

const luciaOf = (idleHours: number) =>
  new Lucia<SessionAttributes, AccountAttributes>(sessionStore, {
    sessionExpiresIn: new TimeSpan(idleHours, "h"),
    sessionCookie: { name: COOKIE, attributes: { sameSite: "lax", path: "/", secure: false } },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

// lucia knows one idle limit, and we have two: whether a session is kept is the first letter of its token.
const brief: Lucia<SessionAttributes, AccountAttributes> = luciaOf(LIFE.brief.idle);
const kept = luciaOf(LIFE.kept.idle);
const newSessionToken = (isKept: boolean) => (isKept ? "k." : "b.") + newToken();
const luciaFor = (token: string) => (token.startsWith("k.") ? kept : brief);

/** The token of a request's cookies; null unless it has the shape of one. */
function tokenOf(cookieHeader: string | null): string | null {
  const part = cookieHeader?.split(/;\s*/).find((one) => one.startsWith(`${COOKIE}=`));
  const token = part?.slice(COOKIE.length + 1) ?? "";
  return /^[\w.-]{20,100}$/.test(token) ? token : null;
}

/** A Set-Cookie header. One that is not kept goes with the browser; Secure wherever people come by https. */
function cookieFor(token: string, isKept: boolean): string {
  const cookie = luciaFor(token).createSessionCookie(token);
  cookie.attributes.secure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  cookie.attributes.maxAge = isKept ? lifeOf(true).absolute * 3_600 : undefined;
  return cookie.serialize();
}

/** The signed-in account of a request. */
export type SignedIn = AccountAttributes & {
  id: string;
  /** Names this session on the page of one's sessions. */
  sessionPublicId: string;
};

/** Whether a request shows anything that could be a session: without it nobody has to be looked for. */
export const showsSession = (cookieHeader: string | null): boolean => tokenOf(cookieHeader) !== null;

/**
 * The account behind the session cookie, with the cookie to send back when the session slid or its token is to be
 * replaced; null when nobody.
 * @param door a unit of work that stands at the door, where one is open.
 */
export async function findSignedIn(
  cookieHeader: string | null,
  door?: Db,
): Promise<{ account: SignedIn; setCookie?: string } | null> {
  const token = tokenOf(cookieHeader);
  if (!token) return null;
  return door ? openedDoor.run(door, () => signedInBy(token)) : signedInBy(token);
}

async function signedInBy(token: string) {
  const { session, user } = await luciaFor(token).validateSession(token);
  if (!session || !user) return null;
  const { id, username, fullName, isAdministrator, isSample, locale } = user;
  const account = {
    id,
    username,
    fullName,
    isAdministrator,
    isSample,
    locale,
    sessionPublicId: session.publicId,
  };
  if (session.isCurrent && session.rotatedAt.getTime() <= Date.now() - ROTATION) {
    const next = newSessionToken(session.isKept);
    if (await offerToken(token, next)) return { account, setCookie: cookieFor(next, session.isKept) };
  }
  return { account };
}

/**
 * Opens a session (always a new token: nothing fixed before sign-in lives on) and returns its Set-Cookie header.
 * A kept one outlives the browser.
 */
export async function openSession(
  accountId: string,
  userAgent: string | null,
  isKept = false,
): Promise<string> {
  const token = newSessionToken(isKept);
  await luciaFor(token).createSession(
    accountId,
    {
      publicId: randomUUID(),
      userAgent: userAgent?.slice(0, 200) ?? null,
      isKept,
      rotatedAt: new Date(),
      isCurrent: true,
    },
    { sessionId: token },
  );
  return cookieFor(token, isKept);
}

/** Ends the session of a request's cookie and returns the header that removes the cookie. */
export async function closeSession(cookieHeader: string | null): Promise<string> {
  const token = tokenOf(cookieHeader);
  if (token) await luciaFor(token).invalidateSession(token);
  return brief.createBlankSessionCookie().serialize();
}

/** Ends every session of an account, as a new password does. */
export async function closeAllSessions(accountId: string): Promise<void> {
  await brief.invalidateUserSessions(accountId);
}

/** Removes sessions that have ended. */
export async function sweepSessions(): Promise<void> {
  await brief.deleteExpiredSessions();
}
