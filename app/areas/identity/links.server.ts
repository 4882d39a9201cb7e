import type { Db } from "~/kernel/db.server";
import { newToken, sha256Hex, uuidv7 } from "~/lib/identifiers";

/** Hours for which a link to set a password works. */
export const LINK_HOURS = 72;

export type PasswordLinkKind = "first-administrator" | "set-password";

/** A new link: `path` is shown once, `hash` is what is kept. Made outside of the unit of work that stores it. */
export type NewLink = { path: string; hash: string };

export async function newLink(): Promise<NewLink> {
  const token = newToken();
  return { path: `/link/${token}`, hash: await sha256Hex(token) };
}

/**
 * Stores a link by which an account gets a password, and revokes the account's earlier ones. Times are real times: a
 * set clock prolongs nothing.
 */
export async function storePasswordLink(
  db: Db,
  link: NewLink,
  { kind, accountId, createdByKey }: { kind: PasswordLinkKind; accountId: string; createdByKey: string },
  at: Date = new Date(),
): Promise<void> {
  await db.personalLink.updateMany({
    where: { accountId, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
  await db.personalLink.create({
    data: {
      id: uuidv7(),
      tokenHash: link.hash,
      kind,
      accountId,
      createdByKey,
      expiresAt: new Date(at.getTime() + LINK_HOURS * 3_600_000),
    },
  });
}
