import { within } from "~/kernel/db.server";
import { networkOf } from "./address-prefix.server";
import { doorActor } from "./session-store.server";
import { countTry, type Limit } from "./tries.server";

/** Requests to join from one address: a whole gathering may stand behind it, a program that never tires may not. */
const OF_JOIN: Limit = { kind: "join", free: 60, step: 5, longest: 600, forget: 1_800 };

/** Counts a request to join from an address before it is taken. Returns whether it may be. */
export async function mayAskToJoin(address: string): Promise<boolean> {
  return within(doorActor, (db) => countTry(db, OF_JOIN, [networkOf(address, "near")]));
}
