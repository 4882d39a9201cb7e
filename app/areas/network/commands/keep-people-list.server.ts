import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

/** Takes a saved list away or brings it back: one's own, or a shared one. Refuses `missing`. */
export async function keepPeopleList(
  actor: PlacedActor,
  id: string,
  intent: "remove" | "restore",
  now = clock(),
) {
  authorize(actor, "save", "PeopleList");
  return within(actor, async (db) => {
    const { count } = await db.personList.updateMany({
      where: {
        divisionId: actor.place.id,
        id,
        removedAt: intent === "remove" ? null : { not: null },
        OR: [{ isShared: true }, { ownerAccount: { in: ownerKeys(actor) } }],
      },
      data: { removedAt: intent === "remove" ? now : null, revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("missing", "refusal.missing");
    await audit(db, actor, intent, "PeopleList", id);
    return { id };
  });
}
