import { readAttendees, type Taken } from "./attendees";
import { readDeclaredCount } from "./declared-count";
import { findDeadlineHint, readDeadline } from "./deadlines";
import { indexOf, type PartyDictionary, type PartyIndex } from "~/lib/written-names/dictionary";
import { readDiscussion } from "./discussion";
import { readHeader } from "./header";
import { linesOf } from "./layout";
import { findActors, findMentions } from "./mentions";
import { findNotes, type Note } from "./notes";
import { readParties } from "~/lib/written-names/parties";
import { passageOf, piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { WrittenPlace } from "~/lib/written-names/places";
import { findBeside, findProse, type Prose } from "./prose";
import { findReferences, numberingOf, type Numbering } from "./references";
import { collectResolutions, type ResolutionCells } from "./resolutions";
import { readSource, type Source } from "~/lib/written-names/source";
import { findSubItems } from "./sub-items";
import { findTable } from "./table";
import type {
  Confidence,
  MinutesWarning,
  ParsedDeadline,
  ParsedMinutes,
  ParsedResolution,
  Reference,
  ResolutionNote,
} from "./types";

/**
 * Reads minutes of a meeting as they come out of a word processor: header, agenda, and a table of resolutions whose
 * columns may stand in another order in every row. Every text of the result is a stretch of the document. Never
 * throws, whatever the text; what was not understood is named in `warnings`. Time grows in line with the length. `today`
 * (`YYYY-MM-DD`) tells which end of 11/7/02 is the year of the meeting.
 */
export function parseMinutes(
  text: string,
  dictionary: PartyDictionary,
  places?: readonly WrittenPlace[],
  today: string | null = null,
): ParsedMinutes {
  const noted = findNotes(text);
  const source = readSource(text, noted.marks);
  const lines = linesOf(source).filter(({ number }) => !noted.lines.has(number));
  const index = indexOf(dictionary, places);
  const table = findTable(source, lines);
  const rows = collectResolutions(source, table, index);
  const prose = table.hasHeading && rows.resolutions.length > 0 ? null : findProse(source, lines, index);
  const isProse = prose !== null && isBetter(prose, rows.resolutions);
  const last = Math.max(0, ...rows.resolutions.map(({ number }) => number));
  const beside =
    isProse || rows.resolutions.length === 0 ? null : findBeside(source, lines, table, last, index);
  const collected = isProse
    ? { resolutions: prose.resolutions, warnings: [] }
    : { ...rows, resolutions: inOrder([...rows.resolutions, ...(beside?.resolutions ?? [])]) };
  const firstLine = isProse ? prose.firstLine : table.firstLine;
  const { header, attendees, agenda, warnings } = readHeader(
    source,
    lines,
    firstLine,
    isProse && prose.form === "news",
    today,
    collected.resolutions[0]?.text[0]?.start,
  );
  const declaredCount = readDeclaredCount(source, lines);
  const context: Context = {
    source,
    index,
    meeting: header.date?.value ?? null,
    isMeetingGuessed: header.date?.confidence === "guess",
    numbering: numberingOf(collected.resolutions.map(({ number }) => number)),
    warnings: [],
  };
  const read = collected.resolutions.map((cells) => readResolution(context, withTimeApart(source, cells)));
  const { resolutions, warnings: apart } = withNotes(read, noted.notes);

  return {
    header,
    attendees: readAttendees(source, lines, index, takenBy(resolutions, lines[firstLine]?.number), attendees),
    discussion: readDiscussion(source, lines, firstLine),
    agenda,
    declaredCount,
    resolutions,
    warnings: [
      ...(lines.length === 0 ? [{ code: "empty" } as const] : warnings),
      ...(table.hasHeading || isProse || resolutions.length === 0
        ? []
        : [{ code: "table-header-missing" } as const]),
      ...(isProse && prose.form === "news"
        ? [{ code: "read-from-sentences" as const, found: resolutions.length }]
        : []),
      ...tableWarnings(resolutions, declaredCount?.value ?? null, lines.length === 0),
      ...collected.warnings,
      ...(isProse ? prose.unread : (beside ?? table).unread).map(({ line, written }) => ({
        code: "line-not-read" as const,
        line,
        written: short(written),
      })),
      ...(prose?.earlier ?? []).map(({ line, written, found }) => ({
        code: "earlier-passed-over" as const,
        line,
        written: short(written),
        found,
      })),
      ...context.warnings,
      ...apart,
    ],
  };
}

/** A note of a page is told beside the resolution that holds its mark, and in a warning: its words are no part of it. */
function withNotes(
  resolutions: readonly ParsedResolution[],
  notes: readonly Note[],
): { resolutions: ParsedResolution[]; warnings: MinutesWarning[] } {
  const of = new Map<ParsedResolution, ResolutionNote[]>();
  const warnings = notes.map(({ kind, written, span, marks }): MinutesWarning => {
    const holder = resolutions.find(({ spans }) =>
      marks.some((mark) => spans.some(({ start, end }) => start <= mark.start && mark.start <= end + 1)),
    );
    if (holder) of.set(holder, [...(of.get(holder) ?? []), { code: "footnote", written, spans: [span] }]);
    const number = holder ? { number: holder.number } : {};
    const code = kind === "note" ? "note-apart" : "page-foot";
    return { code, ...number, line: span.line, written: short(written) };
  });
  return {
    resolutions: resolutions.map((each) => ({ ...each, notes: [...each.notes, ...(of.get(each) ?? [])] })),
    warnings,
  };
}

/** The lines from the heading of the resolutions, or the first of them, to the last. */
function takenBy(resolutions: readonly ParsedResolution[], heading = Infinity): Taken | null {
  let [from, to] = [heading, -Infinity];
  for (const { line, endLine } of resolutions.flatMap(({ spans }) => spans)) {
    from = Math.min(from, line);
    to = Math.max(to, endLine);
  }
  return from <= to ? { from, to } : null;
}

/**
 * Rows without a heading may be a list of names; sentences that count themselves are none. Where these count on from the
 * rows, both are read.
 */
function isBetter({ form, resolutions: [first] }: Prose, rows: readonly ResolutionCells[]): boolean {
  const last = rows.at(-1);
  if (last && first && first.line > last.line && first.number === last.number + 1) return false;
  return form !== null && (rows.length === 0 || form === "labelled" || form === "numbered");
}

function inOrder(resolutions: readonly ResolutionCells[]): ResolutionCells[] {
  return [...resolutions].sort((one, other) => one.line - other.line);
}

interface Context {
  source: Source;
  index: PartyIndex;
  meeting: string | null;
  isMeetingGuessed: boolean;
  numbering: Numbering;
  warnings: MinutesWarning[];
}

function short(written: string): string {
  return written.slice(0, 200);
}

function readResolution(context: Context, cells: ResolutionCells): ParsedResolution {
  const { source, warnings } = context;
  const { number } = cells;
  const passage = passageOf(source, cells.text);
  const text = textOf(source, cells.text);
  if (text === "") warnings.push({ code: "text-missing", number, line: cells.line });

  const { parties, notes, mentions } = partiesOf(context, cells, passage);
  if (parties.length === 0) warnings.push({ code: "party-missing", number });
  for (const { kind, written } of parties) {
    if (kind === "unknown") warnings.push({ code: "party-unknown", number, written });
    if (kind === "vague-group") warnings.push({ code: "party-vague", number, written });
  }

  const deadline = deadlineOf(context, cells, passage);
  for (const note of mentions) {
    if (note.code === "text-names-party") warnings.push({ code: note.code, number, party: note.party });
  }
  const { subItems, note } = subItemsOf(source, passage);
  return {
    number,
    numberConfidence: cells.numberConfidence,
    text: {
      value: text,
      written: text,
      spans: spansOf(source, cells.text),
      confidence: cells.continuationLines.length > 0 && cells.layout !== "guess" ? "likely" : cells.layout,
    },
    parties,
    deadline,
    subItems,
    refersTo: referencesOf(context, passage, number),
    continuationLines: cells.continuationLines,
    layout: cells.layout,
    notes: [...notes, ...mentions, ...note, ...hintOf(context, cells, passage, deadline)],
    spans: spansOf(source, [...cells.text, ...cells.parties, ...cells.deadline]),
  };
}

/** Who must act: as the column or «مسئول پیگیری:» says, else, in running text, whoever the sentence names as acting. */
function partiesOf({ source, index }: Context, cells: ResolutionCells, passage: Passage) {
  const read = readParties(source, cells.parties, index);
  if (!cells.isProse || read.parties.length > 0) {
    return { ...read, mentions: findMentions(source, passage, read.parties, index) };
  }
  const parties = findActors(source, passage, index);
  return { parties, notes: [], mentions: findMentions(source, passage, parties, index, true) };
}

function deadlineOf(context: Context, cells: ResolutionCells, sentence: Passage): ParsedDeadline | null {
  const { source, meeting, warnings } = context;
  const passage = passageOf(source, cells.deadline);
  if (cells.isProse && cells.deadline.length === 0) {
    const said = saidIn(context, cells.number, sentence);
    return said && { ...said, confidence: said.confidence === "guess" ? "guess" : "likely" };
  }
  const read = readDeadline(passage.fold, meeting);
  const written = textOf(source, cells.deadline);
  switch (read.kind) {
    case "blank":
      return null;
    case "not-understood":
      warnings.push({ code: "deadline-not-understood", number: cells.number, written: short(written) });
      return null;
    case "no-such-day":
      warnings.push({ code: "deadline-no-such-day", number: cells.number, written: short(written) });
      return null;
    case "read":
      return {
        ...read.meaning,
        confidence: fromMeeting(context, passage.fold, read.meaning),
        text: written,
        spans: spansOf(source, cells.deadline),
      };
  }
}

/** «اداره صمت - تا پایان مهر»: who and when in one cell, where the table has no column for the latter. */
function withTimeApart(source: Source, cells: ResolutionCells): ResolutionCells {
  const last = cells.parties.at(-1);
  if (cells.isProse || cells.deadline.length > 0 || !last) return cells;
  // No limit has more letters.
  const from = Math.max(last.start, last.end - 100);
  const mark = /(?: [-–] |[;/|(]) ?([^-–;/|(]{2,90}?)\)?$/u.exec(source.fold.slice(from, last.end));
  const when = mark?.[1] ?? "";
  const read = readDeadline(when, null);
  const isTime =
    read.kind === "read" && (read.meaning.kind === "dated" || read.meaning.confidence !== "guess");
  if (!mark || !isTime) return cells;
  const end = from + mark.index;
  const at = end + mark[0].lastIndexOf(when);
  const who = source.fold.slice(last.start, end).trimEnd().length;
  return {
    ...cells,
    parties: [...cells.parties.slice(0, -1), { start: last.start, end: last.start + who }],
    deadline: [{ start: at, end: at + when.trimEnd().length }],
  };
}

/** A day that was reckoned from a guessed day of the meeting is a guess itself. */
function fromMeeting(
  { isMeetingGuessed }: Context,
  fold: string,
  { date, confidence }: Pick<ParsedDeadline, "date" | "confidence">,
): Confidence {
  if (!isMeetingGuessed || date === null || confidence === "guess") return confidence;
  const alone = readDeadline(fold, null);
  return alone.kind === "read" && alone.meaning.date === date ? confidence : "guess";
}

/** What the sentence itself says of time; a day that is none is warned of. */
function saidIn(context: Context, number: number, passage: Passage): ParsedDeadline | null {
  const { source, meeting, warnings } = context;
  const hint = findDeadlineHint(passage.fold, meeting);
  if (!hint) return null;
  const pieces = piecesBetween(passage, hint.start, hint.end);
  const text = textOf(source, pieces);
  if (hint.meaning) {
    const confidence = fromMeeting(context, passage.fold.slice(hint.start, hint.end), hint.meaning);
    return { ...hint.meaning, confidence, text, spans: spansOf(source, pieces) };
  }
  warnings.push({ code: "deadline-no-such-day", number, written: short(text) });
  return null;
}

function hintOf(
  context: Context,
  cells: ResolutionCells,
  passage: Passage,
  deadline: ParsedDeadline | null,
): Extract<ResolutionNote, { code: "text-speaks-of-time" }>[] {
  const isAsked = cells.isProse === true && cells.deadline.length === 0;
  const said = deadline === null && !isAsked ? saidIn(context, cells.number, passage) : null;
  return said ? [{ code: "text-speaks-of-time", deadline: { ...said, confidence: "guess" } }] : [];
}

function subItemsOf(
  source: Source,
  passage: Passage,
): { subItems: ParsedResolution["subItems"]; note: ResolutionNote[] } {
  const found = findSubItems(passage.fold);
  const subItems = found.map(({ label, start, end, isClear }) => {
    const pieces = piecesBetween(passage, start, end);
    return {
      label,
      text: textOf(source, pieces),
      spans: spansOf(source, pieces),
      confidence: isClear ? ("clear" as const) : ("likely" as const),
    };
  });
  const last = subItems.at(-1);
  const lead = passage.fold.slice(0, found[0]?.start ?? 0).replace(/\(?[\p{L}\d]+ ?[:)\-.] ?$/u, "");
  // Behind «مدیران محترم؛ الف: …» the verb is still to come.
  return {
    subItems,
    note:
      last && /[;,] ?$/.test(lead) ? [{ code: "last-sub-item-may-close-sentence", label: last.label }] : [],
  };
}

function referencesOf({ source, numbering, warnings }: Context, passage: Passage, own: number): Reference[] {
  const references = new Map<number, Reference>();
  for (const found of findReferences(passage.fold, numbering)) {
    const pieces = piecesBetween(passage, found.start, found.end);
    const written = textOf(source, pieces);
    for (const number of found.numbers) {
      if (number === own || references.has(number)) continue;
      const confidence = found.isClear ? "clear" : "likely";
      references.set(number, { number, written, spans: spansOf(source, pieces), confidence });
    }
    for (const missing of found.missing)
      warnings.push({ code: "reference-not-found", number: own, expected: missing, written });
  }
  return [...references.values()];
}

function tableWarnings(
  resolutions: readonly ParsedResolution[],
  declared: number | null,
  isEmpty: boolean,
): MinutesWarning[] {
  if (isEmpty) return [];
  const warnings: MinutesWarning[] = [];
  if (resolutions.length === 0) warnings.push({ code: "no-table" });
  if (declared === null) warnings.push({ code: "declared-count-missing", found: resolutions.length });
  else if (declared !== resolutions.length) {
    warnings.push({ code: "count-differs", expected: declared, found: resolutions.length });
  }
  const seen = new Set<number>();
  let before = 0;
  for (const { number } of resolutions) {
    if (seen.has(number)) warnings.push({ code: "number-repeated", number });
    else if (number > before + 1)
      warnings.push({ code: "number-missing", expected: before + 1, found: number });
    seen.add(number);
    before = number;
  }
  if (resolutions.length > 0 && resolutions.every(({ deadline }) => deadline === null)) {
    warnings.push({ code: "no-deadlines", found: resolutions.length });
  }
  return warnings;
}
