import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import type { KeptState } from "../choices";
import { allows } from "../lifecycle";
import { waysOf, type Arrival } from "./arriving-person.server";
import { recordStep } from "./path.server";

/** What of a record decides how somebody is joined to it. */
type Holder = {
  fullName: string;
  id: string;
  state: string;
  tier: string;
  capacities: string[];
  locality: string | null;
  preferredWay: string | null;
  source: string | null;
  joinedOn: Date | null;
  noContact: boolean;
};

/** Whoever of a county has a number, held until he is joined: what changes him meanwhile waits. Null where nobody has it. */
export async function holdHolder(db: Db, divisionId: number, mobile: string): Promise<Holder | null> {
  await db.$queryRaw`select from person
    where division_id = ${divisionId} and mobile = ${mobile} for no key update`;
  return db.person.findUnique({ where: { divisionId_mobile: { divisionId, mobile } } });
}

/**
 * Joins somebody who comes by his own word to the record that the county has of him: what he can do is added, what is
 * missing is filled in, and whoever was not a member becomes one, for he said so himself. What the county wrote of him
 * stays, and a way that is barred stays barred.
 */
export async function joinToPerson(
  db: Db,
  actor: PlacedActor,
  person: Holder,
  arrival: Arrival,
  now: Date,
): Promise<string> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  const state = person.state as KeptState;
  const joins = allows(state, "join") || allows(state, "restore");
  await db.person.update({
    where: { divisionId_id: { divisionId, id: person.id } },
    data: {
      capacities: [...new Set([...person.capacities, ...arrival.capacities])],
      locality: person.locality ?? arrival.locality,
      preferredWay: person.preferredWay ?? arrival.preferredWay,
      source: person.source ?? arrival.source,
      noContact: person.noContact || (arrival.noContact ?? false),
      revision: { increment: 1 },
      ...(joins
        ? { state: "active", stateSince: dateOf(today), joinedOn: person.joinedOn ?? dateOf(today) }
        : {}),
    },
  });
  await joinWays(db, divisionId, person.id, arrival, today);
  if (joins)
    await recordStep(db, actor, person.id, { state: "active", happenedOn: today, reason: arrival.by }, now);
  return person.id;
}

/** One that was barred stays so: anybody can write another's number into a form. One that he bars is barred from now on. */
async function joinWays(db: Db, divisionId: number, personId: string, arrival: Arrival, today: IsoDate) {
  const ways = waysOf(arrival, today);
  await db.$executeRaw`
    insert into person_way (division_id, person_id, way, handle, consented_on, barred_on)
    select ${divisionId}, ${personId}::uuid, t.way, t.handle, t.consented_on, t.barred_on
    from unnest(${ways.map(({ way }) => way)}::text[], ${ways.map(({ handle }) => handle)}::text[],
      ${ways.map(({ consentedOn }) => consentedOn)}::date[], ${ways.map(({ barredOn }) => barredOn)}::date[])
      as t (way, handle, consented_on, barred_on)
    on conflict (division_id, person_id, way) do update set
      handle = coalesce(person_way.handle, excluded.handle),
      barred_on = excluded.barred_on,
      consented_on = case when excluded.barred_on is null then coalesce(excluded.consented_on, person_way.consented_on) end
    where person_way.barred_on is null`;
}
