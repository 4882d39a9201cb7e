import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import type { End } from "./movers.server";

/** Heirs of heirs: more are a mistake. */
const LONGEST = 12;

type Office = End & { heirId: string | null; isClosed: boolean };

async function lockOffice(db: Db, placeId: number, by: { organisationId: string } | { id: string }) {
  const [row] =
    "id" in by
      ? await db.$queryRaw<Office[]>`
          select id, organisation_id as "organisationId", name_fa as "nameFa", heir_id as "heirId",
            closed_on is not null as "isClosed"
          from office where division_id = ${placeId} and id = ${by.id}::uuid for update`
      : await db.$queryRaw<Office[]>`
          select id, organisation_id as "organisationId", name_fa as "nameFa", heir_id as "heirId",
            closed_on is not null as "isClosed"
          from office where division_id = ${placeId} and organisation_id = ${by.organisationId}::uuid for update`;
  return row;
}

/** The body that stands at the end of a row of heirs; undefined when the last one has none. */
async function standingHeir(db: Db, organisationId: string) {
  const [row] = await db.$queryRaw<{ id: string; nameFa: string; nameEn: string }[]>`
    with recursive heirs as (
      select id, heir_id, abolished_on, name_fa, name_en, 1 as depth from organisation where id = ${organisationId}::uuid
      union all
      select g.id, g.heir_id, g.abolished_on, g.name_fa, g.name_en, h.depth + 1
        from organisation g join heirs h on g.id = h.heir_id
        where h.abolished_on is not null and h.depth < ${LONGEST})
    select id, name_fa as "nameFa", name_en as "nameEn" from heirs where abolished_on is null limit 1`;
  return row;
}

/**
 * The open office in the actor's place that goes on with what a body had, locked for the open unit of work: the heir's,
 * or its heir's where it has ended here itself. It is opened where there is none yet, and opened again where its own row
 * of heirs ends nowhere or comes back to the office that ends now (`endedId`): the newer act holds. Undefined where
 * nobody goes on.
 */
export async function heirOfficeIn(
  db: Db,
  actor: PlacedActor,
  { heirId, endedId }: { heirId: string; endedId: string },
  now: Date,
): Promise<End | undefined> {
  const placeId = actor.place.id;
  const heir = await standingHeir(db, heirId);
  if (!heir) return undefined;
  const own = await lockOffice(db, placeId, { organisationId: heir.id });
  if (!own) return openHeir(db, placeId, heir, now);
  let office: Office | undefined = own;
  for (let step = 0; office?.isClosed && office.heirId && step < LONGEST; step += 1) {
    office = await lockOffice(db, placeId, { id: office.heirId });
  }
  if (office && !office.isClosed && office.id !== endedId) return office;
  await db.$executeRaw`update office set closed_on = null, heir_id = null, revision = revision + 1
    where division_id = ${placeId} and id = ${own.id}::uuid`;
  return own;
}

async function openHeir(
  db: Db,
  placeId: number,
  heir: { id: string; nameFa: string; nameEn: string },
  now: Date,
) {
  await db.office.createMany({
    data: [
      {
        divisionId: placeId,
        id: uuidv7(),
        organisationId: heir.id,
        nameFa: heir.nameFa,
        nameEn: heir.nameEn,
        openedOn: dateOf(todayIn(now)),
      },
    ],
    skipDuplicates: true,
  });
  return lockOffice(db, placeId, { organisationId: heir.id });
}
