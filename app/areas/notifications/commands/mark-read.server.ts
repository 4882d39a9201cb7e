import type { Actor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** What the actor was told: as staff of a place, or as the officer of one of its offices. */
const toldTo = ({ place, office, accountId = "" }: Actor) => {
  const divisionId = place?.id ?? office?.divisionId;
  if (divisionId === undefined) throw new Error("who reads notifications stands somewhere");
  return { divisionId, officeId: office?.officeId ?? null, accountId };
};

/** Marks one of the actor's own notifications as read; answers where it leads. Refuses `missing` for another's. */
export async function markRead(actor: Actor, id: string, now = clock()): Promise<{ href: string }> {
  const { accountId } = actor;
  authorize(actor, "read", "Notification", { accountId });
  return within(actor, async (db) => {
    const mine = { ...toldTo(actor), id };
    const row = await db.notification.findFirst({ where: mine, select: { href: true } });
    if (!row) throw new Refusal("missing", "refusal.missing");
    await db.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: now } });
    return { href: row.href };
  });
}

/** Marks whatever the actor was told here up to now as read. */
export async function markAllRead(actor: Actor, now = clock()): Promise<{ count: number }> {
  const { accountId } = actor;
  authorize(actor, "read", "Notification", { accountId });
  return within(actor, async (db) => {
    const { count } = await db.notification.updateMany({
      where: { ...toldTo(actor), readAt: null },
      data: { readAt: now },
    });
    return { count };
  });
}
