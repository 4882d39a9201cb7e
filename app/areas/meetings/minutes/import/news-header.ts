import { findDay } from "./dates";
import { foldPattern } from "~/lib/written-names/letters";
import { passageOf, piecesBetween, spansOf, textOf, type Passage } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { Line, Range } from "./layout";
import { NUMBER } from "./numbers";
import { paragraphsOf, type Paragraph } from "./paragraphs";
import type { Reading } from "./types";

export interface NewsHeader {
  title: Reading<string> | null;
  date: Reading<string> | null;
  place: Reading<string> | null;
  attendees: Range[];
  /** The words that tell all this. */
  sentence: Passage | null;
}

const ORDINAL = `(?:نخستین|اولین|دومین|سومین|چهارمین|پنجمین|ششمین|هفتمین|هشتمین|نهمین|دهمین|${NUMBER}مین|\\d{1,3} ?(?:مین|امین))`;
const HELD = "(?:برگزار|تشکیل|منعقد)";
const ENDS_TITLE = `(?: (?:به ریاست|به میزبانی|با حضور|با شرکت|با محوریت|با دستور|با موضوع|در محل|در سالن|در تاریخ|در روز|در ساعت|راس ساعت|از ساعت|ساعت|به تاریخ|مورخه?|روز|امروز|عصر|صبح|و در|${HELD})(?!\\p{L}))`;
const TITLE = foldPattern(
  new RegExp(`(?:^|[.:,;!] ?|\\s)((?:${ORDINAL} )(?:جلسه|نشست) .{3,120}?)${ENDS_TITLE}`, "u"),
);
const PLAIN_TITLE = foldPattern(new RegExp(`^((?:جلسه|نشست) .{3,120}?)${ENDS_TITLE}`, "u"));
/** What may stand behind the place: another fact of the meeting, or the verb. */
const BEHIND_PLACE = `(?:,|و با|به ریاست|با (?:حضور|شرکت|موضوع|دستور|محوریت)|راس|(?:از |در )?ساعت|در روز|در تاریخ|مورخ|${HELD})`;
const PLACE = foldPattern(
  new RegExp(
    `(?:در محل|به میزبانی|در(?= سالن| دفتر| اتاق| تالار)) ([^.;]{2,80}?)(?= ?(?:و )?${BEHIND_PLACE})(?=[^.]{0,400}${HELD})`,
    "u",
  ),
);
const ATTENDEES = foldPattern(
  new RegExp(
    `با حضور ([^.]{3,400}?) (?:و )?(?:(?:عصر|صبح|ظهر|روز|مورخه?|(?:راس |از |در )?ساعت|در تاریخ) [^.]{0,120})?(?:در محل .{0,80}|در سالن .{0,80})?${HELD}`,
    "u",
  ),
);
/** «در محل … تشکیل گردید»: what the sentence tells is of this meeting. */
const OPENING = foldPattern(
  new RegExp(
    `(?:جلسه|نشست|شورای?|کارگروه|ستاد|کمیته|کمیسیون|مجمع|گردهمایی)(?!\\p{L}).*(?<!\\p{L})(?:${HELD}|آغاز|شروع)(?!\\p{L})`,
    "su",
  ),
);
const OF_MINUTES = foldPattern(/^["*\s(]*صور ?ت ?جلسه/u);
/** A paper is of another day than the meeting. */
const OF_PAPER = foldPattern(/(?:نامه|ابلاغیه?|دستورالعمل|قانون|مصوبه|مصوبات)(?: [^ ]+){0,4} $/u);
const DATED = foldPattern(/(?:مورخه?|(?:در|به) تاریخ|روز|شنبه|جمعه)[ (:]*$/u);

/** «با حضور اعضا» names nobody. */
const NOBODY = foldPattern(
  /^(?:کلیه |تمامی |همه |اکثریت )?اعضای?(?: محترم)?(?: (?:جلسه|شورا|کارگروه|ستاد|کمیته))?$/u,
);

/** How much of a report's beginning says what meeting it was. */
const BEGINNING = 2500;

/** What the first sentences of a report say of the meeting. Everything of it wants a look. */
export function readNewsHeader(source: Source, lines: readonly Line[]): NewsHeader {
  let letters = 0;
  const first = paragraphsOf(source, lines).filter(
    ({ fold }) => (letters += fold.length) <= BEGINNING || letters === fold.length,
  );
  return told(source, first);
}

/** What a sentence before the resolutions says of the meeting: «شورا در روز … ساعت … در محل … تشکیل گردید». */
export function readOpening(source: Source, lines: readonly Line[], before: number): NewsHeader {
  return told(
    source,
    paragraphsOf(source, lines).filter(({ start, fold }) => {
      if (start >= before) return false;
      const beginning = fold.slice(0, BEGINNING);
      return OPENING.test(beginning) || OF_MINUTES.test(beginning);
    }),
  );
}

function told(source: Source, paragraphs: readonly Paragraph[]): NewsHeader {
  if (paragraphs.length === 0) {
    return { title: null, date: null, place: null, attendees: [], sentence: null };
  }
  const passage = passageOf(source, paragraphs);
  const beginning = passage.fold.slice(0, BEGINNING);
  const plainTitle = paragraphs
    .map(({ fold }) => PLAIN_TITLE.exec(fold.slice(0, BEGINNING))?.[1])
    .find((each) => each !== undefined);
  const title = TITLE.exec(beginning)?.[1] ?? plainTitle;
  const place = PLACE.exec(beginning)?.[1];
  const attendees = ATTENDEES.exec(beginning)?.[1];
  return {
    title: stretchOf(source, passage, title),
    date: dateIn(source, passage, beginning),
    place: stretchOf(source, passage, place),
    attendees: NOBODY.test(attendees?.trim() ?? "") ? [] : piecesOf(passage, attendees),
    sentence: { ...passage, fold: beginning },
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

/** Days of letters and laws may stand before that of the meeting. */
const MOST_DAYS = 6;

function dateIn(source: Source, passage: Passage, beginning: string): Reading<string> | null {
  for (let from = 0, tries = 0; tries < MOST_DAYS; tries += 1) {
    const day = findDay(beginning.slice(from));
    if (!day) return null;
    const at = from + day.at;
    from = at + day.written.length;
    const before = beginning.slice(Math.max(0, at - 60), at);
    const dated = DATED.exec(before);
    if (!day.ok || !dated || OF_PAPER.test(before.slice(0, dated.index))) continue;
    const pieces = piecesBetween(passage, at, from);
    return {
      value: day.date,
      written: textOf(source, pieces),
      spans: spansOf(source, pieces),
      confidence: day.isGuess ? "guess" : "likely",
    };
  }
  return null;
}
