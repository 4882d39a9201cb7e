import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { auditOwn } from "../own-audit.server";
import { doorActor } from "../sessions.server";

/** Signs one device of the account out. Refuses with `missing` a session that is not the account's own. */
export async function endSession(accountId: string, publicId: string): Promise<void> {
  await within(doorActor, async (db) => {
    const { count } = await db.session.deleteMany({ where: { accountId, publicId } });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
    await auditOwn(db, account, "end-session");
  });
}
