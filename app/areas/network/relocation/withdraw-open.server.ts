import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import type { Db } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { RelocationWithdrawn } from "../events";

/** Takes back the open offers of people who leave the joining path: nobody moves who is no longer in the network. */
export async function withdrawOpenRelocations(
  db: Db,
  actor: PlacedActor,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const divisionId = actor.place.id;
  const gone = await db.$queryRaw<{ id: string; toDivisionId: number }[]>`
    update relocation set state = 'withdrawn', full_name = null, new_locality = null, ended_at = ${now},
      ended_by_name = ${actor.name}
    where division_id = ${divisionId} and person_id = any(${[...personIds]}::uuid[]) and state in ('offered', 'consented')
    returning id::text, to_division_id as "toDivisionId"`;
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await db.$executeRaw`delete from relocation_luggage
    where division_id = ${divisionId} and relocation_id = any(${ids}::uuid[])`;
  await auditEach(db, actor, "withdraw", "Relocation", ids);
  await emitEach(
    db,
    actor,
    RelocationWithdrawn,
    gone.map(({ id, toDivisionId }) => ({ relocationId: id, fromDivisionId: divisionId, toDivisionId })),
  );
}
