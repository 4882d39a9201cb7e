import { doorActor } from "~/areas/identity/sessions.server";
import { findPlace } from "~/areas/divisions/queries.server";
import { FEED, feedOf } from "~/areas/meetings/calendar/feed";
import { listPowers } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { staffActor } from "./actor.server";
import { openRecordLink } from "./link-door.server";

/**
 * Whose calendar a private address shows: its owner in the place for which he made it. Null where the address opens
 * nothing, or its owner has no appointment in force there on the day.
 */
export async function readerOfFeed(token: string, now = clock()): Promise<PlacedActor | null> {
  const link = await openRecordLink(token, FEED);
  if (!link || link.receiver !== feedOf(link.recordId)) return null;
  return within(
    doorActor,
    async (db) => {
      const account = await db.account.findFirst({
        where: { id: link.recordId, disabledAt: null },
        select: { id: true, fullName: true },
      });
      const powers = await listPowers(db, link.recordId, todayIn(now));
      const power = powers.find(({ divisionId }) => divisionId === link.divisionId);
      const place = power && (await findPlace(db, link.divisionId));
      return account && power && place ? staffActor(account, place, power) : null;
    },
    { readOnly: true },
  );
}
