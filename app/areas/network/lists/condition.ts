import { z } from "zod";
import { choice, jalaliDay, line, recordId, wholeNumber } from "~/kernel/fields";
import { typedJalali } from "~/lib/jalali";
import { entryCode } from "../../catalogues/schema";
import { FIELDS, PERSON_STATES, TIERS } from "../choices";
import { WAYS } from "../people/ways";

/** In which order people are listed. By silence only members are: nobody else is waited for. */
export const PEOPLE_VIEWS = ["silence", "name"] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];

/** Longest silence that may be asked for, in days. */
const LONGEST_SILENCE = 3650;

/**
 * Whom a list of people holds: the one description of it, as it stands in an address and as a saved list keeps it. No
 * part of it is, or may become, what somebody believes.
 */
export const PeopleCondition = z.object({
  view: choice(PEOPLE_VIEWS).optional(),
  tier: choice(TIERS).optional(),
  /** Where they stand today: cold and dormant follow from the cadence. */
  state: choice(PERSON_STATES).optional(),
  /** Of an open circle in which they work; a person has none. */
  field: choice(FIELDS).optional(),
  circle: recordId.optional(),
  /** However it is written. */
  locality: line(100).optional(),
  capacity: entryCode.optional(),
  /** Not reached for more days than these. */
  silent: wholeNumber(1, LONGEST_SILENCE).optional(),
  /** Tried or reached on this day or later. */
  since: jalaliDay.optional(),
  /** Consents to be reached by this way. */
  way: choice(WAYS).optional(),
});
export type PeopleCondition = z.output<typeof PeopleCondition>;

/** The parts of a condition, as addresses name them. */
export const CONDITION_PARTS = Object.keys(PeopleCondition.shape) as (keyof PeopleCondition)[];

/** What is understood of an address or of a saved list; a part that is not is left out. */
export function conditionIn(asked: URLSearchParams): PeopleCondition {
  const parts = CONDITION_PARTS.flatMap((name) => {
    const value = asked.get(name);
    const read = value ? PeopleCondition.shape[name].safeParse(value) : null;
    return read?.success ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(parts) as PeopleCondition;
}

/** The condition as it stands in an address: what `conditionIn` reads back. */
export function conditionParams({ silent, since, ...rest }: PeopleCondition): Record<string, string> {
  const all = {
    ...rest,
    ...(silent === undefined ? {} : { silent: String(silent) }),
    ...(since === undefined ? {} : { since: typedJalali(since, "en") }),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** What may be asked of those too who are not members yet. */
const OF_ANYBODY = ["field", "circle", "locality", "capacity", "since", "way"] as const;

/**
 * The order in which a condition's people are listed: as was asked, else by silence where nothing but tier, silence or a
 * member's state is asked, which only members have. Whoever asks for a village or a circle sees all who are there, by name.
 */
export function viewOf(condition: PeopleCondition): PeopleView {
  const { state, view } = condition;
  const isMember = state === undefined || state === "active" || state === "cold" || state === "dormant";
  if (!isMember) return "name";
  return view ?? (OF_ANYBODY.some((part) => condition[part] !== undefined) ? "name" : "silence");
}
