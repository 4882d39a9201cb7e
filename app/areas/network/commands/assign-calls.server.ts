import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { CallsAssigned } from "../events";
import { listCallers } from "../queries.server/assignments";
import type { AssignCalls } from "../schema/people";

/**
 * Gives the calls of silent members to an official of the county or to a trusted member, or takes them back. Refuses
 * somebody who is neither, and a member who would call himself.
 */
export async function assignCalls(actor: PlacedActor, { personIds, to }: AssignCalls, now = clock()) {
  authorize(actor, "assign", "Call");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const today = todayIn(now);
    const wanted = [...new Set(personIds)];
    const people = await db.$queryRaw<{ id: string }[]>`
      select id::text from person where division_id = ${divisionId} and id = any(${wanted}::uuid[])
      order by id for no key update`;
    if (people.length !== wanted.length) {
      throw new Refusal("invalid", "network.many.unknown-person", { field: "personIds" });
    }
    let toAccount: string | null = null;
    if (to === "nobody") {
      await db.callAssignment.deleteMany({ where: { divisionId, personId: { in: wanted } } });
    } else {
      const caller = (await listCallers(db, divisionId, today)).find(
        ({ kind, id }) => to === `${kind}:${id}`,
      );
      if (!caller) throw new Refusal("invalid", "network.assign.not-a-caller", { field: "to" });
      if (caller.kind === "person" && wanted.includes(caller.id)) {
        throw new Refusal("invalid", "network.assign.himself", { field: "to" });
      }
      toAccount = caller.kind === "account" ? caller.id : null;
      const member = caller.kind === "person" ? caller.id : null;
      await db.$executeRaw`
        insert into call_assignment (division_id, person_id, assignee_account, assignee_person_id, assigned_on,
          assigned_at, assigned_by_key)
        select ${divisionId}, id, ${toAccount}::uuid, ${member}::uuid, ${today}::date, ${now}, ${actor.key}
        from unnest(${people.map(({ id }) => id)}::uuid[]) as t (id)
        on conflict (division_id, person_id) do update set assignee_account = excluded.assignee_account,
          assignee_person_id = excluded.assignee_person_id, assigned_on = excluded.assigned_on,
          assigned_at = excluded.assigned_at, assigned_by_key = excluded.assigned_by_key`;
    }
    const assignmentId = uuidv7();
    await audit(db, actor, to === "nobody" ? "take-back" : "assign", "Call", assignmentId);
    await emit(db, actor, CallsAssigned, { assignmentId, personIds: wanted, toAccount });
    return { count: wanted.length };
  });
}
