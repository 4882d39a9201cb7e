import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { refuseImpossibleDays } from "../contacts/contact-days";
import { ContactsRecorded } from "../events";
import { keptOutcome } from "../contacts/outcome";
import type { RecordContacts } from "../schema/people";

/**
 * Writes down one outcome of one day for many people at once, as after a gathering. Whoever stands there already with
 * the same day, channel and outcome is left as he is; refuses when that is everybody.
 * @returns the batch, how many were written down and how many stood there already.
 */
export async function recordContacts(actor: PlacedActor, input: RecordContacts, now = clock()) {
  authorize(actor, "record", "Contact");
  refuseImpossibleDays(input, todayIn(now));
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const wanted = [...new Set(input.personIds)];
    // Locked in the order of their ids: another entry of the same people waits here and then sees this one's contacts.
    const people = await db.$queryRaw<{ id: string }[]>`
      select id::text from person where division_id = ${divisionId} and id = any(${wanted}::uuid[])
        and state in ('identified', 'invited', 'active') and erased_at is null
      order by id for no key update`;
    if (people.length !== wanted.length) {
      throw new Refusal("invalid", "network.many.unknown-person", { field: "personIds" });
    }
    const batchId = uuidv7();
    const { outcome, actionNeeded } = keptOutcome(input.outcome);
    const recorded = await db.$executeRaw`
      insert into contact (division_id, id, person_id, channel, outcome, action_needed, happened_on, note, next_on,
        created_at, created_by_key, batch_id)
      select ${divisionId}, t.id, t.person_id, ${input.channel}, ${outcome}, ${actionNeeded},
        ${input.happenedOn}::date, ${input.note ?? null}, ${input.nextOn ?? null}::date, ${now}, ${actor.key},
        ${batchId}::uuid
      from unnest(${people.map(() => uuidv7())}::uuid[], ${people.map(({ id }) => id)}::uuid[]) as t (id, person_id)
      where not exists (select from contact c where c.division_id = ${divisionId} and c.person_id = t.person_id
        and c.happened_on = ${input.happenedOn}::date and c.channel = ${input.channel} and c.outcome = ${outcome})
      on conflict (division_id, person_id, happened_on, channel, outcome) where batch_id is not null do nothing`;
    if (recorded === 0) throw new Refusal("conflict", "network.many.all-there");
    await audit(db, actor, "record-many", "Contact", batchId);
    await emit(db, actor, ContactsRecorded, { batchId });
    return { batchId, recorded, already: wanted.length - recorded };
  });
}
