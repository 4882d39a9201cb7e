import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff, type Telling } from "../tell.server";

/**
 * Tells a place that one of its offices has ended: who goes on and how much went over, or how much waits for a name.
 */
export async function tellOfEndedOffice(
  actor: PlacedActor,
  eventId: string,
  { abolitionId, officeId }: { abolitionId: string; officeId: string },
  now = clock(),
) {
  const divisionId = actor.place.id;
  return tellStaff(actor, eventId, "tell-of-ended-office", now, async (db): Promise<Telling | null> => {
    const [row] = await db.$queryRaw<
      {
        nameFa: string;
        nameEn: string;
        heir: string | null;
        count: number;
        waiting: number;
        byKey: string | null;
      }[]
    >`
      select o.name_fa as "nameFa", o.name_en as "nameEn", h.name_fa as heir, p.obligations + p.demands as count, p.waiting,
        (select a.by_key from abolition a where a.division_id = any(${actor.place.ancestors}::int[])
          and a.id = p.abolition_id) as "byKey"
      from abolition_place p join office o on o.division_id = p.division_id and o.id = ${officeId}::uuid
        left join office h on h.division_id = p.division_id and h.id = p.heir_office_id
      where p.division_id = ${divisionId} and p.abolition_id = ${abolitionId}::uuid`;
    if (!row) return null;
    const { nameFa, nameEn, heir, count, waiting, byKey } = row;
    const about = { href: `/bodies/abolitions/${abolitionId}`, exceptKey: byKey };
    if (heir) return { ...about, news: "office-merged", params: { nameFa, nameEn, heir, count } };
    return { ...about, news: "office-abolished", params: { nameFa, nameEn, count: waiting } };
  });
}
