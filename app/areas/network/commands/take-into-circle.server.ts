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
import { holdCircle } from "../circles/convener.server";
import { MembershipChanged } from "../events";
import { holdPeople } from "../people/held-people.server";
import type { TakeIntoCircle } from "../schema/bulk";

/** Makes many people members of a circle from today on; who is one already, or is not in the network, stays as he is. */
export async function takeIntoCircle(
  actor: PlacedActor,
  { personIds, circleId }: TakeIntoCircle,
  now = clock(),
): Promise<BulkOutcome> {
  authorize(actor, "edit", "Circle");
  const today = todayIn(now);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const people = await holdPeople(db, divisionId, personIds);
    if (today < (await holdCircle(db, divisionId, circleId)))
      throw new Refusal("invalid", "network.membership.before-circle", { field: "circleId" });
    const standing = await db.membership.findMany({
      where: { divisionId, circleId, toOn: null, personId: { in: people.map(({ id }) => id) } },
      select: { personId: true },
    });
    const members = new Set(standing.map(({ personId }) => personId));
    const notDone: { id: string; why: NotDone }[] = [];
    const joining: { id: string; membershipId: string }[] = [];
    for (const { id, isOnPath } of people) {
      if (!isOnPath) notDone.push({ id, why: "gone" });
      else if (members.has(id)) notDone.push({ id, why: "already" });
      else joining.push({ id, membershipId: uuidv7() });
    }
    const membershipIds = joining.map(({ membershipId }) => membershipId);
    await db.$executeRaw`
      insert into membership (division_id, id, circle_id, person_id, role, from_on)
      select ${divisionId}, t.id, ${circleId}::uuid, t.person_id, 'member', ${today}::date
      from unnest(${membershipIds}::uuid[], ${joining.map(({ id }) => id)}::uuid[]) as t (id, person_id)`;
    await auditEach(db, actor, "join", "Membership", membershipIds);
    await emitEach(
      db,
      actor,
      MembershipChanged,
      joining.map(({ id }) => ({ circleId, personId: id })),
    );
    return { act: "circle", done: joining.length, notDone, undo: { was: membershipIds } };
  });
}
