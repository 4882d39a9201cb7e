import { within } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { Refusal } from "~/kernel/refusal";
import { accountKeyOf } from "../account-key";
import { networkOf } from "../address-prefix.server";
import { verifyPassword } from "../passwords.server";
import type { SignIn } from "../schema";
import { doorActor, openSession, sweepSessions } from "../sessions.server";
import { countTry, forgetTries, OF_ACCOUNT, OF_ADDRESS, sweepTries, takeBackTry } from "../tries.server";

/** Where a try comes from. */
export type Origin = { address: string; userAgent: string | null };

/**
 * Opens a session for whoever knows name and password, and returns its Set-Cookie header. An unknown account, a wrong
 * password, an account that is closed and a try that comes too soon get the same refusal after the same work.
 * `at` is real time: waiting is not shortened by a set clock.
 */
export async function signIn(input: Pick<SignIn, "name" | "password" | "keep">, origin: Origin, at?: Date) {
  const key = accountKeyOf(input.name);
  const near = [networkOf(origin.address, "near")];
  const ofAccount = [key?.by ?? "", key?.value ?? "", networkOf(origin.address, "wide")];

  const { account, inTime } = await within(doorActor, async (db) => {
    const accountInTime = await countTry(db, OF_ACCOUNT, ofAccount, at);
    const addressInTime = await countTry(db, OF_ADDRESS, near, at);
    const account = await db.account.findFirst({
      where: key?.by === "mobile" ? { mobile: key.value } : { username: key?.value ?? "" },
      select: { id: true, passwordHash: true, isSample: true, disabledAt: true },
    });
    return { account, inTime: accountInTime && addressInTime };
  });

  const isRight = await verifyPassword(account?.passwordHash, input.password);
  const isOpen = account && !account.disabledAt && (!account.isSample || env().SAMPLE === "1");
  if (!isRight || !isOpen || !inTime) throw new Refusal("invalid", "identity.sign-in.refused");

  await within(doorActor, async (db) => {
    await forgetTries(db, OF_ACCOUNT, ofAccount);
    await takeBackTry(db, OF_ADDRESS, near);
    await sweepTries(db, at);
  });
  await sweepSessions();
  return openSession(account.id, origin.userAgent, input.keep);
}
