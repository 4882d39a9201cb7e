import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import type { BulkOutcome, NotDone } from "../lists/bulk";
import { TiersChanged } from "../events";
import { holdPeople, type HeldPerson } from "../people/held-people.server";
import type { ChangeTiers } from "../schema/bulk";

/** Puts many people into one tier; who stands in it already, or is not in the network, stays as he is. */
export async function changeTiers(
  actor: PlacedActor,
  { personIds, tier }: ChangeTiers,
): Promise<BulkOutcome> {
  authorize(actor, "edit", "Person");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const notDone: { id: string; why: NotDone }[] = [];
    const changing: HeldPerson[] = [];
    for (const person of await holdPeople(db, divisionId, personIds)) {
      if (!person.isOnPath) notDone.push({ id: person.id, why: "gone" });
      else if (person.tier === tier) notDone.push({ id: person.id, why: "already" });
      else changing.push(person);
    }
    const ids = changing.map(({ id }) => id);
    await db.$executeRaw`update person set tier = ${tier}, revision = revision + 1
      where division_id = ${divisionId} and id = any(${ids}::uuid[])`;
    await auditEach(db, actor, "edit", "Person", ids, ["tier"]);
    if (ids.length > 0) await emit(db, actor, TiersChanged, { personIds: ids });
    const was = changing.map((person) => `${person.id}:${person.tier}`);
    return { act: "tier", done: ids.length, notDone, undo: { was, tier } };
  });
}
