import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { PersonMoved } from "../events";
import { invitationOf } from "../lists/invitation";
import { holdPeople } from "../people/held-people.server";
import { reachOfEach, UNKNOWN_REACH } from "../queries.server/invitations";
import type { InvitePeople } from "../schema/bulk";

/**
 * Writes down whom an invitation was sent to: whoever was known and not asked yet is invited from today on, with the
 * occasion in his history. Nobody who asks not to be contacted is, whatever was ticked; the others are members or were
 * asked before, and stay where they stand. Returns how many took the step, and how many were left out.
 */
export async function invitePeople(
  actor: PlacedActor,
  { personIds, occasion }: InvitePeople,
  now = clock(),
): Promise<{ asked: number; leftOut: number }> {
  authorize(actor, "move", "Person");
  const today = todayIn(now);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const held = await holdPeople(db, divisionId, personIds);
    const ids = held.map(({ id }) => id);
    const reach = await reachOfEach(db, divisionId, ids);
    const asks = await db.$queryRaw<{ id: string; noContact: boolean; mobile: string | null }[]>`
      select id::text, no_contact as "noContact", mobile from person
      where division_id = ${divisionId} and id = any(${ids}::uuid[]) and erased_at is null`;
    const may = new Set(
      asks.flatMap(({ id, noContact, mobile }) => {
        const state = held.find((one) => one.id === id)?.state ?? "cancelled";
        const ways = reach.get(id) ?? UNKNOWN_REACH;
        return "by" in invitationOf({ state, noContact, mobile, ...ways }) ? [id] : [];
      }),
    );
    const asked = held.filter(
      ({ id, state, stateSince }) => may.has(id) && state === "identified" && stateSince <= today,
    );
    const askedIds = asked.map(({ id }) => id);
    await db.$executeRaw`update person set state = 'invited', state_since = ${today}::date, revision = revision + 1
      where division_id = ${divisionId} and id = any(${askedIds}::uuid[]) and state = 'identified'`;
    await db.$executeRaw`
      insert into person_state_change (division_id, id, person_id, state, note, happened_on, created_at, created_by_key,
        created_by_name)
      select ${divisionId}, t.id, t.person_id, 'invited', ${occasion}, ${today}::date, ${now}, ${actor.key}, ${actor.name}
      from unnest(${askedIds.map(() => uuidv7())}::uuid[], ${askedIds}::uuid[]) as t (id, person_id)`;
    await auditEach(db, actor, "invite", "Person", askedIds, ["state"]);
    await emitEach(
      db,
      actor,
      PersonMoved,
      askedIds.map((personId) => ({ personId })),
    );
    return { asked: askedIds.length, leftOut: ids.length - may.size };
  });
}
