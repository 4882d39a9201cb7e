import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import type { BulkOutcome, NotDone } from "../lists/bulk";
import { PersonMoved } from "../events";
import { refuseNotOffered } from "../people/offered.server";
import { holdPeople } from "../people/held-people.server";
import { withdrawOpenRelocations } from "../relocation/withdraw-open.server";
import type { ArchivePeople } from "../schema/bulk";

/**
 * Archives many people for one reason, each with the step in his own history, and ends their memberships. Who is not on
 * the joining path, or came to where he stands after that day, stays as he is.
 */
export async function archivePeople(
  actor: PlacedActor,
  input: ArchivePeople,
  now = clock(),
): Promise<BulkOutcome> {
  authorize(actor, "move", "Person");
  const today = todayIn(now);
  const day = input.happenedOn ?? today;
  if (day > today) throw new Refusal("invalid", "form.date.in-future", { field: "happenedOn" });
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await refuseNotOffered(db, actor, "archive-reason", [input.reason], today);
    const notDone: { id: string; why: NotDone }[] = [];
    const ids: string[] = [];
    for (const { id, isOnPath, stateSince } of await holdPeople(db, divisionId, input.personIds)) {
      if (!isOnPath) notDone.push({ id, why: "gone" });
      else if (day < stateSince) notDone.push({ id, why: "too-early" });
      else ids.push(id);
    }
    await db.$executeRaw`update person set state = 'archived', state_since = ${day}::date, revision = revision + 1
      where division_id = ${divisionId} and id = any(${ids}::uuid[])`;
    await db.$executeRaw`update membership set to_on = greatest(from_on, ${day}::date)
      where division_id = ${divisionId} and person_id = any(${ids}::uuid[]) and to_on is null`;
    await db.$executeRaw`
      insert into person_state_change (division_id, id, person_id, state, reason, note, happened_on, created_at,
        created_by_key, created_by_name)
      select ${divisionId}, t.id, t.person_id, 'archived', ${input.reason}, ${input.note ?? null}, ${day}::date, ${now},
        ${actor.key}, ${actor.name}
      from unnest(${ids.map(() => uuidv7())}::uuid[], ${ids}::uuid[]) as t (id, person_id)`;
    await withdrawOpenRelocations(db, actor, ids, now);
    await auditEach(db, actor, "archive", "Person", ids, ["state"]);
    await emitEach(
      db,
      actor,
      PersonMoved,
      ids.map((personId) => ({ personId })),
    );
    return { act: "archive", done: ids.length, notDone };
  });
}
