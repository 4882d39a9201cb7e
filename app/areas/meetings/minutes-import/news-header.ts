import { findDay } from "./dates";
import { foldPattern } from "~/lib/written-names/letters";
import { passageOf, piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { Line, Range } from "./layout";
import { NUMBER } from "./numbers";
import { paragraphsOf } from "./paragraphs";
import type { Reading } from "./types";

export interface NewsHeader {
  title: Reading<string> | null;
  date: Reading<string> | null;
  place: Reading<string> | null;
  attendees: Range[];
}

const ORDINAL = `(?:نخستین|اولین|دومین|سومین|چهارمین|پنجمین|ششمین|هفتمین|هشتمین|نهمین|دهمین|${NUMBER}مین|\\d{1,3} ?(?:مین|امین))`;
const HELD = "(?:برگزار|تشکیل|منعقد)";
const ENDS_TITLE = `(?: (?:به ریاست|به میزبانی|با حضور|با محوریت|با دستور|با موضوع|در محل|در سالن|در تاریخ|به تاریخ|مورخه?|روز|امروز|عصر|صبح|و در|${HELD})(?!\\p{L}))`;
const TITLE = foldPattern(
  new RegExp(`(?:^|[.:,;!] ?|\\s)((?:${ORDINAL} )(?:جلسه|نشست) .{3,120}?)${ENDS_TITLE}`, "u"),
);
const PLAIN_TITLE = foldPattern(new RegExp(`^((?:جلسه|نشست) .{3,120}?)${ENDS_TITLE}`, "u"));
const PLACE = foldPattern(
  new RegExp(
    `(?:در محل|به میزبانی|در(?= سالن| دفتر| اتاق| تالار)) ([^.;]{2,80}?) ?(?:و )?(?:با حضور .{0,200})?${HELD} (?:شد|گردید|یافت)`,
    "u",
  ),
);
const ATTENDEES = foldPattern(
  new RegExp(`با حضور ([^.]{3,400}?) (?:و )?(?:در محل .{0,80}|در سالن .{0,80})?${HELD}`, "u"),
);
const DATED = foldPattern(/(?:مورخه?|(?:در|به) تاریخ|روز|شنبه|جمعه)[ (:]*$/u);

/** How much of a report's beginning says what meeting it was. */
const BEGINNING = 2500;

/** What the first sentences of a report say of the meeting. Everything of it wants a look. */
export function readNewsHeader(source: Source, lines: readonly Line[]): NewsHeader {
  const paragraphs = paragraphsOf(source, lines);
  let letters = 0;
  const first = paragraphs.filter(
    ({ fold }) => (letters += fold.length) <= BEGINNING || letters === fold.length,
  );
  const passage = passageOf(source, first);
  const beginning = passage.fold.slice(0, BEGINNING);
  const plainTitle = first.map(({ fold }) => PLAIN_TITLE.exec(fold)?.[1]).find((each) => each !== undefined);
  const title = TITLE.exec(beginning)?.[1] ?? plainTitle;
  const place = PLACE.exec(beginning)?.[1];
  const attendees = ATTENDEES.exec(beginning)?.[1];
  return {
    title: stretchOf(source, passage, title),
    date: dateIn(source, passage, beginning),
    place: stretchOf(source, passage, place),
    attendees: piecesOf(passage, attendees),
  };
}

function piecesOf(passage: Passage, words: string | undefined): Range[] {
  const trimmed = words?.trim();
  const start = trimmed ? passage.fold.indexOf(trimmed) : -1;
  return !trimmed || start === -1 ? [] : piecesBetween(passage, start, start + trimmed.length);
}

function stretchOf(source: Source, passage: Passage, words: string | undefined): Reading<string> | null {
  const pieces = piecesOf(passage, words);
  if (pieces.length === 0) return null;
  const text = textOf(source, pieces);
  return { value: text, written: text, spans: spansOf(source, pieces), confidence: "likely" };
}

function dateIn(source: Source, passage: Passage, beginning: string): Reading<string> | null {
  const day = findDay(beginning);
  if (!day?.ok || !DATED.test(beginning.slice(Math.max(0, day.at - 30), day.at))) return null;
  const pieces = piecesBetween(passage, day.at, day.at + day.written.length);
  return {
    value: day.date,
    written: textOf(source, pieces),
    spans: spansOf(source, pieces),
    confidence: day.isGuess ? "guess" : "likely",
  };
}
