import type { Level } from "~/kernel/actor";
import type { End } from "../filters";
import { GROUPINGS, type Grouping } from "./narrowing";

/** Groupings that one end of a ledger has: who entered it is told at the issuer's, a village at the county's. */
export const groupingsOf = (end: End, level: Level): Grouping[] =>
  GROUPINGS.filter((of) => (of !== "clerk" || end === "issued") && (of !== "locality" || level === "county"));

/** Reads the address of a breakdown; whatever is not understood becomes the place's usual one. */
export function viewAsked(params: URLSearchParams, level: Level): { end: End; of: Grouping } {
  const asked = params.get("end");
  const end: End = asked === "owed" || asked === "issued" ? asked : level === "county" ? "owed" : "issued";
  const of = groupingsOf(end, level).find((one) => one === params.get("of"));
  return { end, of: of ?? "body" };
}
