import type { PlaceOfParty } from "./places";

export const CONFIDENCES = ["clear", "likely", "guess"] as const;
/** How sure the reader is. Whatever is not `clear` is marked on the review screen and waits for a person. */
export type Confidence = (typeof CONFIDENCES)[number];

/** A stretch of the original text: UTF-16 offsets, end exclusive; lines counted from 1. */
export interface Span {
  start: number;
  end: number;
  line: number;
  endLine: number;
}

/** A stretch of the folded text, without spaces around; end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/**
 * `group` is resolved to its members when the resolution is issued; `vague-group` waits until a person names the
 * members; `unknown` stands in no dictionary.
 */
export type PartyKind = "group" | "body" | "vague-group" | "unknown";

export interface ParsedParty {
  /** The dictionary's name; for an unknown party the words as written. */
  canonical: string;
  kind: PartyKind;
  code: string | null;
  /** The place that its name carries, when it is not the whole of the reader's own. */
  place?: PlaceOfParty;
  written: string;
  spans: Span[];
  confidence: Confidence;
}

/** A party was written with the name of a narrower place than its own. */
export type Narrowed = { code: "party-narrowed"; party: string; written: string };
