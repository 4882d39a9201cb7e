import type { IsoDate } from "~/lib/jalali";
import type { Silence } from "../lifecycle";
import type { NetworkKey } from "../messages";

/** The sentence for a member's silence: of whom nobody has reached yet the days count from joining. */
export function silenceWord(person: { heardOn: IsoDate | null }, silence: Silence): NetworkKey {
  if (person.heardOn === null) return "network.person.unheard";
  return silence.isCold ? "network.person.cold" : "network.person.within";
}
