import type { PlacedActor } from "~/kernel/actor";
import { auditEach } from "~/kernel/audit.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { emitEach } from "~/kernel/outbox.server";
import { RelocationWithdrawn } from "../events";

/** Takes back the open offers of people who leave the joining path: nobody moves who is no longer in the network. */
export const withdrawOpenRelocations = (
  db: Db,
  actor: PlacedActor,
  personIds: readonly string[],
  now: Date,
): Promise<void> => withdraw(db, actor, personIds, Prisma.sql`state in ('offered', 'consented')`, now);

/**
 * Takes back what stands again after a merge as if he had consented, and brings nothing along: of two open offers of one
 * person the merge had dropped it with all that was packed.
 */
export const withdrawUnpacked = (
  db: Db,
  actor: PlacedActor,
  personIds: readonly string[],
  now: Date,
): Promise<void> =>
  withdraw(
    db,
    actor,
    personIds,
    Prisma.sql`state = 'consented' and not exists (select from relocation_luggage l
      where l.division_id = relocation.division_id and l.relocation_id = relocation.id)`,
    now,
  );

async function withdraw(
  db: Db,
  actor: PlacedActor,
  personIds: readonly string[],
  which: Prisma.Sql,
  now: Date,
): Promise<void> {
  const divisionId = actor.place.id;
  const gone = await db.$queryRaw<{ id: string; toDivisionId: number }[]>`
    update relocation set state = 'withdrawn', full_name = null, new_locality = null, ended_at = ${now},
      ended_by_name = ${actor.name}
    where division_id = ${divisionId} and person_id = any(${[...personIds]}::uuid[]) and ${which}
    returning id::text, to_division_id as "toDivisionId"`;
  if (gone.length === 0) return;
  await auditEach(
    db,
    actor,
    "withdraw",
    "Relocation",
    gone.map(({ id }) => id),
  );
  await emitEach(
    db,
    actor,
    RelocationWithdrawn,
    gone.map(({ id, toDivisionId }) => ({ relocationId: id, fromDivisionId: divisionId, toDivisionId })),
  );
}
