import { z } from "zod";
import { notOffered } from "../../catalogues/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { tooLate } from "~/kernel/refusal";
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
  if (!row) throw tooLate("network.relocation.decided-already");
  const unknown = await notOffered(db, actor.place, "capacity", row.capacities, today);
  return {
    ...row,
    capacities: row.capacities.filter((code) => !unknown.includes(code)),
    ways: z.array(PackedWay).parse(row.ways),
  };
}
