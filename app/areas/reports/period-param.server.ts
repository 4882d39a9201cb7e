import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { kindOf, parsePeriod, type Period } from "~/lib/period";

/** The quarter in an address; anything else is a page that does not exist. */
export function quarterIn(text: string | undefined): Period {
  const period = parsePeriod(text ?? "");
  if (!period || kindOf(period) !== "quarter" || period !== text)
    throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return period;
}

/** The version that an address asks for in its search; null for the usual one. Anything else is a page that does not exist. */
export function versionAsked(text: string | null): number | null {
  if (text === null) return null;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return Number(text);
}

/** The quarter that an address asks for in its search, or the one given. */
export function quarterAsked(text: string | null, usual: Period): Period {
  const period = parsePeriod(text ?? "");
  return period && kindOf(period) === "quarter" ? period : usual;
}
