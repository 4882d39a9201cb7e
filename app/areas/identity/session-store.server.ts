import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Actor } from "~/kernel/actor";
import { noAbility } from "~/kernel/authorize";
import { within, type Db } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";

/** Before anyone is known: sees accounts, sessions, links and limits, and nothing else. */
export const doorActor: Actor = { kind: "door", key: "door", name: "door", ability: noAbility };

export const HOUR = 3_600_000;
/** Hours without use after which a session ends, and hours after which it ends for good. */
export const LIFE = {
  brief: { idle: 12, absolute: 14 * 24 },
  kept: { idle: 14 * 24, absolute: 30 * 24 },
} as const;
/** A token that was replaced holds as long for requests under way; an offer stands as long before it is renewed. */
export const GRACE = 60_000;

export const lifeOf = (isKept: boolean) => (isKept ? LIFE.kept : LIFE.brief);
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The unit of work at the door that is open already: what else is read at the door of a request goes with the session. */
export const openedDoor = new AsyncLocalStorage<Db>();

function atDoor<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const opened = openedDoor.getStore();
  return opened ? work(opened) : within(doorActor, work);
}

export type SessionAttributes = {
  publicId: string;
  userAgent: string | null;
  isKept: boolean;
  rotatedAt: Date;
  /** Whether the token that was shown is the session's present one, not the one before. */
  isCurrent: boolean;
};

export type AccountAttributes = {
  username: string | null;
  fullName: string;
  isAdministrator: boolean;
  isSample: boolean;
  locale: string;
};

type SessionOfToken = {
  id: string;
  publicId: string;
  userAgent: string | null;
  isKept: boolean;
  rotatedAt: Date;
  offeredId: string | null;
  expiresAt: Date;
  absoluteExpiresAt: Date;
  accountId: string;
  disabledAt: Date | null;
} & AccountAttributes;

/** The session that a token opens: its present token, the one offered to follow, or for a moment the one before. */
async function findByToken(db: Db, hash: string, now: Date): Promise<SessionOfToken | undefined> {
  const graceSince = new Date(now.getTime() - GRACE);
  const rows = await db.$queryRaw<SessionOfToken[]>`
    select s.id, s.public_id as "publicId", s.user_agent as "userAgent", s.is_kept as "isKept",
      s.rotated_at as "rotatedAt", s.offered_id as "offeredId", s.expires_at as "expiresAt",
      s.absolute_expires_at as "absoluteExpiresAt", a.id::text as "accountId", a.disabled_at as "disabledAt",
      a.username, a.full_name as "fullName", a.is_administrator as "isAdministrator", a.is_sample as "isSample",
      a.locale
    from session s join account a on a.id = s.account_id
    where s.id = ${hash} or s.offered_id = ${hash} or (s.previous_id = ${hash} and s.rotated_at > ${graceSince})
    limit 1`;
  return rows[0];
}

/** The offered token came back: it takes the place of the present one. */
async function adoptOffered(db: Db, id: string, offeredId: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { id, offeredId },
    data: { id: offeredId, previousId: id, offeredId: null, offeredAt: null, rotatedAt: now },
  });
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);

/**
 * The seven methods that lucia wants, over our own tables. Only the sha256 of a token is stored; lucia asks for a
 * session by the token it was given, so the token is handed back. Times are real times: a set clock neither ends nor
 * prolongs a session.
 */
export const sessionStore: Adapter = {
  getSessionAndUser: (token) =>
    atDoor(async (db) => {
      const now = new Date();
      const hash = hashOf(token);
      const row = await findByToken(db, hash, now);
      if (!row || row.absoluteExpiresAt <= now || row.disabledAt) return [null, null];
      if (row.isSample && env().SAMPLE !== "1") return [null, null];
      const isOffered = row.offeredId === hash;
      if (isOffered) await adoptOffered(db, row.id, hash, now);
      const { publicId, userAgent, isKept } = row;
      const rotatedAt = isOffered ? now : row.rotatedAt;
      const session: DatabaseSession = {
        id: token,
        userId: row.accountId,
        expiresAt: earlier(row.expiresAt, row.absoluteExpiresAt),
        attributes: { publicId, userAgent, isKept, rotatedAt, isCurrent: isOffered || row.id === hash },
      };
      const { username, fullName, isAdministrator, isSample, locale } = row;
      const user: DatabaseUser = {
        id: row.accountId,
        attributes: { username, fullName, isAdministrator, isSample, locale },
      };
      return [session, user];
    }),
  getUserSessions: () => {
    throw new Error("sessions are listed by our own query, which does not hand out hashes");
  },
  setSession: (session) =>
    atDoor(async (db) => {
      const { publicId, userAgent, isKept } = session.attributes;
      const absoluteExpiresAt = new Date(Date.now() + lifeOf(isKept).absolute * HOUR);
      await db.session.create({
        data: {
          id: hashOf(session.id),
          publicId,
          userAgent,
          isKept,
          accountId: session.userId,
          expiresAt: session.expiresAt,
          absoluteExpiresAt,
        },
      });
    }),
  updateSessionExpiration: (token, expiresAt) =>
    atDoor(async (db) => {
      const hash = hashOf(token);
      await db.session.updateMany({
        where: { OR: [{ id: hash }, { previousId: hash }] },
        data: { expiresAt },
      });
    }),
  deleteSession: (token) =>
    atDoor(async (db) => {
      const hash = hashOf(token);
      await db.session.deleteMany({
        where: { OR: [{ id: hash }, { offeredId: hash }, { previousId: hash }] },
      });
    }),
  deleteUserSessions: (accountId) =>
    atDoor(async (db) => {
      await db.session.deleteMany({ where: { accountId } });
    }),
  // By the idle end, which has an index: one past its absolute end opens nothing and goes with its idle one.
  deleteExpiredSessions: () =>
    atDoor(async (db) => {
      await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    }),
};

/**
 * Offers a token to follow the present one, unless one was offered within the last moment: requests that run side by
 * side get one offer among them. Returns whether this offer stands.
 */
export async function offerToken(present: string, next: string): Promise<boolean> {
  const now = new Date();
  return atDoor(async (db) => {
    const { count } = await db.session.updateMany({
      where: {
        id: hashOf(present),
        OR: [{ offeredAt: null }, { offeredAt: { lt: new Date(now.getTime() - GRACE) } }],
      },
      data: { offeredId: hashOf(next), offeredAt: now },
    });
    return count === 1;
  });
}
