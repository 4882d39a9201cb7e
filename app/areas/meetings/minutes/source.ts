import type { Origins, Review } from "./review";

/** A stretch of a source line: plain, known to belong to a resolution, or guessed at. */
export type SourcePiece = {
  text: string;
  kind: "plain" | "known" | "guess";
  /** The resolution it belongs to. */
  resolution?: string;
  /** Its number, where the resolution begins. */
  begins?: number;
  /** The fields that were read here, as `originKey` names them. */
  of?: string[];
};

/** The name of a field's place in the source: of a resolution by its id, of the head by `head`. */
export const originKey = (record: string, field: string): string => `${record}/${field}`;

export type SourceLine = { line: number; pieces: SourcePiece[] };

export type SourceView = { lines: SourceLine[]; from: number; to: number; of: number };

/** The longest part of a document that the review screen shows; the rest is a link away. */
const MOST_LINES = 1200;
const MOST_CHARACTERS = 80_000;

type Mark = {
  start: number;
  end: number;
  /** The resolution it belongs to; a mark of the head has none. */
  resolution?: string;
  guess: boolean;
  field?: string;
};

/** Lines above an open resolution that are shown with it in a document too long to be shown whole. */
const LINES_BEFORE = 200;

/**
 * The source from the head to its end, line by line, cut where a field, a resolution or a guess
 * begins and ends. `source` is the pasted text untouched; of a long one the part around the resolution `open` is shown.
 */
export function sourceView(source: string, review: Review, open: string | null = null): SourceView {
  const marks = marksOf(review);
  const starts = lineStarts(source);
  const at = (offset: number) => Math.max(0, upperBound(starts, offset) - 1);
  const begin = marks.length > 0 ? Math.max(0, at(marks[0]?.start ?? 0) - 2) : 0;
  const opened = marks.find(({ resolution }) => open !== null && resolution === open);
  const isLong = source.length > MOST_CHARACTERS || starts.length > MOST_LINES;
  const first = opened && isLong ? Math.max(begin, at(opened.start) - LINES_BEFORE) : begin;
  const begun = new Set<string>();
  const numbers = new Map(review.resolutions.map((resolution) => [resolution.id, resolution.number]));
  const lines: SourceLine[] = [];
  let characters = 0;
  let next = 0;
  for (let line = first; line <= Math.min(starts.length - 1, first + MOST_LINES); line += 1) {
    const from = starts[line] ?? 0;
    const to = Math.min(starts[line + 1] ?? source.length, from + MOST_CHARACTERS);
    characters += to - from;
    if (characters > MOST_CHARACTERS && lines.length > 0) break;
    while ((marks[next]?.end ?? Infinity) <= from) next += 1;
    lines.push({ line: line + 1, pieces: piecesOf(source, from, to, marks.slice(next), begun, numbers) });
  }
  return { lines, from: lines[0]?.line ?? 1, to: lines.at(-1)?.line ?? 1, of: starts.length };
}

function marksOf({ header, resolutions }: Review): Mark[] {
  return [
    ...fieldMarks("head", header.origins),
    ...resolutions.flatMap(({ id, spans, parties, checked, origins }) => [
      ...spans.map(({ start, end }) => ({ start, end, resolution: id, guess: false })),
      ...fieldMarks(id, origins, id),
      ...parties.flatMap((party) =>
        (party.spans ?? []).map(({ start, end }) => ({
          start,
          end,
          resolution: id,
          guess: !checked && (party.kind === "vague" || party.certainty !== "clear"),
          field: originKey(id, `party-${party.id}`),
        })),
      ),
    ]),
  ].sort((a, b) => a.start - b.start);
}

function fieldMarks(record: string, origins: Origins = {}, resolution?: string): Mark[] {
  return Object.entries(origins).flatMap(([name, spans = []]) =>
    spans.map(({ start, end }) => ({
      start,
      end,
      guess: false,
      field: originKey(record, name),
      ...(resolution === undefined ? {} : { resolution }),
    })),
  );
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
    const fields = over.flatMap(({ field, resolution }) => {
      if (field === undefined) return [];
      const isParty = resolution !== undefined && field.startsWith(originKey(resolution, "party-"));
      return isParty ? [field, originKey(resolution, "parties")] : [field];
    });
    const of = fields.length > 0 ? { of: fields } : {};
    const owned = over.filter(({ resolution }) => resolution !== undefined);
    const mark = owned.find((candidate) => candidate.guess) ?? owned[0];
    if (!mark?.resolution) return text === "" ? [] : [{ text, kind: "plain" as const, ...of }];
    const number = begun.has(mark.resolution) ? undefined : numbers.get(mark.resolution);
    begun.add(mark.resolution);
    return [
      {
        text,
        kind: mark.guess ? ("guess" as const) : ("known" as const),
        resolution: mark.resolution,
        ...(number === undefined ? {} : { begins: number }),
        ...of,
      },
    ];
  });
}
