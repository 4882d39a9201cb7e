import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import type { KeptState } from "../../choices";
import { leaveCircles } from "../../circles/memberships.server";
import { PersonMoved } from "../../events";
import { allows } from "../../lifecycle";
import { holdPeople } from "../../people/held-people.server";
import { recordStep } from "../../people/path.server";
import { withdrawOpenRelocations } from "../../relocation/withdraw-open.server";

/**
 * Archives somebody whom another county has taken in, as moved, in the county that he leaves; what was done with him
 * there stays in its counts. Who has left the path by himself meanwhile, or was erased, stays as he is.
 */
export async function seeOffRelocated(
  actor: PlacedActor,
  eventId: string,
  relocationId: string,
  now = clock(),
): Promise<boolean> {
  authorize(actor, "see-off", "Relocation");
  return reactOnce(actor, eventId, "see-off-relocated", async (db) => {
    const divisionId = actor.place.id;
    const relocation = await db.relocation.findUnique({
      where: { divisionId_id: { divisionId, id: relocationId } },
    });
    if (relocation?.state !== "accepted") return;
    const { personId } = relocation;
    await holdPeople(db, divisionId, [personId]);
    const person = await db.person.findUniqueOrThrow({
      where: { divisionId_id: { divisionId, id: personId } },
    });
    if (person.erasedAt || !allows(person.state as KeptState, "archive")) return;
    // He may have been offered to yet another county before this one heard that he was taken in.
    await withdrawOpenRelocations(db, actor, [personId], now);
    const today = todayIn(now);
    const since = isoOfDate(person.stateSince);
    const day = since > today ? since : today;
    await db.person.update({
      where: { divisionId_id: { divisionId, id: personId } },
      data: { state: "archived", stateSince: dateOf(day), revision: { increment: 1 } },
    });
    await leaveCircles(db, actor, personId, "all", day);
    await recordStep(db, actor, personId, { state: "archived", happenedOn: day, reason: "moved" }, now);
    await audit(db, actor, "archive", "Person", personId, ["state"]);
    await emit(db, actor, PersonMoved, { personId });
  });
}
