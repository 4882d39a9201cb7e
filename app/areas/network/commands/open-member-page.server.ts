import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { newToken, sha256Hex } from "~/lib/identifiers";
import { MEMBER_SESSION_MINUTES } from "../people/member-hours";

/**
 * Uses a link to one's own page up: the first to come gets the token of a short session, and whoever comes after him
 * finds the link used (`missing`). Its end is counted in real time: a set clock prolongs nothing.
 */
export async function openMemberPage(visitor: Actor, now = clock(), realNow = new Date()): Promise<string> {
  authorize(visitor, "open", "MemberLink");
  const session = newToken();
  const sessionHash = await sha256Hex(session);
  await within(visitor, async (db) => {
    const [link] = await db.$queryRaw<{ id: string; divisionId: number }[]>`
      update member_link set opened_at = ${now}, session_hash = ${sessionHash},
        session_until = ${new Date(realNow.getTime() + MEMBER_SESSION_MINUTES * 60_000)}
      where token_hash = ${visitor.token ?? ""} and opened_at is null and revoked_at is null and expires_at > ${now}
      returning id::text, division_id as "divisionId"`;
    if (!link) throw new Refusal("missing", "refusal.missing");
    await audit(db, visitor, "open", "MemberLink", link.id, [], link.divisionId);
  });
  return session;
}
