import type { Channel, KeptState } from "../choices";
import { isReachable } from "../lifecycle";
import { MESSENGERS, suggestedChannel, type Way } from "../people/ways";

/**
 * Why somebody of a list is not invited.
 * - gone: not in the network; no-contact: asks for no contact at all; barred: asks not to be reached by any way
 */
export const LEFT_OUT = ["gone", "no-contact", "barred"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What decides whether somebody is invited, and how. */
export type Invitable = {
  state: KeptState;
  noContact: boolean;
  mobile: string | null;
  preferred: Way | null;
  ways: readonly { way: Way; isBarred: boolean }[];
  /** Messengers on which he is known by a name of his own. */
  named: readonly Way[];
};

/**
 * How somebody of a list is invited, or why not. Nobody is who asks not to be contacted; whoever has no number is written
 * to where a messenger knows him by name, and else asked in person, unless he bars that.
 */
export function invitationOf(person: Invitable): { by: Channel } | { leftOut: LeftOut } {
  if (!isReachable(person.state)) return { leftOut: "gone" };
  if (person.noContact) return { leftOut: "no-contact" };
  const ways =
    person.mobile === null
      ? [
          ...person.ways,
          ...(["phone", "sms", ...MESSENGERS] as const)
            .filter((way) => !person.named.includes(way))
            .map((way) => ({ way, isBarred: true })),
        ]
      : person.ways;
  const by = suggestedChannel(person.preferred, ways);
  return by ? { by } : { leftOut: "barred" };
}
