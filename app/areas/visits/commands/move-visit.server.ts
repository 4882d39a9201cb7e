import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { VisitEdited, VisitMoved } from "../events";
import type { MoveVisit } from "../schema";
import { visitFor } from "../step.server";

/**
 * Moves a visit to another day or hour, with a reason. Of one that was announced everybody concerned hears once more.
 * Whoever comes second is refused with `conflict` and sees both texts. Refuses `invalid` a day that has passed.
 */
export async function moveVisit(
  actor: PlacedActor,
  id: string,
  input: MoveVisit,
  now = clock(),
): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    const before = await visitFor(db, actor, id, "move");
    const wasTold = before.state === "announced";
    if (wasTold && input.plannedOn < todayIn(now))
      throw new Refusal("invalid", "visits.announce-in-past", { field: "plannedOn" });
    const { count } = await db.visit.updateMany({
      where: { divisionId, id, revision: input.revision },
      data: {
        plannedOn: dateOf(input.plannedOn),
        startsAt: input.startsAt ?? null,
        endsAt: input.endsAt ?? null,
        reason: input.reason,
        movedFrom: dateOf(before.plannedOn),
        ...(wasTold && { moves: { increment: 1 } }),
        revision: { increment: 1 },
      },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          plannedOn: before.plannedOn,
          startsAt: before.startsAt ?? "",
          endsAt: before.endsAt ?? "",
          reason: before.reason ?? "",
        },
        revision: before.revision,
      });
    await audit(db, actor, "move", "Visit", id, ["planned_on", "starts_at", "ends_at"]);
    if (wasTold)
      await emit(db, actor, VisitMoved, {
        visitId: id,
        from: divisionId,
        to: before.targetDivisionId,
        moves: before.moves + 1,
      });
    else await emit(db, actor, VisitEdited, { visitId: id });
  });
}
