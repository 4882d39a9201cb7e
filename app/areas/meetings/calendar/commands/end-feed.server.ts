import { revokeRecordLinks } from "~/areas/identity/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { FEED } from "../feed";

/** Ends the private address of the actor's own calendar: whoever reads at it finds nothing from now on. */
export async function endFeed(actor: PlacedActor, now = clock()): Promise<void> {
  authorize(actor, "subscribe", "Meeting");
  const { accountId } = actor;
  if (!accountId) throw new Refusal("forbidden", "refusal.forbidden");
  await within(actor, async (db) => {
    const ended = await revokeRecordLinks(db, actor.place.id, { purpose: FEED, recordId: accountId }, now);
    if (ended > 0) await audit(db, actor, "unsubscribe", "Meeting", accountId);
  });
}
