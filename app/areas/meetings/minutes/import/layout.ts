import { LINE_FEED, PARAGRAPH_UNIT, TAB, type Source } from "~/lib/written-names/source";
import type { Range } from "~/lib/written-names/types";

export type { Range };

/** The paragraphs of one cell that hold anything; none when the cell is blank. */
export type Cell = Range[];

export interface Line {
  /** The cells, separated by tabs or by drawn strokes; a line without these has one. */
  cells: Cell[];
  /** Line of the original, counted from 1. */
  number: number;
}

const STROKE_UNIT = "|".charCodeAt(0);

/** Lines of a table drawn with strokes: a line beside one that has them too, and no tabs. */
function strokedLines(fold: string): Set<number> {
  const stroked = new Set<number>();
  if (!fold.includes("|")) return stroked;
  let before = { number: 0, isDrawn: false };
  fold.split("\n").forEach((line, order) => {
    if (line.trim() === "") return;
    const number = order + 1;
    const isDrawn = line.includes("|") && !line.includes("\t");
    if (isDrawn && before.isDrawn) stroked.add(before.number).add(number);
    before = { number, isDrawn };
  });
  return stroked;
}

/** The lines that hold anything, in order. */
export function linesOf(source: Source): Line[] {
  const { fold } = source;
  const lines: Line[] = [];
  let cells: Cell[] = [];
  let cell: Cell = [];
  let start = 0;
  let number = 1;
  const stroked = strokedLines(fold);

  function endPiece(end: number): void {
    let from = start;
    let to = end;
    while (from < to && fold[from] === " ") from += 1;
    while (to > from && fold[to - 1] === " ") to -= 1;
    if (to > from) cell.push({ start: from, end: to });
    start = end + 1;
  }

  for (let at = 0; at <= fold.length; at += 1) {
    const unit = at === fold.length ? LINE_FEED : fold.charCodeAt(at);
    if (unit === PARAGRAPH_UNIT) {
      endPiece(at);
    } else if (unit === TAB || (unit === STROKE_UNIT && stroked.has(number))) {
      endPiece(at);
      cells.push(cell);
      cell = [];
    } else if (unit === LINE_FEED) {
      endPiece(at);
      cells.push(cell);
      if (cells.some((each) => each.length > 0)) lines.push({ cells, number });
      cells = [];
      cell = [];
      number += 1;
    }
  }
  return lines;
}
