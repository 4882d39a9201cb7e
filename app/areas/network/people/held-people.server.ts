import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { KeptState, Tier } from "../choices";
import { isReachable } from "../lifecycle";

export type HeldPerson = { id: string; state: KeptState; tier: Tier; stateSince: IsoDate; isOnPath: boolean };

/**
 * The people whom an act on many is about, held until it is done, in the order of their ids: another act on the same
 * ones waits here. Refuses people of another place as ones that are not there.
 */
export async function holdPeople(
  db: Db,
  divisionId: number,
  personIds: readonly string[],
): Promise<HeldPerson[]> {
  const wanted = [...new Set(personIds)];
  const people = await db.$queryRaw<Omit<HeldPerson, "isOnPath">[]>`
    select id::text, state, tier, state_since::text as "stateSince" from person
    where division_id = ${divisionId} and id = any(${wanted}::uuid[])
    order by id for no key update`;
  if (people.length !== wanted.length) {
    throw new Refusal("invalid", "network.many.unknown-person", { field: "personIds" });
  }
  return people.map((person) => ({ ...person, isOnPath: isReachable(person.state) }));
}
