import { keepOfficesStanding } from "~/areas/bodies/door.server";
import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, dateOf, todayIn } from "~/lib/jalali";
import { addWorkingDays } from "~/lib/working-calendar";
import { transferOf, type State } from "../lifecycle";
import { moved, readyFor } from "../changed.server";
import { DemandReferred } from "../events";
import type { ReferDemand } from "../schema";
import { note } from "../timeline.server";

/**
 * Lays a demand before an office of the county with a limit in working days of the province's calendar; again, when the
 * citizen said that it is not solved. From one office to another it goes only with a reason, and its limit, which was
 * promised to the citizen, does not begin anew.
 */
export async function referDemand(actor: PlacedActor, id: string, input: ReferDemand, now = clock()) {
  authorize(actor, "refer", "Demand");
  return within(actor, async (db) => {
    await keepOfficesStanding(db, actor.place);
    const divisionId = actor.place.id;
    const demand = await readyFor(db, { divisionId, id }, "refer", input.revision);
    const office = await db.office.findUnique({
      where: { divisionId_id: { divisionId, id: input.officeId } },
    });
    if (!office || office.closedOn) {
      throw new Refusal("invalid", "demands.unknown-office", { field: "officeId" });
    }
    const isTransfer = transferOf(demand.state as State);
    if (isTransfer && office.id === demand.officeId) {
      throw new Refusal("invalid", "demands.same-office", { field: "officeId" });
    }
    if (isTransfer && !input.note) {
      throw new Refusal("invalid", "demands.transfer-needs-reason", { field: "note" });
    }
    const today = todayIn(now);
    const calendar = await getWorkingCalendar(db, actor.place, today, addDays(today, input.days * 3 + 30));
    const limit = addWorkingDays(calendar, today, input.days);
    const { count } = await db.demand.updateMany({
      where: { divisionId, id, revision: input.revision },
      data: {
        state: "referred",
        officeId: office.id,
        officeName: office.nameFa,
        referredAt: now,
        limitOn: isTransfer && demand.limitOn ? demand.limitOn : dateOf(limit.day),
        transfers: { increment: isTransfer ? 1 : 0 },
        answerKind: null,
        answerText: null,
        answerReason: null,
        answerNumber: null,
        answeredAt: null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw await moved(db, { divisionId, id }, "refer");
    const of = { divisionId, id, officeId: office.id, trackingCode: demand.trackingCode };
    await note(db, { name: office.nameFa }, of, isTransfer ? "transferred" : "referred", now, input.note);
    await audit(db, actor, "refer", "Demand", id, ["office_id", "limit_on"]);
    await emit(db, actor, DemandReferred, { demandId: id, officeId: office.id });
    return { id };
  });
}
