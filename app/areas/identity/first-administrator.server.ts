import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { newLink, storePasswordLink } from "./links.server";
import { doorActor } from "./sessions.server";

/** Until he names himself. */
const FULL_NAME = "راهبر سامانه";

/**
 * The path of a new one-time link for the first administrator, or undefined when an administrator has a password
 * already. Every call revokes the link before it. `evenSo` makes a link for the administrator there is: for an
 * operator whose administrator lost his password.
 */
export async function ensureFirstAdministrator({ evenSo = false } = {}): Promise<string | undefined> {
  const link = await newLink();
  return within(doorActor, async (db) => {
    const known = await db.account.findMany({
      where: { isAdministrator: true, isSample: false, disabledAt: null },
      orderBy: { createdAt: "asc" },
      select: { id: true, passwordHash: true },
      take: 100,
    });
    const named = known.find((one) => one.passwordHash !== null);
    if (named && !evenSo) return undefined;
    const account =
      named ??
      known[0] ??
      (await db.account.create({ data: { id: uuidv7(), fullName: FULL_NAME, isAdministrator: true } }));
    const kind = named ? "set-password" : "first-administrator";
    await storePasswordLink(db, link, { kind, accountId: account.id, createdByKey: "operator" });
    return link.path;
  });
}
