import { within } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { Refusal } from "~/kernel/refusal";
import { accountKeyOf } from "../account-key";
import { networkOf } from "../address-prefix.server";
import { browserOf, isKnownBrowser, rememberBrowser, sweepBrowsers } from "../known-browsers.server";
import { verifyPassword } from "../passwords.server";
import type { SignIn } from "../schema";
import { doorActor, openSession, sweepSessions } from "../sessions.server";
import {
  countTry,
  forgetTries,
  OF_ACCOUNT,
  OF_ADDRESS,
  OF_BROWSER,
  sweepTries,
  takeBackTry,
} from "../tries.server";

/** Of an unknown account as much is asked as of a known one. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Where a try comes from. */
export type Origin = { address: string; userAgent: string | null; cookies?: string | null };

/**
 * Opens a session for whoever knows name and password, and returns its Set-Cookie headers: the session's, and the one by
 * which this browser is known next time. An unknown account, a wrong
 * password, an account that is closed and a try that comes too soon get the same refusal after the same work.
 * `at` is real time: waiting is not shortened by a set clock.
 */
export async function signIn(input: Pick<SignIn, "name" | "password" | "keep">, origin: Origin, at?: Date) {
  const key = accountKeyOf(input.name);
  const near = [networkOf(origin.address, "near")];
  const ofAccount = [key?.by ?? "", key?.value ?? "", networkOf(origin.address, "wide")];

  const browser = browserOf(origin.cookies ?? null);

  const { account, inTime, limit, tries } = await within(doorActor, async (db) => {
    const addressInTime = await countTry(db, OF_ADDRESS, near, at);
    const account = await db.account.findFirst({
      where: key?.by === "mobile" ? { mobile: key.value } : { username: key?.value ?? "" },
      select: { id: true, passwordHash: true, isSample: true, disabledAt: true },
    });
    const isKnown = await isKnownBrowser(db, account?.id ?? NOBODY, browser);
    const [limit, tries] = isKnown ? [OF_BROWSER, [browser ?? ""]] : [OF_ACCOUNT, ofAccount];
    const accountInTime = await countTry(db, limit, tries, at);
    return { account, inTime: accountInTime && addressInTime, limit, tries };
  });

  const isRight = await verifyPassword(account?.passwordHash, input.password);
  const isOpen = account && !account.disabledAt && (!account.isSample || env().SAMPLE === "1");
  if (!isRight || !isOpen || !inTime) throw new Refusal("invalid", "identity.sign-in.refused");

  const known = await within(doorActor, async (db) => {
    // The address before the account, as they are counted: two of one account at once wait and never cross.
    await takeBackTry(db, OF_ADDRESS, near);
    await forgetTries(db, limit, tries);
    return rememberBrowser(db, account.id, browser);
  });
  await within(doorActor, async (db) => {
    await sweepTries(db, at);
    await sweepBrowsers(db);
  });
  await sweepSessions();
  const session = await openSession(account.id, origin.userAgent, input.keep);
  return known === undefined ? [session] : [session, known];
}
