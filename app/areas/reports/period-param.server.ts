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

/** The quarter that an address asks for in its search, or the one given. */
export function quarterAsked(text: string | null, usual: Period): Period {
  const period = parsePeriod(text ?? "");
  return period && kindOf(period) === "quarter" ? period : usual;
}
