import { newRecordToken, revokeRecordLinks, storeRecordLink } from "~/areas/identity/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { feedOf, FEED } from "../feed";

const DAY = 86_400_000;
/** Days for which the address of a feed holds. */
const FEED_DAYS = 400;

/**
 * Makes the private address at which calendar programs read the meetings of the actor's place for him; an earlier one of
 * his ends with it. Given once, and only its hash is kept. Whoever has the address reads what its owner may see there, as
 * long as an appointment of his in the place is in force. The second of two equal submits gets no address: it was shown.
 */
export async function makeFeed(actor: PlacedActor, now = clock()): Promise<{ path: string | undefined }> {
  authorize(actor, "subscribe", "Meeting");
  const { accountId } = actor;
  if (!accountId) throw new Refusal("forbidden", "refusal.forbidden");
  const made = await newRecordToken();
  let isNew = false;
  await within(actor, async (db) => {
    await revokeRecordLinks(db, actor.place.id, { purpose: FEED, recordId: accountId }, now);
    await storeRecordLink(db, actor, made, {
      purpose: FEED,
      recordId: accountId,
      receiver: feedOf(accountId),
      expiresAt: new Date(now.getTime() + FEED_DAYS * DAY),
      now,
    });
    await audit(db, actor, "subscribe", "Meeting", accountId);
    isNew = true;
  });
  return { path: isNew ? `/calendar/${made.token}.ics` : undefined };
}
