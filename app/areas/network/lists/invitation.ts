import type { Channel, KeptState } from "../choices";
import { isReachable } from "../lifecycle";
import { suggestedChannel, type Way } from "../people/ways";

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
};

/**
 * How somebody of a list is invited, or why not. Nobody is who asks not to be contacted; whoever has no number is asked
 * in person, unless he bars that.
 */
export function invitationOf(person: Invitable): { by: Channel } | { leftOut: LeftOut } {
  if (!isReachable(person.state)) return { leftOut: "gone" };
  if (person.noContact) return { leftOut: "no-contact" };
  const ways =
    person.mobile === null
      ? [
          ...person.ways.filter(({ way }) => way !== "phone" && way !== "sms"),
          { way: "phone" as const, isBarred: true },
          { way: "sms" as const, isBarred: true },
        ]
      : person.ways;
  const by = suggestedChannel(person.preferred, ways);
  return by ? { by } : { leftOut: "barred" };
}
