import { parseMobile } from "~/lib/identifiers";
import { searchKey } from "~/lib/persian-text";

/** How an account is looked for: by one of its two unique names. */
export type AccountKey = { by: "mobile" | "username"; value: string };

/**
 * What somebody typed to say who he is, in the form in which accounts are kept: a mobile number in any spelling, else
 * a username without spaces, half-spaces and direction marks, in lower case and Latin digits. Null when empty.
 */
export function accountKeyOf(typed: string): AccountKey | null {
  const mobile = parseMobile(typed);
  if (mobile) return { by: "mobile", value: mobile };
  const value = usernameOf(typed);
  return value ? { by: "username", value } : null;
}

/** A username as it is kept; at most 100 characters. */
export function usernameOf(typed: string): string {
  return searchKey(typed.slice(0, 200).normalize("NFKC")).replace(/\s/g, "").slice(0, 100);
}
