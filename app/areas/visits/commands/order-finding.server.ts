import {
  addresseeOf,
  calendarOf,
  issuedDeadline,
  issueObligations,
  namesOf,
  nextNumber,
} from "~/areas/obligations/door.server";
import { ObligationsIssued } from "~/areas/obligations/events";
import type { IssueDecision } from "~/areas/obligations/schema";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { wasMade } from "../lifecycle";
import { getFinding, getOwnVisit } from "../queries.server";

/**
 * Makes what was found at a visit an obligation of whoever a person names, by when: a decision of the ledger with our next
 * number, under the finding's own id, so that one finding is ordered once however often it is pressed. Before and after the
 * report is finished. Answers `isNew: false` where it was ordered already.
 * Refuses `invalid` a group to which nobody belongs, `missing` an office that is not the place's.
 */
export async function orderFinding(
  actor: PlacedActor,
  id: string,
  input: IssueDecision,
  now = clock(),
): Promise<{ id: string; isNew: boolean }> {
  authorize(actor, "issue", "Issuance");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    // Two who order the same finding at once: the second waits here and finds it ordered.
    await db.$queryRaw`select from visit_finding where division_id = ${divisionId} and id = ${id}::uuid for update`;
    const finding = await getFinding(db, actor.place, id);
    const visit = await getOwnVisit(db, divisionId, finding.visitId);
    if (!wasMade(visit.state)) throw new Refusal("missing", "refusal.missing");
    const there = await db.issuance.findUnique({
      where: { divisionId_id: { divisionId, id } },
      select: { id: true },
    });
    if (there) return { id, isNew: false };
    const today = todayIn(now);
    const lines = input.to.map((to) => ({ partyId: uuidv7(), to: addresseeOf(to) }));
    await issueObligations(
      db,
      actor,
      [
        {
          id,
          sourceKind: "decision",
          recordId: visit.id,
          title: input.title,
          number: await nextNumber(db, divisionId),
          text: input.text,
          addressees: await namesOf(db, actor, lines),
          deadline: issuedDeadline(input.deadline, today, await calendarOf(db, actor.place, today)),
          fromKind: "visit",
          theirNumber: input.theirNumber ?? null,
          theirOn: input.theirOn ?? null,
          lines,
        },
      ],
      now,
    );
    await audit(db, actor, "issue", "Issuance", id);
    await emit(db, actor, ObligationsIssued, { issuanceId: id, obligationIds: [] });
    return { id, isNew: true };
  });
}
