import type { Confidence } from "./types";
import { readDeadline } from "./deadlines";
import type { PartyIndex } from "~/lib/written-names/dictionary";
import type { Cell } from "./layout";
import { begunName, coverageOf } from "~/lib/written-names/parties";
import type { Source } from "~/lib/written-names/source";
import { endsWithVerb, saysDecided } from "./paragraphs";
import { cellFold, numberOnly, type Role, type TableRow } from "./table";
import { THINGS } from "./mentions";
import { wordsOf, type Word } from "~/lib/written-names/words";

/** A row whose cells have been told apart by what they hold; the order of columns is found anew for every row. */
export interface RowRead {
  line: number;
  number: number | null;
  text: Cell;
  parties: Cell;
  /** The beginning of a name with which the parties break off, or "". */
  begun: string;
  deadline: Cell;
  /** Cells that are none of these. */
  rest: Cell[];
  confidence: Confidence;
  /** A few words stand for the text below the heading of another column: who and what may have changed places. */
  isDoubtful: boolean;
}

/** The least share of a cell that the dictionary must explain. */
const ENOUGH_KNOWN = 0.5;

interface Candidate {
  cell: Cell;
  fold: string;
  words: readonly Word[];
  /** What the heading says of its column. */
  role: Role;
}

/**
 * `expected` is the number that would follow the row before: it settles which of two numbers is the row's. `begun` is
 * a name that the row before broke off («دفتر برنامه‌ریزی، بودجه و»), or "".
 */
export function readRow(
  source: Source,
  row: TableRow,
  expected: number,
  begun: string,
  index: PartyIndex,
): RowRead | null {
  const cells: Candidate[] = row.cells
    .map((cell, at) => candidateOf(cell, cellFold(source, cell), row.roles?.[at] ?? null))
    .filter(({ fold }) => /[\p{L}\p{N}]/u.test(fold));
  if (cells.length === 0) return null;

  const numbered = numberCell(cells, expected);
  let left = cells.filter((each) => each !== numbered);

  const known = knownIn(left, numbered ? "" : begun, index);
  left = left.filter((each) => !known.includes(each));

  const timed = left.length > 1 || !numbered ? timeCell(left) : undefined;
  left = left.filter((each) => each !== timed);

  // Nothing but numbers and strokes is no resolution.
  const text = toldByHeading(left, known) ?? longestOf(left);
  left = left.filter((each) => each !== text);

  const unknown = known.length === 0 ? unknownOf(left, text) : undefined;
  left = left.filter((each) => each !== unknown);

  const late = timed === undefined ? left[0] : undefined;
  const parties = unknown ? [unknown] : known;
  return {
    line: row.line,
    number: numbered ? numberOnly(numbered.fold) : null,
    text: text?.cell ?? [],
    parties: parties.flatMap(({ cell }) => cell),
    begun: begunIn(parties.at(-1), index),
    deadline: (timed ?? late)?.cell ?? [],
    rest: left.filter((each) => each !== late).map(({ cell }) => cell),
    confidence:
      unknown || row.isLoose ? "guess" : known.length === 1 && text && numbered ? "clear" : "likely",
    isDoubtful: isDoubtful(text),
  };
}

/** Few words that are no sentence, below «مسئول» or «مهلت». */
function isDoubtful(text: Candidate | undefined): boolean {
  return text !== undefined && (text.role === "who" || text.role === "when") && isShort(text);
}

function isShort(cell: Candidate): boolean {
  return lettersIn(cell.words) <= LONGEST_NAME && !isSentence(cell);
}

/** Cells that name bodies, and are not what the heading and their neighbours make the text. */
function knownIn(cells: readonly Candidate[], begun: string, index: PartyIndex): Candidate[] {
  const known = cells.filter((each) => isKnown(each, begun, index));
  const what = known.find(({ role }) => role === "what");
  if (!what) return known;
  // «بازرسی | تعزیرات»: a word for a body and a thing is what the heading says, where another name stands below «مسئول».
  const who = underHeading(cells, "who");
  const isNamed = who !== undefined && !known.includes(who) && isShort(who) && isThing(what);
  // «تشکیل کارگروه با حضور بهزیستی» beside a column of bodies: a decision may name some.
  const isAll = cells.every((each) => known.includes(each) || timeCell([each]));
  const isDecision = isAll && known.length > 1 && who !== undefined && coverageOf(what.words, index) < 1;
  return isNamed || isDecision ? known.filter((each) => each !== what) : known;
}

function isThing({ words }: Candidate): boolean {
  return words.length === 1 && THINGS.has(words[0]?.key ?? "");
}

function candidateOf(cell: Cell, fold: string, role: Role): Candidate {
  return { cell, fold, words: wordsOf(fold), role };
}

function begunIn(party: Candidate | undefined, index: PartyIndex): string {
  return party ? begunName(party.fold, party.words, index) : "";
}

function isKnown({ fold, words }: Candidate, begun: string, index: PartyIndex): boolean {
  if (coverageOf(words, index) >= ENOUGH_KNOWN) return true;
  if (begun !== "" && coverageOf(wordsOf(`${begun} ${fold}`), index) === 1) return true;
  return begunName(fold, words, index).length === fold.length;
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
  return cells
    .filter(({ fold }) => {
      const read = readDeadline(fold, null);
      return read.kind === "no-such-day" || (read.kind === "read" && isSaidOutright(read.meaning));
    })
    .sort((a, b) => a.fold.length - b.fold.length)[0];
}

/** «پس از …» may as well begin a sentence; a date without its year is none the less a date. */
function isSaidOutright({ kind, confidence }: { kind: string; confidence: Confidence }): boolean {
  return kind === "dated" || confidence !== "guess";
}

/** The cell with the most letters; digits make no sentence. */
function longestOf(cells: readonly Candidate[]): Candidate | undefined {
  const counted = cells.map((each) => ({ each, letters: lettersIn(each.words) }));
  return counted.filter(({ letters }) => letters > 0).sort((a, b) => b.letters - a.letters)[0]?.each;
}

/** Columns change places between rows; a cell longer than this is no name, whatever its heading. */
const LONGEST_NAME = 60;

/**
 * Where nobody is known, or one who stands below «مسئول»: the cell that is a sentence, if it is the only one, else the
 * one below «شرح».
 */
function toldByHeading(cells: readonly Candidate[], known: readonly Candidate[]): Candidate | undefined {
  const what = underHeading(cells, "what");
  if (!what || known.some(({ role }) => role !== "who")) return undefined;
  if (known.length === 0 && !underHeading(cells, "who")) return undefined;
  if (cells.some((each) => each !== what && lettersIn(each.words) > LONGEST_NAME)) return undefined;
  const [sentence, ...others] = cells.filter(isSentence);
  return sentence && others.length === 0 ? sentence : what;
}

/** A row whose text stands where the heading says has its party there too. */
function unknownOf(cells: readonly Candidate[], text: Candidate | undefined): Candidate | undefined {
  return (text?.role === "what" ? underHeading(cells, "who") : undefined) ?? longestOf(cells);
}

function underHeading(cells: readonly Candidate[], role: Role): Candidate | undefined {
  // A table may have «موضوع» and «شرح»: the longer is what was resolved.
  return longestOf(cells.filter((each) => each.role === role));
}

function isSentence({ fold }: Candidate): boolean {
  return saysDecided(fold) || endsWithVerb(fold);
}

function lettersIn(words: readonly Word[]): number {
  return words.reduce((sum, { start, end, key }) => (/^\d/.test(key) ? sum : sum + end - start), 0);
}
