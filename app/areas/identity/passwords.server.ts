import { hash, verify } from "@node-rs/argon2";
import { isInUnit } from "~/kernel/db.server";
import { toLatinDigits } from "~/lib/digits";

/** argon2id (the library's default) with 19 MiB and two passes: about 50 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Stands in for the hash that an unknown or closed account does not have: verifying it costs the same. */
let standIn: Promise<string> | undefined;

function refuseInsideUnit() {
  // A hash holds a connection and its locks for as long as it computes.
  if (isInUnit()) throw new Error("passwords are hashed and verified outside of a unit of work");
}

/** The same password from a Persian, an Arabic and a Latin keyboard: letters and digits by their meaning. */
function typedAlike(password: string): string {
  return toLatinDigits(password.normalize("NFKC")).replace(/[يى]/g, "ی").replace(/ك/g, "ک");
}

/** The hash to keep of a password. Throws inside a unit of work. */
export async function hashPassword(password: string): Promise<string> {
  refuseInsideUnit();
  return hash(typedAlike(password), COST);
}

/**
 * Whether the password is the one that was hashed. Without a hash it computes as long and answers no, so that time
 * tells nothing about which accounts there are. Throws inside a unit of work.
 */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  refuseInsideUnit();
  standIn ??= hashPassword("no account has this password");
  const matches = await verify(kept ?? (await standIn), typedAlike(password));
  return kept ? matches : false;
}
