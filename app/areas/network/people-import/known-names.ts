import { searchKey } from "~/lib/persian-text";
import { entryKey } from "../../catalogues/choices";
import type { Capacity } from "../choices";

/** Names that a list may use for what the county has already: nothing is made of a name that is not among them. */
export type KnownNames = {
  /** By the key of an entry. */
  capacities: ReadonlyMap<string, Capacity>;
  /** Open circles by the key of their name; of two with one name neither. */
  circles: ReadonlyMap<string, string>;
};

export const NO_NAMES: KnownNames = { capacities: new Map(), circles: new Map() };

const PARTED = /[\u060c,;\u061b\n]+/u;
const AND = /\s+و\s+/u;
/** Parts of a cell that are read, and words joined by «و» in one of them: of a whole page no list is made. */
const MOST_PARTS = 30;
const MOST_JOINED = 12;

/** One part of a cell, whole or parted at «و» so that the catalogue knows every piece; null where there is no such way. */
function piecesOf(pieces: readonly string[], known: KnownNames["capacities"]): Capacity[] | null {
  if (pieces.length === 0) return [];
  for (let count = pieces.length; count > 0; count -= 1) {
    const code = known.get(entryKey(pieces.slice(0, count).join(" و ")));
    const rest = code === undefined ? null : piecesOf(pieces.slice(count), known);
    if (code !== undefined && rest) return [code, ...rest];
  }
  return null;
}

/** The capacities that a cell names, and whether it names one that the catalogue does not know. */
export function capacitiesIn(
  cell: string,
  known: KnownNames["capacities"],
): { codes: Capacity[]; isUnknown: boolean } {
  const parts = cell
    .split(PARTED)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const read = parts.slice(0, MOST_PARTS).map((part) => {
    const pieces = part.split(AND);
    return pieces.length > MOST_JOINED ? null : piecesOf(pieces, known);
  });
  return {
    codes: [...new Set(read.flatMap((codes) => codes ?? []))],
    isUnknown: parts.length > MOST_PARTS || read.includes(null),
  };
}

/** The open circle that a cell names. */
export const circleIn = (cell: string, known: KnownNames["circles"]): string | null =>
  known.get(searchKey(cell)) ?? null;
