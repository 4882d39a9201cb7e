import { normalise } from "~/lib/persian-text";
import type { Range } from "./layout";
import type { Span } from "./types";

/** What stands below the text and is none of it. */
export interface Note {
  kind: "note" | "page-foot";
  written: string;
  span: Span;
  /** Where in the original its mark stands. */
  marks: Range[];
}

export interface Notes {
  notes: Note[];
  /** Marks in the order of the original, which are no part of what was resolved. */
  marks: Range[];
  /** Lines of the original, counted from 1, that hold them. */
  lines: ReadonlySet<number>;
}

/** «[1] …», as a word processor writes the notes of its pages below the text. */
const MARKED = /^[\s\u200E\u200F]*\[([0-9۰-۹٠-٩]{1,3}|[ivxlc]{1,7})\][\s\u200E\u200F]*(?=\S)/u;
const MARK = /\[([0-9۰-۹٠-٩]{1,3}|[ivxlc]{1,7})\]/gu;
/** «پانوشت: …» */
const LABELLED =
  /^[\s*("«]*(?:پانوشت|پانویس|پاورقی|زیرنویس|پ[یي][ \u200C]?نوشت)(?:[ \u200C]?ها)?[\s(]*[0-9۰-۹٠-٩]{0,2}[\s)]*:\s*(?=\S)/u;
/** As the text of a document says what stands at the foot of its pages. */
const FOOT = /^پایین صفحه: (?=\S)/u;
const LINE = /\r\n|[\r\n\f\u0085]/gu;

interface Line extends Range {
  number: number;
  text: string;
}

function linesOf(original: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const put = (end: number) =>
    lines.push({ start, end, number: lines.length + 1, text: original.slice(start, end) });
  for (const match of original.matchAll(LINE)) {
    put(match.index);
    start = match.index + match[0].length;
  }
  put(original.length);
  return lines;
}

const labelOf = (written: string) =>
  written.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/^0+(?=.)/, "");

/**
 * The notes of a document, and what stands at the foot of its pages: «[1] …» at its very end, each with its mark in the text
 * before, and lines that say «پانوشت:». Their words are no resolution's; linear in the length of the text.
 */
export function findNotes(original: string): Notes {
  const lines = linesOf(original);
  const found: Note[] = [];
  const held = new Set<number>();
  const hold = (line: Line, lead: number, kind: Note["kind"], marks: Range[]) => {
    const text = line.text.slice(lead).trimEnd();
    const start = line.start + lead;
    held.add(line.number);
    found.push({
      kind,
      written: normalise(text),
      span: { start, end: start + text.length, line: line.number, endLine: line.number },
      marks,
    });
  };

  const tail = tailOf(lines);
  const marks = tail === lines.length ? new Map<string, Range[]>() : marksIn(lines.slice(0, tail));
  for (const [order, line] of lines.entries()) {
    const labelled = LABELLED.exec(line.text);
    const foot = FOOT.exec(line.text);
    const marked = order >= tail ? MARKED.exec(line.text) : null;
    const own = marked && marks.get(labelOf(marked[1] ?? ""));
    if (labelled) hold(line, labelled[0].length, "note", []);
    else if (foot) hold(line, foot[0].length, "page-foot", []);
    else if (marked && own) hold(line, marked[0].length, "note", own);
  }
  return {
    notes: found,
    marks: found.flatMap((note) => note.marks).sort((one, other) => one.start - other.start),
    lines: held,
  };
}

/** Index of the first of the lines at the end that hold nothing but notes. */
function tailOf(lines: readonly Line[]): number {
  let tail = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const { text } = lines[at] ?? { text: "" };
    if (MARKED.test(text)) tail = at;
    else if (text.trim() !== "" && !FOOT.test(text) && !LABELLED.test(text)) break;
  }
  return tail;
}

/** Every mark within a line; one at its beginning numbers the line. */
function marksIn(lines: readonly Line[]): Map<string, Range[]> {
  const marks = new Map<string, Range[]>();
  for (const { start, text } of lines) {
    for (const match of text.matchAll(MARK)) {
      if (text.slice(0, match.index).trim() === "") continue;
      const label = labelOf(match[1] ?? "");
      const own = marks.get(label) ?? [];
      own.push({ start: start + match.index, end: start + match.index + match[0].length });
      marks.set(label, own);
    }
  }
  return marks;
}
