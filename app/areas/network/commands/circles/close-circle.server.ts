import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { holdCircle } from "../../circles/convener.server";
import { CircleClosed } from "../../events";
import type { CloseCircle } from "../../schema/circles";

/**
 * Closes a circle on a day and for a reason: its memberships end on that day, and it counts up to it. Refuses a day before
 * it was formed, and one that is closed.
 */
export async function closeCircle(
  actor: PlacedActor,
  circleId: string,
  { closedOn, reason }: CloseCircle,
  now = clock(),
) {
  authorize(actor, "edit", "Circle");
  if (closedOn > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "closedOn" });
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    if (closedOn < (await holdCircle(db, divisionId, circleId)))
      throw new Refusal("invalid", "network.circle.closed-before-formed", { field: "closedOn" });
    await db.circle.update({
      where: { divisionId_id: { divisionId, id: circleId } },
      data: { closedOn: dateOf(closedOn), closedReason: reason, revision: { increment: 1 } },
    });
    await db.$executeRaw`update membership set to_on = greatest(from_on, ${closedOn}::date)
      where division_id = ${divisionId} and circle_id = ${circleId}::uuid and to_on is null`;
    await audit(db, actor, "close", "Circle", circleId, ["closed_on", "membership"]);
    await emit(db, actor, CircleClosed, { circleId });
    return { id: circleId };
  });
}
