import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** An office says that it has read what was sent to it. Refuses `forbidden` to anybody but the office itself. */
export async function seeMessages(actor: Actor, now = clock()) {
  const { office } = actor;
  if (actor.kind !== "office" || !office) throw new Refusal("forbidden", "refusal.forbidden");
  return within(actor, async (db) => {
    const { count } = await db.officeMessage.updateMany({
      where: { divisionId: office.divisionId, officeId: office.officeId, seenAt: null },
      data: { seenAt: now },
    });
    if (count > 0) await audit(db, actor, "see", "OfficeMessage", office.officeId);
    return { count };
  });
}
