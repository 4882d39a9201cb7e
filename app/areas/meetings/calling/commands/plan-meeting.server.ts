import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { fillAgenda, layOutAgenda } from "../agenda-fills.server";
import { planColumns } from "../plan-columns.server";
import type { PlanMeeting } from "../schema";

/** Plans a meeting as a draft that nobody above the place sees, with the agenda of its type and what fills itself. */
export async function planMeeting(actor: PlacedActor, input: PlanMeeting, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const today = todayIn(now);
    const id = uuidv7();
    const { type, columns } = await planColumns(db, actor.place, input, today);
    await db.meeting.create({
      data: { divisionId, id, ...columns, state: "draft", createdAt: now, createdByKey: actor.key },
    });
    const meeting = { id, heldOn: input.heldOn, seriesId: null, typeCode: type.code };
    await layOutAgenda(db, actor, meeting, type.agenda, now);
    await fillAgenda(db, actor, meeting, type.agenda, now);
    await audit(db, actor, "plan", "Meeting", id);
    return { id };
  });
}
