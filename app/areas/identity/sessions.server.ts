import { createHash, randomUUID } from "node:crypto";
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from "lucia";
import type { Actor } from "~/kernel/actor";
import { noAbility } from "~/kernel/authorize";
import { within, type Db } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";

/** Before anyone is known: sees accounts, sessions, links and limits, and nothing else. */
export const doorActor: Actor = { kind: "door", key: "door", name: "door", ability: noAbility };

/** Sessions slide by use up to `IDLE`, and end for good after `ABSOLUTE_HOURS`. */
const IDLE = new TimeSpan(12, "h");
const ABSOLUTE_HOURS = 24 * 14;

const atDoor = <T>(work: (db: Db) => Promise<T>) => within(doorActor, work);
const hash = (token: string) => createHash("sha256").update(token).digest("hex");

type Row = { accountId: string; publicId: string; expiresAt: Date; absoluteExpiresAt: Date };
type AccountRow = {
  id: string;
  username: string | null;
  fullName: string;
  isAdministrator: boolean;
  isSample: boolean;
  locale: string;
};

/** lucia asks for the session by the token it was given, so the token is handed back though only its hash is stored. */
const asSession = (token: string, row: Row): DatabaseSession => ({
  id: token,
  userId: row.accountId,
  expiresAt: row.expiresAt < row.absoluteExpiresAt ? row.expiresAt : row.absoluteExpiresAt,
  attributes: { publicId: row.publicId, userAgent: null },
});

const asUser = ({ id, ...attributes }: AccountRow): DatabaseUser => ({ id, attributes });

/** The seven methods that lucia wants, over our own tables. Only the sha256 of a token is stored. */
const adapter: Adapter = {
  getSessionAndUser: (token) =>
    atDoor(async (db) => {
      const row = await db.session.findUnique({ where: { id: hash(token) }, include: { account: true } });
      if (!row || row.absoluteExpiresAt <= new Date() || row.account.disabledAt) return [null, null];
      if (row.account.isSample && env().SAMPLE !== "1") return [null, null];
      return [asSession(token, row), asUser(row.account)];
    }),
  getUserSessions: (accountId) =>
    atDoor(async (db) =>
      (await db.session.findMany({ where: { accountId } })).map((row) => asSession(row.publicId, row)),
    ),
  setSession: (session) =>
    atDoor(async (db) => {
      await db.session.create({
        data: {
          id: hash(session.id),
          publicId: session.attributes.publicId,
          userAgent: session.attributes.userAgent,
          accountId: session.userId,
          expiresAt: session.expiresAt,
          absoluteExpiresAt: new Date(Date.now() + ABSOLUTE_HOURS * 3_600_000),
        },
      });
    }),
  updateSessionExpiration: (token, expiresAt) =>
    atDoor(async (db) => {
      await db.session.updateMany({ where: { id: hash(token) }, data: { expiresAt } });
    }),
  deleteSession: (token) =>
    atDoor(async (db) => {
      await db.session.deleteMany({ where: { id: hash(token) } });
    }),
  deleteUserSessions: (accountId) =>
    atDoor(async (db) => {
      await db.session.deleteMany({ where: { accountId } });
    }),
  deleteExpiredSessions: () =>
    atDoor(async (db) => {
      const now = new Date();
      await db.session.deleteMany({
        where: { OR: [{ expiresAt: { lte: now } }, { absoluteExpiresAt: { lte: now } }] },
      });
    }),
};

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, Omit<AccountRow, "id">>;
    DatabaseSessionAttributes: { publicId: string; userAgent: string | null };
    DatabaseUserAttributes: Omit<AccountRow, "id">;
  }
}

const lucia = new Lucia(adapter, {
  sessionExpiresIn: IDLE,
  sessionCookie: {
    name: "peyvand_session",
    expires: false,
    attributes: { sameSite: "lax", path: "/", secure: false },
  },
  getUserAttributes: ({ username, fullName, isAdministrator, isSample, locale }) => ({
    username,
    fullName,
    isAdministrator,
    isSample,
    locale,
  }),
});

/** The signed-in account of a request. */
export type SignedIn = {
  id: string;
  username: string | null;
  fullName: string;
  isAdministrator: boolean;
  isSample: boolean;
  locale: string;
  sessionPublicId: string;
};

/** The account behind the session cookie, with the cookie to send back when the session slid; null when nobody. */
export async function findSignedIn(
  cookieHeader: string | null,
): Promise<{ account: SignedIn; setCookie?: string } | null> {
  const token = lucia.readSessionCookie(cookieHeader ?? "");
  if (!token) return null;
  const { session, user } = await lucia.validateSession(token);
  if (!session || !user) return null;
  const attributes = session as unknown as { publicId?: string };
  const account: SignedIn = {
    id: user.id,
    username: user.username,
    fullName: user.fullName,
    isAdministrator: user.isAdministrator,
    isSample: user.isSample,
    locale: user.locale,
    sessionPublicId: attributes.publicId ?? "",
  };
  return session.fresh ? { account, setCookie: lucia.createSessionCookie(token).serialize() } : { account };
}

/** Opens a session (always a new token: nothing fixed before sign-in lives on) and returns its Set-Cookie header. */
export async function openSession(accountId: string, userAgent: string | null): Promise<string> {
  const session = await lucia.createSession(accountId, {
    publicId: randomUUID(),
    userAgent: userAgent?.slice(0, 120) ?? null,
  });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends the session of a request's cookie and returns the header that removes the cookie. */
export async function closeSession(cookieHeader: string | null): Promise<string> {
  const token = lucia.readSessionCookie(cookieHeader ?? "");
  if (token) await lucia.invalidateSession(token);
  return lucia.createBlankSessionCookie().serialize();
}

/** Ends every session of an account: signing out everywhere, or a new password. */
export async function closeAllSessions(accountId: string): Promise<void> {
  await lucia.invalidateUserSessions(accountId);
}
