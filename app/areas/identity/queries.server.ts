import type { Db } from "~/kernel/db.server";
import { sha256Hex } from "~/lib/identifiers";
import type { PasswordLinkKind } from "./links.server";

/** A session as its owner sees it. */
export type SessionRow = {
  publicId: string;
  userAgent: string | null;
  isKept: boolean;
  createdAt: Date;
  /** The last use, to the hour. */
  usedAt: Date;
};

/** The sessions of an account that are still open, the newest use first; at most a hundred. Needs the door's scope. */
export async function listSessions(db: Db, accountId: string): Promise<SessionRow[]> {
  const now = new Date();
  const rows = await db.session.findMany({
    where: { accountId, expiresAt: { gt: now }, absoluteExpiresAt: { gt: now } },
    orderBy: { rotatedAt: "desc" },
    select: { publicId: true, userAgent: true, isKept: true, createdAt: true, rotatedAt: true },
    take: 100,
  });
  return rows.map(({ rotatedAt, ...row }) => ({ ...row, usedAt: rotatedAt }));
}

export type PasswordLink = {
  id: string;
  kind: PasswordLinkKind;
  accountId: string;
  fullName: string;
  username: string | null;
  mobile: string | null;
  expiresAt: Date;
};

/**
 * The link of a token, when it may still be used: not used, not revoked, not past its time, its account not closed.
 * Looking does not use it. Needs the door's scope.
 */
export async function findPasswordLink(
  db: Db,
  token: string,
  withSample: boolean,
  at: Date = new Date(),
): Promise<PasswordLink | undefined> {
  if (!/^[\w-]{20,100}$/.test(token)) return undefined;
  const row = await db.personalLink.findUnique({
    where: { tokenHash: await sha256Hex(token) },
    include: { account: true },
  });
  if (!row?.account || row.usedAt || row.revokedAt || row.expiresAt <= at) return undefined;
  if (row.kind !== "first-administrator" && row.kind !== "set-password") return undefined;
  const { id: accountId, fullName, username, mobile, disabledAt, isSample } = row.account;
  if (disabledAt || (isSample && !withSample)) return undefined;
  return { id: row.id, kind: row.kind, accountId, fullName, username, mobile, expiresAt: row.expiresAt };
}

/** An account found by one of its two names, as the administrator sees it. Needs his scope. */
export async function findAccountByName(db: Db, key: { by: "mobile" | "username"; value: string } | null) {
  if (!key) return null;
  return db.account.findFirst({
    where: key.by === "mobile" ? { mobile: key.value } : { username: key.value },
    select: {
      id: true,
      fullName: true,
      username: true,
      mobile: true,
      isAdministrator: true,
      disabledAt: true,
    },
  });
}
