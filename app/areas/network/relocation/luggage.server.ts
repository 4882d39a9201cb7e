import { z } from "zod";
import { notOffered } from "../../catalogues/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { Capacity } from "../choices";
import { WAYS, type Way } from "../people/ways";
import type { HeldRelocation } from "./turn.server";

const Day = z
  .string()
  .transform((day) => day as IsoDate)
  .nullable();
const PackedWay = z.object({
  way: z.enum(WAYS),
  handle: z.string().nullable(),
  consentedOn: Day,
  barredOn: Day,
});

/**
 * Packs anew what goes along with those of these people who have consented and wait for the other county: their number, the
 * name by which it is asked for them, and of the rest what each agreed to. What he bars goes along in any case, without the
 * name on it. Runs in the transaction of whatever changes a record.
 */
export async function repackLuggage(db: Db, divisionId: number, personIds: readonly string[]): Promise<void> {
  const ids = [...personIds];
  await db.$executeRaw`
    update relocation r set full_name = p.full_name from person p
    where r.division_id = ${divisionId} and r.person_id = any(${ids}::uuid[]) and r.state = 'consented'
      and p.division_id = r.division_id and p.id = r.person_id and r.full_name <> p.full_name`;
  await db.$executeRaw`
    update relocation_luggage l set mobile = p.mobile, no_contact = p.no_contact,
      capacities = case when l.takes_capacities then p.capacities else '{}' end,
      preferred_way = case when l.takes_ways then p.preferred_way end,
      ways = coalesce((
        select jsonb_agg(jsonb_build_object('way', w.way, 'handle', case when l.takes_ways then w.handle end,
          'consentedOn', w.consented_on, 'barredOn', w.barred_on) order by w.way)
        from person_way w where w.division_id = p.division_id and w.person_id = p.id
          and (l.takes_ways or w.barred_on is not null)), '[]')
    from relocation r join person p on p.division_id = r.division_id and p.id = r.person_id
    where r.division_id = ${divisionId} and r.person_id = any(${ids}::uuid[]) and r.state = 'consented'
      and l.division_id = r.division_id and l.relocation_id = r.id`;
}

/**
 * What came along with somebody, taken out of the offer: from now on it stands in his record alone. Of what he can bring,
 * what this county has no word for stays behind. Refuses `conflict` an offer that brings nothing.
 */
export async function unpack(db: Db, actor: PlacedActor, { divisionId, id }: HeldRelocation, today: IsoDate) {
  const [row] = await db.$queryRaw<
    {
      mobile: string | null;
      capacities: Capacity[];
      preferredWay: Way | null;
      noContact: boolean;
      ways: unknown;
    }[]
  >`delete from relocation_luggage where division_id = ${divisionId} and relocation_id = ${id}::uuid
      and to_division_id = ${actor.place.id}
    returning mobile, capacities, preferred_way as "preferredWay", no_contact as "noContact", ways`;
  if (!row) throw new Refusal("conflict", "network.relocation.decided-already");
  const unknown = await notOffered(db, actor.place, "capacity", row.capacities, today);
  return {
    ...row,
    capacities: row.capacities.filter((code) => !unknown.includes(code)),
    ways: z.array(PackedWay).parse(row.ways),
  };
}
