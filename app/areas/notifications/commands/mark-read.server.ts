import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** Marks one of the actor's own notifications as read; answers where it leads. Refuses `missing` for another's. */
export async function markRead(actor: PlacedActor, id: string, now = clock()): Promise<{ href: string }> {
  const { accountId } = actor;
  authorize(actor, "read", "Notification", { accountId });
  return within(actor, async (db) => {
    const mine = { divisionId: actor.place.id, accountId: accountId ?? "", id };
    const row = await db.notification.findFirst({ where: mine, select: { href: true } });
    if (!row) throw new Refusal("missing", "refusal.missing");
    await db.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: now } });
    return { href: row.href };
  });
}

/** Marks whatever the actor was told in this place up to now as read. */
export async function markAllRead(actor: PlacedActor, now = clock()): Promise<{ count: number }> {
  const { accountId } = actor;
  authorize(actor, "read", "Notification", { accountId });
  return within(actor, async (db) => {
    const { count } = await db.notification.updateMany({
      where: { divisionId: actor.place.id, accountId: accountId ?? "", readAt: null },
      data: { readAt: now },
    });
    return { count };
  });
}
