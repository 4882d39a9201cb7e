import type { Actor } from "~/kernel/actor";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";

type Params = { params: Readonly<Record<string, string | undefined>> };

const missing = () => refusalResponse(new Refusal("missing", "refusal.missing"));

/** The division that an address names (`division`, 0 … 99999); whatever else stands there is a page that is not. */
export function divisionOf({ params }: Params, name = "division"): number {
  const text = params[name] ?? "";
  if (!/^(0|[1-9]\d{0,4})$/.test(text)) throw missing();
  return Number(text);
}

/** As `divisionOf`, and in the actor's own place or below it. */
export function divisionBelow(door: Params, actor: Actor): number {
  const id = divisionOf(door);
  const { place } = actor;
  if (!place || id < place.lo || id > place.hi) throw missing();
  return id;
}
