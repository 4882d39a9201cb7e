import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { circleKey } from "../circles/circle-key";
import type { EditCircle } from "../schema/people";

/** Changes a circle's words. Whoever comes second is refused with `conflict` and sees both texts. */
export async function editCircle(actor: PlacedActor, circleId: string, input: EditCircle) {
  authorize(actor, "edit", "Circle");
  return within(actor, async (db) => {
    const key = { divisionId: actor.place.id, id: circleId };
    const { revision, ...words } = input;
    const { count } = await db.circle.updateMany({
      where: { ...key, revision },
      data: {
        name: words.name,
        topic: words.topic,
        place: words.place ?? null,
        field: words.field ?? null,
        searchKey: circleKey(words),
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      const saved = await db.circle.findUnique({ where: { divisionId_id: key } });
      if (!saved) throw new Refusal("missing", "refusal.missing");
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { name: saved.name, topic: saved.topic, place: saved.place ?? "", field: saved.field ?? "" },
        revision: saved.revision,
      });
    }
    await audit(db, actor, "edit", "Circle", circleId, ["name", "topic", "place", "field"]);
    return { id: circleId };
  });
}
