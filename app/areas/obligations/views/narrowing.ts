import { isUuid } from "~/lib/identifiers";
import { seriesOf } from "./series";

/** Bands of age of what is overdue, in days; the last has no end. */
export const AGE_BANDS = [
  [1, 7],
  [8, 21],
  [22, 60],
  [61, null],
] as const;

/** In the stead of an obstacle: what stands in the way was told in words alone. */
export const IN_WORDS = "in-words";

/** By what a ledger is broken down. */
export const GROUPINGS = [
  "source",
  "body",
  "place",
  "age",
  "cause",
  "obstacle",
  "series",
  "official",
  "clerk",
  "locality",
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the address of the ledger narrows it to beside its filter: one group of a breakdown each. */
export type Narrowing = {
  /** An organisation, over all its offices. */
  body?: string;
  /** The place at the other end. */
  place?: number;
  age?: number;
  cause?: string;
  /** Its id, or `IN_WORDS`. */
  obstacle?: string;
  series?: string;
  /** Time in office of whoever answers for it. */
  official?: string;
  /** Key of whoever entered its issue. */
  clerk?: string;
  /** Name of a village or quarter that the text speaks of. */
  locality?: string;
};
export type NarrowedPart = keyof Narrowing;

export const NARROWED_PARTS = [
  "body",
  "place",
  "age",
  "cause",
  "obstacle",
  "series",
  "official",
  "clerk",
  "locality",
] as const satisfies readonly NarrowedPart[];

const LONGEST = 120;
const uuidOf = (text: string | null) => (text !== null && isUuid(text) ? text : undefined);
const wordsOf = (text: string | null) => (text && text.length <= LONGEST ? text : undefined);
const numberOf = (text: string | null, most: number) =>
  text !== null && /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

/** Reads what an address narrows the ledger to; whatever is not understood narrows nothing. */
export function narrowingIn(params: URLSearchParams): Narrowing {
  const found = {
    body: uuidOf(params.get("body")),
    place: numberOf(params.get("place"), 99_999),
    age: numberOf(params.get("age"), AGE_BANDS.length - 1),
    cause: wordsOf(params.get("cause")),
    obstacle: params.get("obstacle") === IN_WORDS ? IN_WORDS : uuidOf(params.get("obstacle")),
    series: wordsOf(params.get("series")),
    official: uuidOf(params.get("official")),
    clerk: uuidOf(params.get("clerk")),
    locality: wordsOf(params.get("locality")),
  };
  if (found.series !== undefined) found.series = seriesOf(found.series);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The parts of an address that say the same. */
export const narrowingAsked = (narrowing: Narrowing): [NarrowedPart, string][] =>
  NARROWED_PARTS.flatMap((part) => {
    const value = narrowing[part];
    return value === undefined ? [] : [[part, String(value)] as [NarrowedPart, string]];
  });

/** A narrowing without one of its parts. */
export const widened = (narrowing: Narrowing, without: NarrowedPart): Narrowing =>
  Object.fromEntries(Object.entries(narrowing).filter(([part]) => part !== without));
