import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { refuseDissolved, refuseTakenSeat } from "../checks.server";
import { memberColumns } from "../columns.server";
import { CouncilMemberSeated } from "../events";
import { getCouncil } from "../queries.server";
import type { SeatMember } from "../schema";

/**
 * Seats somebody in a council from a day on, perhaps to a day, by an order. Refuses `conflict` where another presides or
 * keeps the secretariat in those days, or where the office has its seat already.
 */
export async function seatMember(
  actor: PlacedActor,
  councilId: string,
  input: SeatMember,
): Promise<{ id: string }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const council = await getCouncil(db, divisionId, councilId);
    authorize(actor, "seat", "Council", council);
    refuseDissolved(council);
    await refuseTakenSeat(db, divisionId, councilId, input);
    const id = uuidv7();
    await db.councilMember.create({
      data: { divisionId, id, councilId, ...memberColumns(input), createdByKey: actor.key },
    });
    await audit(db, actor, "seat", "Council", id);
    await emit(db, actor, CouncilMemberSeated, { councilId, memberId: id });
    return { id };
  });
}
