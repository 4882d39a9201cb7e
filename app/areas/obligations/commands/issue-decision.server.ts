import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { calendarOf } from "../deadlines/calendar.server";
import type { RecordKind } from "../choices";
import { issuedDeadline } from "../deadlines/deadline";
import { issueObligations } from "../door.server";
import { findRecord } from "../evidence/record.server";
import { addresseeOf, namesOf, nextNumber } from "../issue/decision.server";
import { ObligationsIssued } from "../events";
import type { IssueDecision } from "../schema";

/**
 * Issues a decision that no minutes hold, typed directly or from the page of a record of the place: one text with our next
 * number, and one obligation for each office it addresses, in one act with one event. Groups are frozen as they stand now.
 * Refuses `invalid` a group to which nobody belongs, `missing` an office or a record that is not the place's.
 */
export async function issueDecision(actor: PlacedActor, input: IssueDecision, now = clock()) {
  authorize(actor, "issue", "Issuance");
  const { fromKind, fromId } = input;
  return within(actor, async (db) => {
    if (fromKind && fromId) await keepTo(db, actor, fromKind, fromId);
    const id = uuidv7();
    const today = todayIn(now);
    const lines = input.to.map((to) => ({ partyId: uuidv7(), to: addresseeOf(to) }));
    const number = await nextNumber(db, actor.place.id);
    const counts = await issueObligations(
      db,
      actor,
      [
        {
          id,
          sourceKind: "decision",
          recordId: fromId ?? id,
          title: input.title,
          number,
          text: input.text,
          addressees: await namesOf(db, actor, lines),
          deadline: issuedDeadline(input.deadline, today, await calendarOf(db, actor.place, today)),
          fromKind: fromId ? (fromKind ?? null) : null,
          theirNumber: input.theirNumber ?? null,
          theirOn: input.theirOn ?? null,
          lines,
        },
      ],
      now,
    );
    await audit(db, actor, "issue", "Issuance", id);
    await emit(db, actor, ObligationsIssued, { issuanceId: id, obligationIds: [] });
    return { id, number, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
}

async function keepTo(db: Db, actor: PlacedActor, kind: RecordKind, id: string) {
  if (!(await findRecord(db, actor.place.id, kind, id))) throw new Refusal("missing", "refusal.missing");
}
