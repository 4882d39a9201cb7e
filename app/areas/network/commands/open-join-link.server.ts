import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { newPosterToken, uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, todayIn } from "~/lib/jalali";
import type { OpenJoinLink } from "../schema/join";

/** Opens an address at which anybody may ask to join the county's network, until a day. */
export async function openJoinLink(actor: PlacedActor, input: OpenJoinLink, now = clock()) {
  authorize(actor, "open", "JoinLink");
  return within(actor, async (db) => {
    const id = uuidv7();
    await db.joinLink.create({
      data: {
        divisionId: actor.place.id,
        id,
        token: newPosterToken(),
        name: input.name ?? null,
        until: dateOf(addDays(todayIn(now), Number(input.days))),
        createdAt: now,
        createdByKey: actor.key,
        createdByName: actor.name,
      },
    });
    await audit(db, actor, "open", "JoinLink", id);
    return { id };
  });
}
