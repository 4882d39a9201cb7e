import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import type { Capacity, StepReason, Tier } from "../choices";
import { recordStep } from "./path.server";
import type { Way } from "./ways";

/** Somebody who comes into the register by his own word. */
export type Arrival = {
  fullName: string;
  mobile: string;
  tier: Tier;
  locality: string | null;
  capacities: readonly Capacity[];
  preferredWay: Way | null;
  source: string | null;
  /** By which door he came: stands in the history beside his first step. */
  by: StepReason;
};

/**
 * Takes somebody who asked for it into the register as a member from today on. He agreed to be contacted: by the way
 * that he prefers, else by phone.
 */
export async function registerArrival(
  db: Db,
  actor: PlacedActor,
  arrival: Arrival,
  now: Date,
): Promise<string> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  const id = uuidv7();
  const { by, capacities, fullName, ...given } = arrival;
  await db.person.create({
    data: {
      divisionId,
      id,
      ...given,
      fullName,
      searchKey: searchKey(fullName),
      capacities: [...capacities],
      state: "active",
      stateSince: dateOf(today),
      joinedOn: dateOf(today),
      createdAt: now,
      createdByKey: actor.key,
    },
  });
  await recordStep(db, actor, id, { state: "active", happenedOn: today, reason: by }, now);
  await db.personWay.create({
    data: {
      divisionId,
      personId: id,
      way: arrival.preferredWay ?? "phone",
      handle: null,
      consentedOn: dateOf(today),
      barredOn: null,
    },
  });
  return id;
}
