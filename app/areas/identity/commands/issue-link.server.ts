import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { newLink, storePasswordLink } from "../links.server";

/**
 * The administrator makes a link by which an account gets a new password. The path is returned to whoever asked first
 * and kept nowhere: a repeated form gets none.
 */
export async function issueLink(actor: Actor, accountId: string): Promise<{ path: string | undefined }> {
  authorize(actor, "issue-link", "Account");
  const link = await newLink();
  let isFirst = false;
  await within(actor, async (db) => {
    const account = await db.account.findUnique({ where: { id: accountId } });
    if (!account || account.disabledAt) throw new Refusal("missing", "refusal.missing");
    await storePasswordLink(db, link, { kind: "set-password", accountId, createdByKey: actor.key });
    await audit(db, actor, "issue-link", "Account", accountId, ["password_hash"], 0);
    isFirst = true;
    return { id: accountId };
  });
  return { path: isFirst ? link.path : undefined };
}
