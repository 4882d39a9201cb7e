import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";
import type { StepReason } from "../choices";
import { enterPerson, type Entry } from "./enter-person.server";
import type { Way } from "./ways";

/** A way as he brings it along, with the day on which he consented to it or barred it. */
export type BroughtWay = {
  way: Way;
  handle: string | null;
  consentedOn: IsoDate | null;
  barredOn: IsoDate | null;
};

/** Somebody who comes into the register by his own word. */
export type Arrival = Omit<Entry, "state" | "by" | "note" | "nationalCode"> & {
  by: StepReason;
  preferredWay: Way | null;
  /** What he settled of his ways before he came. */
  ways?: readonly BroughtWay[];
};

/**
 * The ways of somebody who comes by his own word: those that he brings, and by the one that he prefers, else by phone, he
 * agrees to be contacted from today on, unless he bars it.
 */
export function waysOf({ ways = [], preferredWay }: Arrival, today: IsoDate): BroughtWay[] {
  const way = preferredWay ?? "phone";
  return ways.some((one) => one.way === way && (one.consentedOn ?? one.barredOn) !== null)
    ? [...ways]
    : [
        ...ways.filter((one) => one.way !== way),
        {
          way,
          handle: ways.find((one) => one.way === way)?.handle ?? null,
          consentedOn: today,
          barredOn: null,
        },
      ];
}

/** Takes somebody who asked for it into the register as a member from today on, with his ways. */
export async function registerArrival(
  db: Db,
  actor: PlacedActor,
  arrival: Arrival,
  now: Date,
): Promise<string> {
  const { ways: _ways, ...entry } = arrival;
  const id = await enterPerson(db, actor, { ...entry, state: "active" }, now);
  await db.personWay.createMany({
    data: waysOf(arrival, todayIn(now)).map(({ way, handle, consentedOn, barredOn }) => ({
      divisionId: actor.place.id,
      personId: id,
      way,
      handle,
      consentedOn: consentedOn && dateOf(consentedOn),
      barredOn: barredOn && dateOf(barredOn),
    })),
  });
  return id;
}
