import { diffArrays } from "diff";

/** A stretch of a line that stands in both texts, in the newer alone or in the older alone. */
export type Piece = { text: string; kind: "same" | "added" | "removed" };

/** What became of a text: lines in which something changed, and how many lines stand unchanged between them. */
export type Difference = { kind: "same"; count: number } | { kind: "changed"; pieces: Piece[] };

/** Words of a line and what stands between them; a word of Persian with its half-spaces is one. */
const wordsIn = (line: string): string[] => line.split(/(\s+|\p{P})/u).filter((part) => part !== "");

/** From this share of common words on two lines are one line that was changed. */
const ALIKE = 0.4;

function piecesOf(before: string, after: string): Piece[] {
  return diffArrays(wordsIn(before), wordsIn(after)).map(({ value, added, removed }) => ({
    text: value.join(""),
    kind: added ? "added" : removed ? "removed" : "same",
  }));
}

function isAlike(pieces: readonly Piece[]): boolean {
  const length = (kind: Piece["kind"]) =>
    pieces.reduce((sum, piece) => sum + (piece.kind === kind ? piece.text.trim().length : 0), 0);
  const same = length("same");
  return same > 0 && same / (same + Math.max(length("added"), length("removed"))) >= ALIKE;
}

/** What changed from one text to another, line by line and word by word. */
export function differencesOf(before: string, after: string): Difference[] {
  const parts = diffArrays(before.split("\n"), after.split("\n"));
  const found: Difference[] = [];
  let removed: string[] = [];
  const dropRemoved = () => {
    for (const line of removed)
      if (line !== "") found.push({ kind: "changed", pieces: [{ text: line, kind: "removed" }] });
    removed = [];
  };
  for (const part of parts) {
    if (part.removed) {
      dropRemoved();
      removed = part.value;
      continue;
    }
    if (!part.added) {
      dropRemoved();
      const count = part.value.filter((line) => line !== "").length;
      if (count > 0) found.push({ kind: "same", count });
      continue;
    }
    for (const line of part.value) {
      const pieces = removed[0] === undefined ? [] : piecesOf(removed[0], line);
      if (isAlike(pieces)) {
        removed.shift();
        found.push({ kind: "changed", pieces });
      } else if (line !== "") found.push({ kind: "changed", pieces: [{ text: line, kind: "added" }] });
    }
  }
  dropRemoved();
  return found;
}
