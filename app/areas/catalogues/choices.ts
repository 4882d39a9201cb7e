import { scopeOf, type Level } from "~/kernel/actor";
import type { IsoDate, Locale } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import type { Entry } from "./queries.server";

/** Kinds of relationships: which two ends they join, and in which direction they read. */
export const TIE_KINDS = [
  "tie-person-person",
  "tie-person-circle",
  "tie-person-office",
  "tie-circle-circle",
  "tie-circle-office",
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** Every kind of entry, in the order in which a place's page shows them. */
export const KINDS = [
  "locality",
  "topic",
  "field",
  "capacity",
  "archive-reason",
  "tier",
  "outcome",
  "re-date-cause",
  "visit-division",
  "visit-locality",
  "visit-office",
  ...TIE_KINDS,
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds whose codes rules of the application depend on: they have other words, and neither more nor fewer entries. */
export const FIXED_KINDS: readonly Kind[] = ["tier", "outcome", "field"];

/** Kinds whose entries are written into records by their words, not by their code; a county has its own alone. */
export const WORD_KINDS: readonly Kind[] = ["locality", "topic"];

/** Between a village and the rural district or district it lies in: two of one name are told apart by it. */
const WITHIN = "\u060c ";

/** A locality as it is written everywhere: the village and, where it is told, what it lies in. */
export const localityName = (name: string, within?: string): string =>
  within ? `${name}${WITHIN}${within}` : name;

/** A locality's own name, without what it lies in. */
export const bareName = (locality: string): string => locality.split(WITHIN)[0] ?? locality;

/** What tells names of entries apart: «علی آباد» with a space, with a half-space or glued is one name. */
export const entryKey = (name: string): string => searchKey(name).replaceAll(" ", "");

/** Kinds that read otherwise from their other end. */
export const isTieKind = (kind: Kind): kind is TieKind => TIE_KINDS.some((one) => one === kind);

/** How the code of an entry begins that a place has added; the application has no words of its own for it. */
export const OWN_CODE = "own-";

/** Beginnings of the message keys whose words an entry stands for: a place's own words take their place. */
export const MESSAGES_OF: Partial<Record<Kind, string>> = {
  tier: "network.tier",
  outcome: "network.outcome",
  field: "network.field",
  capacity: "network.capacity",
  "archive-reason": "network.reason",
  "re-date-cause": "obligations.cause",
};

/** Whose words an entry has. */
export const levelOfEntry = ({ divisionId }: Pick<Entry, "divisionId">): Level => scopeOf(divisionId).level;

/** Whether an entry is still offered on a day. */
export const isOffered = (entry: Pick<Entry, "retiredOn">, day: IsoDate): boolean =>
  entry.retiredOn === null || entry.retiredOn > day;

/** The words of an entry, from its own end or, with `back`, from the other. */
export function wordsOfEntry(
  entry: Pick<Entry, "fa" | "en" | "faBack" | "enBack">,
  locale: Locale,
  back = false,
): string {
  if (locale === "fa") return back ? (entry.faBack ?? entry.fa) : entry.fa;
  return back ? (entry.enBack ?? entry.en) : entry.en;
}
