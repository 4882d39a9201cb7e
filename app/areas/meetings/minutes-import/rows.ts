import type { Confidence } from "./types";
import { readDeadline } from "./deadlines";
import type { PartyIndex } from "./dictionary";
import type { Cell } from "./layout";
import { coverageOf } from "./parties";
import type { Source } from "./source";
import { cellFold, numberOnly, type TableRow } from "./table";

/** A row whose cells have been told apart by what they hold; the order of columns is found anew for every row. */
export interface RowRead {
  line: number;
  number: number | null;
  text: Cell;
  parties: Cell;
  deadline: Cell;
  /** Cells that are none of these. */
  rest: Cell[];
  confidence: Confidence;
}

/** The least share of a cell that the dictionary must explain. */
const ENOUGH_KNOWN = 0.5;

interface Candidate {
  cell: Cell;
  fold: string;
}

/** `expected` is the number that would follow the row before: it settles which of two numbers is the row's. */
export function readRow(source: Source, row: TableRow, expected: number, index: PartyIndex): RowRead | null {
  const cells: Candidate[] = row.cells
    .map((cell) => ({ cell, fold: cellFold(source, cell) }))
    .filter(({ fold }) => /[\p{L}\p{N}]/u.test(fold));
  if (cells.length === 0) return null;

  const numbered = numberCell(cells, expected);
  let left = cells.filter((each) => each !== numbered);

  const known = left.filter(({ fold }) => coverageOf(fold, index) >= ENOUGH_KNOWN);
  left = left.filter((each) => !known.includes(each));

  const timed = left.length > 1 || known.length > 0 ? timeCell(left) : undefined;
  left = left.filter((each) => each !== timed);

  const longest = left.reduce<Candidate | undefined>(
    (best, each) => (!best || each.fold.length > best.fold.length ? each : best),
    undefined,
  );
  // Nothing but numbers and strokes is no resolution.
  const text = longest && /\p{L}/u.test(longest.fold) ? longest : undefined;
  left = left.filter((each) => each !== text);

  const unknown = known.length === 0 ? left.find(({ fold }) => /\p{L}/u.test(fold)) : undefined;
  left = left.filter((each) => each !== unknown);

  const late = timed === undefined ? left[0] : undefined;
  return {
    line: row.line,
    number: numbered ? numberOnly(numbered.fold) : null,
    text: text?.cell ?? [],
    parties: unknown?.cell ?? known.flatMap(({ cell }) => cell),
    deadline: (timed ?? late)?.cell ?? [],
    rest: left.filter((each) => each !== late).map(({ cell }) => cell),
    confidence: unknown ? "guess" : known.length === 1 && text && numbered ? "clear" : "likely",
  };
}

function numberCell(cells: readonly Candidate[], expected: number): Candidate | undefined {
  const numbers = cells.filter(({ fold }) => numberOnly(fold) !== null);
  return (
    numbers.find(({ fold }) => numberOnly(fold) === expected) ??
    numbers.find((each) => each === cells[0] || each === cells.at(-1)) ??
    numbers[0]
  );
}

function timeCell(cells: readonly Candidate[]): Candidate | undefined {
  return cells.find(({ fold }) => ["read", "no-such-day"].includes(readDeadline(fold, null).kind));
}
