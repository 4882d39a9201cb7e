import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { newToken, sha256Hex, uuidv7 } from "~/lib/identifiers";
import { MEMBER_LINK_DAYS } from "../people/member-hours";

const DAY = 86_400_000;

/**
 * Makes the one-time link by which a person opens the page of what is held about him; an earlier one, and a page that it
 * opened, ends. The token is shown once and kept nowhere: a second send of the same form is told so (`conflict`).
 */
export async function makeMemberLink(actor: PlacedActor, personId: string, now = clock()) {
  authorize(actor, "make", "MemberLink");
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + MEMBER_LINK_DAYS * DAY);
  const made = await within(actor, async (db) => {
    const divisionId = actor.place.id;
    const person = await db.person.findUnique({ where: { divisionId_id: { divisionId, id: personId } } });
    if (!person || person.erasedAt || person.state === "cancelled")
      throw new Refusal("missing", "refusal.missing");
    await db.memberLink.updateMany({
      where: { divisionId, personId, revokedAt: null },
      data: { revokedAt: now },
    });
    await db.memberLink.create({
      data: {
        divisionId,
        id,
        personId,
        tokenHash,
        createdAt: now,
        createdByKey: actor.key,
        createdByName: actor.name,
        expiresAt,
      },
    });
    await audit(db, actor, "make", "MemberLink", id);
    return { id };
  });
  if (made.id !== id) throw new Refusal("conflict", "network.me.link.made-already");
  return { id, token, expiresAt };
}
