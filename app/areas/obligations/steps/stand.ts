import type { Actor, Place } from "~/kernel/actor";
import { Refusal } from "~/kernel/refusal";

/** The place in which an actor takes a step: his own, or that of the office for which he acts. */
export function standOf({ place, office }: Pick<Actor, "place" | "office">): Pick<Place, "id" | "ancestors"> {
  if (place) return place;
  if (office) return { id: office.divisionId, ancestors: office.ancestors };
  throw new Refusal("forbidden", "refusal.forbidden");
}
