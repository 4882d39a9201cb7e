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
import { limitOn } from "../deadlines/deadline";
import { issueObligations } from "../door.server";
import { ObligationsIssued } from "../events";
import { dayFromNow, textFromNow } from "../issue/owed-from-now.server";
import type { AlsoOwes } from "../schema";

/**
 * Says that further offices owe a text that was issued: whoever joined a group after the issue owes nothing until somebody
 * says so here. Each owes from now on, by the day of the text or another. Refuses `missing` for a text or an office that is
 * not the place's, `invalid` where the text's own day is over and none is given, `conflict` when all of them owe it already.
 */
export async function alsoOwes(actor: PlacedActor, issuanceId: string, input: AlsoOwes, now = clock()) {
  authorize(actor, "also-owe", "Issuance");
  const divisionId = actor.place.id;
  const today = todayIn(now);
  return within(actor, async (db) => {
    const text = await db.issuance.findUnique({ where: { divisionId_id: { divisionId, id: issuanceId } } });
    if (!text) throw new Refusal("missing", "refusal.missing");
    const asked = input.dueOn ?? dayFromNow(text, today);
    if (asked && asked < today)
      throw new Refusal("invalid", "obligations.also-owes.past", { field: "dueOn" });
    const limit = asked ? limitOn(await calendarOf(db, actor.place, asked), asked) : null;
    const partyId = uuidv7();
    const counts = await issueObligations(
      db,
      actor,
      [
        textFromNow(text, limit && { dueOn: limit.day, askedOn: limit.asked }, [
          { partyId, to: { officeIds: input.offices } },
        ]),
      ],
      now,
    );
    if (counts.get(partyId) === 0) throw new Refusal("conflict", "obligations.also-owes.already");
    const added = await owedBy(db, divisionId, issuanceId, partyId);
    await audit(db, actor, "also-owe", "Issuance", issuanceId);
    await emit(db, actor, ObligationsIssued, { issuanceId, obligationIds: added });
    return { count: added.length };
  });
}

/** What a line of a text brought. */
async function owedBy(db: Db, divisionId: number, textId: string, lineId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`select id::text from obligation
    where source_division_id = ${divisionId} and source_id = ${textId}::uuid and resolution_party_id = ${lineId}::uuid`;
  return rows.map(({ id }) => id);
}
