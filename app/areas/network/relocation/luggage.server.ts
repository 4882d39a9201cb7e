import { z } from "zod";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { isoOfDate, type IsoDate } from "~/lib/jalali";
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

/** How he may be reached, with the days of his consent, as it goes along. */
export type PackedWay = z.output<typeof PackedWay>;

/** His ways as rows to take along; those that he bars go along in any case, without the name on them. */
export async function packedWays(
  db: Db,
  divisionId: number,
  personId: string,
  all: boolean,
): Promise<PackedWay[]> {
  const rows = await db.personWay.findMany({ where: { divisionId, personId } });
  return rows
    .filter(({ barredOn }) => all || barredOn !== null)
    .map(({ way, handle, consentedOn, barredOn }) => ({
      way: way as Way,
      handle: all ? handle : null,
      consentedOn: consentedOn && isoOfDate(consentedOn),
      barredOn: barredOn && isoOfDate(barredOn),
    }));
}

/** What came along with somebody, taken out of the offer: from now on it stands in his record alone. */
export async function unpack(db: Db, actor: PlacedActor, { divisionId, id }: HeldRelocation) {
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
  if (!row) throw new Error("An accepted relocation brings its luggage.");
  return { ...row, ways: z.array(PackedWay).parse(row.ways) };
}
