import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, todayIn } from "~/lib/jalali";
import type { KeptState } from "../choices";
import { refuseImpossibleDays } from "../contacts/contact-days";
import { ContactRecorded } from "../events";
import { isReachable } from "../lifecycle";
import { keptOutcome } from "../contacts/outcome";
import type { RecordContact } from "../schema/people";

/** Writes down one contact with a member and its outcome; today unless another day is given. */
export async function recordContact(
  actor: PlacedActor,
  personId: string,
  input: RecordContact,
  now = clock(),
) {
  authorize(actor, "record", "Contact");
  const today = todayIn(now);
  const happenedOn = input.happenedOn ?? today;
  const nextOn = input.againIn === undefined ? input.nextOn : addDays(today, input.againIn);
  refuseImpossibleDays({ happenedOn, nextOn, outcome: input.outcome }, today);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const person = await db.person.findUnique({ where: { divisionId_id: { divisionId, id: personId } } });
    if (!person) throw new Refusal("missing", "refusal.missing");
    if (person.erasedAt) throw tooLate("network.erased");
    if (!isReachable(person.state as KeptState)) throw tooLate("network.not-in-network");
    const id = uuidv7();
    await db.contact.create({
      data: {
        divisionId,
        id,
        personId,
        channel: input.channel,
        ...keptOutcome(input.outcome),
        happenedOn: dateOf(happenedOn),
        note: input.note ?? null,
        nextOn: nextOn ? dateOf(nextOn) : null,
        nextAt: nextOn && input.nextAt ? new Date(`1970-01-01T${input.nextAt}:00Z`) : null,
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    await audit(db, actor, "record", "Contact", id);
    await emit(db, actor, ContactRecorded, { contactId: id });
    return { id };
  });
}
