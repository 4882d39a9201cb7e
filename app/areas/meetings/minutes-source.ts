import type { Review } from "./minutes-review";

/** A stretch of a source line: plain, known to belong to a resolution, or guessed at. */
export type SourcePiece = {
  text: string;
  kind: "plain" | "known" | "guess";
  /** The resolution it belongs to. */
  resolution?: string;
  /** Its number, where the resolution begins. */
  begins?: number;
};

export type SourceLine = { line: number; pieces: SourcePiece[] };

export type SourceView = { lines: SourceLine[]; from: number; to: number; of: number };

/** The longest part of a document that the review screen shows; the rest is a link away. */
const MOST_LINES = 1200;
const MOST_CHARACTERS = 80_000;

type Mark = { start: number; end: number; resolution: string; guess: boolean };

/**
 * The part of the source in which the resolutions stand, line by line, cut where a resolution or a guess begins and
 * ends. `source` is the pasted text untouched.
 */
export function sourceView(source: string, review: Review): SourceView {
  const marks = marksOf(review);
  const starts = lineStarts(source);
  const at = (offset: number) => Math.max(0, upperBound(starts, offset) - 1);
  const first = marks.length > 0 ? Math.max(0, at(marks[0]?.start ?? 0) - 2) : 0;
  const wanted = marks.length > 0 ? at(Math.max(...marks.map((mark) => mark.end))) + 1 : starts.length - 1;
  const begun = new Set<string>();
  const numbers = new Map(review.resolutions.map((resolution) => [resolution.id, resolution.number]));
  const lines: SourceLine[] = [];
  let characters = 0;
  let next = 0;
  for (let line = first; line <= Math.min(wanted, starts.length - 1, first + MOST_LINES); line += 1) {
    const from = starts[line] ?? 0;
    const to = Math.min(starts[line + 1] ?? source.length, from + MOST_CHARACTERS);
    characters += to - from;
    if (characters > MOST_CHARACTERS && lines.length > 0) break;
    while ((marks[next]?.end ?? Infinity) <= from) next += 1;
    lines.push({ line: line + 1, pieces: piecesOf(source, from, to, marks.slice(next), begun, numbers) });
  }
  return { lines, from: lines[0]?.line ?? 1, to: lines.at(-1)?.line ?? 1, of: starts.length };
}

function marksOf({ resolutions }: Review): Mark[] {
  return resolutions
    .flatMap(({ id, spans, parties, checked }) => [
      ...spans.map(({ start, end }) => ({ start, end, resolution: id, guess: false })),
      ...parties
        .filter((party) => !checked && (party.kind === "vague" || party.certainty !== "clear"))
        .flatMap((party) => party.spans ?? [])
        .map(({ start, end }) => ({ start, end, resolution: id, guess: true })),
    ])
    .sort((a, b) => a.start - b.start);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function piecesOf(
  source: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  begun: Set<string>,
  numbers: ReadonlyMap<string, number>,
): SourcePiece[] {
  const here: Mark[] = [];
  for (const mark of marks) {
    if (mark.start >= to) break;
    if (mark.end > from) here.push(mark);
  }
  const cuts = new Set([from, to]);
  for (const { start, end } of here) {
    if (start > from) cuts.add(start);
    if (end < to) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, index): SourcePiece[] => {
    const end = edges[index + 1] ?? to;
    const text = source.slice(start, end).replace(/[\r\n]+$/, "");
    const over = here.filter((mark) => mark.start <= start && mark.end >= end);
    const mark = over.find((candidate) => candidate.guess) ?? over[0];
    if (!mark) return text === "" ? [] : [{ text, kind: "plain" as const }];
    const number = begun.has(mark.resolution) ? undefined : numbers.get(mark.resolution);
    begun.add(mark.resolution);
    return [
      {
        text,
        kind: mark.guess ? ("guess" as const) : ("known" as const),
        resolution: mark.resolution,
        ...(number === undefined ? {} : { begins: number }),
      },
    ];
  });
}
