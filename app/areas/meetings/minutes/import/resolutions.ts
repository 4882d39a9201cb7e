import type { PartyIndex } from "~/lib/written-names/dictionary";
import type { Cell } from "./layout";
import { readRow, type RowRead } from "./rows";
import type { Source } from "~/lib/written-names/source";
import type { Table } from "./table";
import type { Confidence, MinutesWarning } from "./types";

/** The cells of one resolution, those of its continuation rows joined. */
export interface ResolutionCells {
  number: number;
  numberConfidence: Confidence;
  text: Cell;
  parties: Cell;
  deadline: Cell;
  layout: Confidence;
  /** How sure it is once the rest of a broken row shows that its first words were the text. */
  undoubted?: Confidence;
  line: number;
  continuationLines: number[];
  /** Told in a sentence and not in columns: who and when may stand in the sentence itself. */
  isProse?: boolean;
}

interface Collected {
  resolutions: ResolutionCells[];
  warnings: MinutesWarning[];
}

/** Where no row has a number, one that says both what and who or when stands for itself. */
function isWhole({ text, parties, deadline }: RowRead): boolean {
  return text.length > 0 && parties.length + deadline.length > 0;
}

/**
 * Rows → resolutions. A row without a number continues the one before (a page broke inside it), unless just as many
 * numbers are missing there: then it is given the missing one. Where nothing is numbered, the rows are counted.
 */
export function collectResolutions(source: Source, table: Table, index: PartyIndex): Collected {
  const rows: RowRead[] = [];
  let last = 0;
  for (const row of table.rows) {
    const read = readRow(source, row, last + 1, rows.at(-1)?.begun ?? "", index);
    if (!read) continue;
    rows.push(read);
    last = read.number ?? last;
  }

  const isNumbered = rows.some(({ number }) => number !== null);
  const resolutions: ResolutionCells[] = [];
  const warnings: MinutesWarning[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) break;
    if (row.number !== null) {
      begin(row, row.number, "clear");
      continue;
    }
    let end = at;
    while (end < rows.length && rows[end]?.number === null) end += 1;
    const before = resolutions.at(-1)?.number ?? 0;
    const next = rows[end]?.number ?? before + 1;
    const run = rows.slice(at, end);
    const areMissing = next - before - 1 === run.length && run.every(({ text }) => text.length > 0);
    run.forEach((each, offset) => {
      const current = resolutions.at(-1);
      if (!isNumbered && isWhole(each)) {
        const number = resolutions.length + 1;
        begin(each, number, "likely");
        warnings.push({ code: "number-assigned", number, line: each.line });
        return;
      }
      if (areMissing || !current) {
        if (!areMissing && each.text.length === 0) return;
        begin(each, before + 1 + offset, "guess");
        warnings.push({ code: "number-assigned", number: before + 1 + offset, line: each.line });
      } else {
        continueWith(current, each);
      }
    });
    at = end - 1;
  }
  return { resolutions, warnings };

  function begin(row: RowRead, number: number, numberConfidence: Confidence): void {
    const { text, parties, deadline, line, confidence, isDoubtful } = row;
    resolutions.push({
      number,
      numberConfidence,
      text: [...text],
      parties: [...parties],
      deadline: [...deadline],
      layout: isDoubtful ? "guess" : confidence,
      ...(isDoubtful ? { undoubted: confidence } : {}),
      line,
      continuationLines: [],
    });
    leave(row, number);
  }

  function continueWith(current: ResolutionCells, row: RowRead): void {
    // Where a number was merged over two rows they are two decisions, or a page broke in all columns: a person says.
    const isFused =
      row.deadline.length > 0 &&
      row.text.length > 0 &&
      (row.parties.length > 0 || current.deadline.length > 0);
    current.text.push(...row.text);
    current.parties.push(...row.parties);
    current.deadline.push(...row.deadline);
    current.continuationLines.push(row.line);
    if (current.undoubted && row.text.length > 0) current.layout = current.undoubted;
    if (isFused || row.confidence === "guess" || current.layout === "guess") current.layout = "guess";
    else current.layout = "likely";
    warnings.push({ code: "continuation-merged", number: current.number, line: row.line });
    leave(row, current.number);
  }

  /** A cell that found no place is named, never dropped in silence. */
  function leave(row: RowRead, number: number): void {
    for (const cell of row.rest) {
      const [first] = cell;
      if (!first) continue;
      const written = source.text.slice(source.foldAt[first.start], source.foldAt[first.end]);
      warnings.push({ code: "line-not-read", number, line: row.line, written: written.slice(0, 200) });
    }
  }
}
