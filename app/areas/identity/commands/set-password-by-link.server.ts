import { within } from "~/kernel/db.server";
import { env } from "~/kernel/env.server";
import { Refusal } from "~/kernel/refusal";
import { networkOf } from "../address-prefix.server";
import { forgetBrowsers } from "../known-browsers.server";
import { auditOwn } from "../own-audit.server";
import { weaknessOf } from "../password-rules";
import { hashPassword } from "../passwords.server";
import { findPasswordLink } from "../queries.server";
import type { SetPassword } from "../schema";
import { doorActor, openSession } from "../sessions.server";
import { countTry, OF_LINK } from "../tries.server";
import type { Origin } from "./sign-in.server";

const gone = () => new Refusal("conflict", "identity.link.gone");

/**
 * Sets the password of a link's account, uses the link up, ends the account's sessions, and opens a new one whose
 * Set-Cookie header it returns. Of two at the same moment one wins. The first administrator also names himself.
 * Refuses with one conflict a link that is used, revoked, past its time or unknown. `at` is real time.
 */
export async function setPasswordByLink(
  token: string,
  input: SetPassword,
  origin: Origin,
  at: Date = new Date(),
): Promise<string> {
  const link = await within(doorActor, async (db) => {
    const inTime = await countTry(db, OF_LINK, [networkOf(origin.address, "near")], at);
    return inTime ? findPasswordLink(db, token, env().SAMPLE === "1", at) : undefined;
  });
  if (!link) throw gone();
  const isFirst = link.kind === "first-administrator";
  if (isFirst && !input.username) throw new Refusal("invalid", "form.required", { field: "username" });
  const weakness = weaknessOf(input.password, [
    link.mobile,
    isFirst ? (input.username ?? null) : link.username,
  ]);
  if (weakness) throw new Refusal("invalid", weakness, { field: "password" });
  const passwordHash = await hashPassword(input.password);

  await within(doorActor, async (db) => {
    const { count } = await db.personalLink.updateMany({
      where: { id: link.id, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    if (count === 0) throw gone();
    if (isFirst && input.username) {
      const taken = await db.account.findFirst({
        where: { username: input.username, id: { not: link.accountId } },
      });
      if (taken) throw new Refusal("conflict", "identity.username.taken", { field: "username" });
    }
    const named = isFirst
      ? { username: input.username ?? null, fullName: input.fullName ?? link.fullName }
      : {};
    await db.account.update({ where: { id: link.accountId }, data: { passwordHash, ...named } });
    const account = { id: link.accountId, fullName: named.fullName ?? link.fullName };
    await auditOwn(db, account, "set-password", ["password_hash"]);
    await db.session.deleteMany({ where: { accountId: link.accountId } });
    await forgetBrowsers(db, link.accountId);
  });
  return openSession(link.accountId, origin.userAgent);
}
