import { within } from "~/kernel/db.server";
import { auditOwn } from "../own-audit.server";
import { forgetBrowsers } from "../known-browsers.server";
import { doorActor } from "../sessions.server";

/** Signs the account out everywhere, here too. */
export async function endEverySession(accountId: string): Promise<void> {
  await within(doorActor, async (db) => {
    const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
    await db.session.deleteMany({ where: { accountId } });
    await forgetBrowsers(db, accountId);
    await auditOwn(db, account, "end-every-session");
  });
}
