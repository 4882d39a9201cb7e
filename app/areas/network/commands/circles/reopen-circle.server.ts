import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { CircleReopened } from "../../events";
import type { ReopenCircle } from "../../schema/circles";

/**
 * Opens a closed circle again. Those whose membership ended with it come back, when asked for, in their roles and from
 * today on, unless they have left the network; what was before stays with its days.
 */
export async function reopenCircle(
  actor: PlacedActor,
  circleId: string,
  { members }: ReopenCircle,
  now = clock(),
) {
  authorize(actor, "edit", "Circle");
  const today = todayIn(now);
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const [circle] = await db.$queryRaw<{ closedOn: string | null }[]>`
      select closed_on::text as "closedOn" from circle
      where division_id = ${divisionId} and id = ${circleId}::uuid for no key update`;
    if (!circle) throw new Refusal("missing", "refusal.missing");
    if (circle.closedOn === null) throw new Refusal("conflict", "network.circle.open-already");
    await db.circle.update({
      where: { divisionId_id: { divisionId, id: circleId } },
      data: { closedOn: null, closedReason: null, revision: { increment: 1 } },
    });
    if (members) {
      const back = await db.$queryRaw<{ personId: string; role: string }[]>`
        select distinct on (m.person_id) m.person_id::text as "personId", m.role from membership m
        join person p on p.division_id = m.division_id and p.id = m.person_id
        where m.division_id = ${divisionId} and m.circle_id = ${circleId}::uuid
          and m.to_on = greatest(m.from_on, ${circle.closedOn}::date)
          and p.state in ('identified', 'invited', 'active') and p.erased_at is null
        order by m.person_id, m.from_on desc, m.id desc`;
      await db.$executeRaw`
        insert into membership (division_id, id, circle_id, person_id, role, from_on)
        select ${divisionId}, t.id, ${circleId}::uuid, t.person_id, t.role, ${today}::date
        from unnest(${back.map(() => uuidv7())}::uuid[], ${back.map(({ personId }) => personId)}::uuid[],
          ${back.map(({ role }) => role)}::text[]) as t (id, person_id, role)`;
    }
    await audit(db, actor, "reopen", "Circle", circleId, ["closed_on", "membership"]);
    await emit(db, actor, CircleReopened, { circleId });
    return { id: circleId };
  });
}
