import { within } from "~/kernel/db.server";
import { doorActor } from "./session-store.server";
import { countTry, takeBackTry, type Limit } from "./tries.server";

/** Tries at tracking codes from one address: a code cannot be guessed, this spares the database and the curious. */
const OF_CODE: Limit = { kind: "code", free: 30, step: 2, longest: 300, forget: 1_800 };

/** Counts a look-up by code from an address before it is made. Returns whether it may be made. */
export async function mayLookUpCode(address: string): Promise<boolean> {
  return within(doorActor, (db) => countTry(db, OF_CODE, [address]));
}

/** The code was a right one: the look-up is not held against its address. */
export async function codeWasRight(address: string): Promise<void> {
  await within(doorActor, (db) => takeBackTry(db, OF_CODE, [address]));
}
