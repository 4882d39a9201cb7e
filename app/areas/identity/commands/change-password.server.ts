import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { networkOf } from "../address-prefix.server";
import { forgetBrowsers } from "../known-browsers.server";
import { auditOwn } from "../own-audit.server";
import { weaknessOf } from "../password-rules";
import { hashPassword, verifyPassword } from "../passwords.server";
import type { ChangePassword } from "../schema";
import { closeAllSessions, doorActor, openSession } from "../sessions.server";
import { countTry, forgetTries, OF_ACCOUNT } from "../tries.server";
import type { Origin } from "./sign-in.server";

/**
 * Gives the signed-in account a new password: whoever knows the present one. Every session ends, and a new one opens
 * for this device: its Set-Cookie header is returned. `at` is real time.
 */
export async function changePassword(
  accountId: string,
  input: ChangePassword,
  origin: Origin,
  at?: Date,
): Promise<string> {
  const tries = ["own", accountId, networkOf(origin.address, "wide")];
  const { account, inTime } = await within(doorActor, async (db) => ({
    inTime: await countTry(db, OF_ACCOUNT, tries, at),
    account: await db.account.findUnique({ where: { id: accountId } }),
  }));
  const isRight = await verifyPassword(account?.passwordHash, input.presentPassword);
  if (!account || !isRight || !inTime)
    throw new Refusal("invalid", "identity.password.present-wrong", { field: "presentPassword" });
  const weakness = weaknessOf(input.password, [account.mobile, account.username]);
  if (weakness) throw new Refusal("invalid", weakness, { field: "password" });
  const passwordHash = await hashPassword(input.password);

  await within(doorActor, async (db) => {
    await db.account.update({ where: { id: accountId }, data: { passwordHash } });
    await auditOwn(db, account, "change-password", ["password_hash"]);
    await forgetBrowsers(db, accountId);
    await forgetTries(db, OF_ACCOUNT, tries);
  });
  await closeAllSessions(accountId);
  return openSession(accountId, origin.userAgent);
}
