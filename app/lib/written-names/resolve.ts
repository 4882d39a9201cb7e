import { indexOf, type PartyDictionary, type PartyEntry } from "./dictionary";
import { nearestParties } from "./nearest-parties";
import { readParties } from "./parties";
import type { WrittenPlace } from "./places";
import { readSource } from "./source";
import type { ParsedParty } from "./types";

/** Longer than this is no name. */
const LONGEST = 400;

export type Resolved = {
  /** Whom the words name, in their order; an unknown party where the dictionary does not help. */
  parties: ParsedParty[];
  /** Who comes closest to the first unknown party, for a person to choose from. */
  nearest: PartyEntry[];
};

/**
 * Whom a written name stands for, with how sure the reader is: the same reading that minutes get cell by cell.
 * `clear` is a form of the dictionary as it stands, `likely` one with words around it, `guess` anything less.
 */
export function resolveName(
  written: string,
  dictionary: PartyDictionary,
  places?: readonly WrittenPlace[],
): Resolved {
  const source = readSource(written.slice(0, LONGEST).replace(/[\r\n\t]+/g, " "));
  const { parties } = readParties(
    source,
    [{ start: 0, end: source.fold.length }],
    indexOf(dictionary, places),
  );
  const unknown = parties.find((party) => party.kind === "unknown");
  return { parties, nearest: unknown ? nearestParties(unknown.written, dictionary) : [] };
}
