import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff, type Telling } from "../tell.server";

/** Tells a place that one of its offices, which had ended, stands again with what was still open. */
export async function tellOfReturnedOffice(
  actor: PlacedActor,
  eventId: string,
  { abolitionId, officeId }: { abolitionId: string; officeId: string },
  now = clock(),
) {
  const divisionId = actor.place.id;
  return tellStaff(actor, eventId, "tell-of-returned-office", now, async (db): Promise<Telling | null> => {
    const [row] = await db.$queryRaw<{ nameFa: string; nameEn: string; byKey: string | null }[]>`
      select o.name_fa as "nameFa", o.name_en as "nameEn",
        (select a.undone_by_key from abolition a where a.division_id = any(${actor.place.ancestors}::int[])
          and a.id = ${abolitionId}::uuid) as "byKey"
      from office o where o.division_id = ${divisionId} and o.id = ${officeId}::uuid`;
    if (!row) return null;
    const { byKey, ...params } = row;
    return { href: `/bodies/abolitions/${abolitionId}`, exceptKey: byKey, news: "office-returned", params };
  });
}
