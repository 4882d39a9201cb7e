import type { IsoDate } from "~/lib/jalali";
import type { Silence } from "../lifecycle";
import type { NetworkKey } from "../messages";

/** The sentence for a member's silence: of whom nobody has reached yet the days count from joining. */
export function silenceWord(person: { heardOn: IsoDate | null }, silence: Silence): NetworkKey {
  const isToday = silence.days === 0;
  if (person.heardOn === null) return isToday ? "network.person.joined-today" : "network.person.unheard";
  if (isToday) return "network.person.reached-today";
  return silence.isCold ? "network.person.cold" : "network.person.within";
}
