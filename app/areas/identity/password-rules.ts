import { toLatinDigits } from "~/lib/digits";
import { searchKey } from "~/lib/persian-text";

export const SHORTEST_PASSWORD = 10;
/** Longest password taken: hashing costs the same for all of these. */
export const LONGEST_PASSWORD = 200;

/** What is tried first by whoever guesses, without digits and signs. */
const COMMON = new Set([
  "password",
  "passw",
  "qwerty",
  "qwertyuiop",
  "iran",
  "admin",
  "peyvand",
  "پیوند",
  "گذرواژه",
]);

/**
 * Why a new password is not taken, as a message key; undefined when it may be. Length counts, composition does not: too
 * short, one character over and over, a row of digits, a common word with digits, or a name of the account itself.
 */
export function weaknessOf(password: string, names: readonly (string | null)[] = []): string | undefined {
  const signs = [...password.normalize("NFKC")];
  if (signs.length < SHORTEST_PASSWORD) return `form.too-short?min=${SHORTEST_PASSWORD}`;
  if (signs.length > LONGEST_PASSWORD) return `form.too-long?max=${LONGEST_PASSWORD}`;
  if (new Set(signs).size < 5) return "identity.password.repeats";
  const digits = toLatinDigits(password);
  if (
    /^\d+$/.test(digits) &&
    ("01234567890123456789".includes(digits) || "98765432109876543210".includes(digits))
  )
    return "identity.password.guessable";
  const key = searchKey(password).replace(/\s/g, "");
  if (COMMON.has(key.replace(/[\d!@#$%^&*._-]/g, ""))) return "identity.password.guessable";
  const own = names.map((name) => searchKey(name ?? "").replace(/^\+98|\s/g, ""));
  if (own.some((name) => name.length >= 4 && key.includes(name))) return "identity.password.own-name";
  return undefined;
}
