import { toLatinDigits } from "~/lib/digits";
import { closingTime, timesIn, toldHours, type Hours } from "./hours";
import { findDay, isFarAhead } from "./dates";
import { isDiscussionHeading } from "./discussion";
import { labelledValues, type Labelled, type LabelName } from "./labels";
import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import type { Line, Range } from "./layout";
import { readNewsHeader, readOpening } from "./news-header";
import { endsWithVerb, isEarlierHeading } from "./paragraphs";
import { passageOf, piecesBetween, spansOf, textOf } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import { cellFold } from "./table";
import type { Confidence, MinutesWarning, ParsedHeader, Reading } from "./types";

interface HeaderRead {
  header: ParsedHeader;
  /** Where those present are told behind a label or in a sentence. */
  attendees: readonly Range[];
  agenda: Reading<string>[];
  warnings: MinutesWarning[];
}

const DATED_TITLE = foldPattern(/صور ?ت ?جلسه.{0,80}?(?:مورخه?|به تاریخ|تاریخ)[ (:]*(?=\d)/u);
/** «مورخ ۲۱ خرداد ۱۴۰۲» in a line that says nothing else. */
const DATE_ALONE = foldPattern(
  /^["*\s(]*(?:(?:جلسه|نشست) )?(?:مورخه?|(?:به|در) تاریخ)[ (:]*(?:(?:روز )?(?:(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه)[ ,]*)?/u,
);
const TITLE_LINE = foldPattern(
  /^[*\s]*صور ?ت ?جلسه (?:شماره ?:? ?[\d/-]+(?![\d/-]) ?[-:,]? ?)?(?! ?(?:مورخ|(?:به )?تاریخ|شماره ?:? ?\d))(.{4,120}?)(?: شماره ?:? ?\d| (?:در )?(?:مورخ| به تاریخ|تاریخ|روز (?:(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه))| به تاریخ|$)/u,
);
/** The header: everything before the discussion and the resolutions; `isReport` when these stand in sentences. */
export function readHeader(
  source: Source,
  lines: readonly Line[],
  tableLine: number,
  isReport = false,
  today: string | null = null,
  /** Where the first resolution begins: the sentence that opens the list may stand in the same line. */
  firstAt = Infinity,
): HeaderRead {
  const discussion = lines.findIndex((line) => isDiscussionHeading(cellFold(source, line.cells[0] ?? [])));
  const end = Math.min(tableLine, discussion === -1 ? lines.length : discussion);
  const values = labelledValues(source, lines.slice(0, end));
  const warnings: MinutesWarning[] = [];

  function first(name: LabelName): Labelled | undefined {
    return values.find((each) => each.name === name && each.value.length > 0);
  }

  const told = isReport
    ? readNewsHeader(source, lines)
    : readOpening(source, lines.slice(0, end + 1), firstAt);
  const title =
    plain(source, first("title")) ??
    titleLine(source, lines.slice(0, end)) ??
    told.title ??
    nameOfMeeting(source, lines.slice(0, Math.min(end, LAST_TITLE_LINE)));
  if (!title) warnings.push({ code: "title-missing" });
  // «زمان: سه‌شنبه ۱۴۰۴/۰۹/۱۱ ساعت ۹» tells both.
  const dated = first("date") ?? datedHours(source, first("hours"));
  const date = readDate(source, dated, lines.slice(0, tableLine), told.date, today, warnings);
  const hours = told.sentence ? toldHours(source, told.sentence) : null;
  const [start, finish] = readHours(source, first, hours, closingTime(source, lines), warnings);
  const invitation = plain(source, first("invitationNumber"));
  return {
    header: {
      title,
      date,
      start,
      end: finish,
      place: plain(source, first("place")) ?? told.place,
      invitationNumber: invitation && withNumber(invitation),
    },
    attendees: first("attendees")?.value ?? told.attendees,
    agenda: readAgenda(source, first("agenda")),
    warnings,
  };
}

function reading<T>(source: Source, value: T, pieces: readonly Range[], confidence: Confidence): Reading<T> {
  return { value, written: textOf(source, pieces), spans: spansOf(source, pieces), confidence };
}

function plain(source: Source, labelled: Labelled | undefined): Reading<string> | null {
  const piece = labelled?.value.slice(0, 1);
  return piece && piece.length > 0 ? reading(source, textOf(source, piece), piece, "clear") : null;
}

/** A title without a label: «صورتجلسه شورای … مورخ …». */
function titleLine(source: Source, lines: readonly Line[]): Reading<string> | null {
  for (const line of lines) {
    const piece = line.cells[0]?.[0];
    if (!piece) continue;
    const match = TITLE_LINE.exec(source.fold.slice(piece.start, piece.end));
    if (!match?.[1]) continue;
    const at = piece.start + match[0].indexOf(match[1]);
    const pieces = [{ start: at, end: at + match[1].trimEnd().length }];
    return reading(source, textOf(source, pieces), pieces, "likely");
  }
  return null;
}

/** A title stands near the head. */
const LAST_TITLE_LINE = 6;
const LONGEST_TITLE = 100;
const OF_MEETING = foldPattern(
  /(?<!\p{L})(?:جلسه|نشست|شورا|شورای|کارگروه|ستاد|کمیته|کمیسیون|مجمع|هیئت|انجمن|همایش)(?!\p{L})/u,
);
const ADDRESSED = foldPattern(/^["*\s]*(?:به|از|رونوشت|مدیران?|رئیس|روسای|جناب|سرکار|معاون|اعضای) /u);

/** «کمیته گردشگری نوروز» alone in a line at the head, where nothing else says what meeting it was. */
function nameOfMeeting(source: Source, lines: readonly Line[]): Reading<string> | null {
  for (const { cells } of lines) {
    const [piece, ...others] = cells.flat();
    if (!piece || others.length > 0) continue;
    const fold = source.fold.slice(piece.start, piece.end);
    const isName =
      fold.length <= LONGEST_TITLE &&
      OF_MEETING.test(fold) &&
      !/[:.\d]/.test(fold) &&
      !isEarlierHeading(fold);
    if (isName && !endsWithVerb(fold) && !ADDRESSED.test(fold)) {
      return reading(source, textOf(source, [piece]), [piece], "guess");
    }
  }
  return null;
}

/** A letter number ends where its date begins: «۱۴۰۲/۴/۱۷۲۷۹ مورخ ۱۴۰۲/۰۳/۱۵». */
function withNumber(invitation: Reading<string>): Reading<string> {
  const [number = ""] = toLatinDigits(invitation.value).split(/\s+(?:مورخه?|تاریخ|به تاریخ)(?!\p{L})/u);
  return { ...invitation, value: number.trim() };
}

function readDate(
  source: Source,
  labelled: Labelled | undefined,
  lines: readonly Line[],
  told: Reading<string> | null,
  today: string | null,
  warnings: MinutesWarning[],
): Reading<string> | null {
  const found: Reading<string>[] = [];
  const [piece] = labelled?.value ?? [];
  if (piece) {
    const day = findDay(source.fold.slice(piece.start, piece.end), today);
    if (day?.ok) found.push(dayAt(piece.start + day.at, day.written.length, day.date, day.isGuess));
    else warnings.push({ code: "date-unreadable", written: textOf(source, [piece]).slice(0, 100) });
  }
  for (const line of lines) {
    const [cell] = line.cells[0] ?? [];
    if (line.cells.length > 1 || !cell) continue;
    const fold = source.fold.slice(cell.start, Math.min(cell.end, cell.start + 200));
    const alone = DATE_ALONE.exec(fold);
    const match = alone ?? DATED_TITLE.exec(fold);
    if (!match) continue;
    const from = match.index + match[0].length;
    const day = findDay(fold.slice(from, from + (alone ? 60 : 30)), today);
    if (alone && day && /\p{L}/u.test(fold.slice(from + day.at + day.written.length))) continue;
    if (day?.ok && day.at === 0)
      found.push(dayAt(cell.start + from, day.written.length, day.date, day.isGuess));
  }
  if (told && found.length === 0) found.push(told);
  const [date] = found;
  if (!date) {
    if (!piece) warnings.push({ code: "date-missing" });
    return null;
  }
  if (date.confidence === "guess") warnings.push({ code: "date-guessed", written: date.written });
  const other = found.find(({ value }) => value !== date.value);
  if (other) warnings.push({ code: "dates-disagree", written: `${date.written} – ${other.written}` });
  return date;

  function dayAt(start: number, length: number, value: string, isGuess: boolean): Reading<string> {
    const isDoubtful = isGuess || isFarAhead(value, today);
    return reading(source, value, [{ start, end: start + length }], isDoubtful ? "guess" : "clear");
  }
}

function datedHours(source: Source, hours: Labelled | undefined): Labelled | undefined {
  const [piece] = hours?.value ?? [];
  return piece && findDay(source.fold.slice(piece.start, piece.end))?.ok ? hours : undefined;
}

function readHours(
  source: Source,
  first: (name: LabelName) => Labelled | undefined,
  told: Hours | null,
  closing: Reading<string> | null,
  warnings: MinutesWarning[],
): Hours {
  const [hours] = first("hours")?.value ?? [];
  const isDated = hours !== undefined && findDay(source.fold.slice(hours.start, hours.end)) !== null;
  const range = !hours
    ? []
    : isDated
      ? toldHours(source, passageOf(source, [hours]))
      : timesIn(source, hours);
  const [start, end] = (["start", "end"] as const).map((name, order) => {
    const [piece] = first(name)?.value ?? [];
    if (!piece) return range[order] ?? told?.[order] ?? (name === "end" ? closing : null);
    const [time] = timesIn(source, piece);
    if (!time) warnings.push({ code: "time-unreadable", written: textOf(source, [piece]).slice(0, 100) });
    return time ?? null;
  });
  if (start && end && end.value < start.value) {
    warnings.push({ code: "end-before-start", written: `${start.written} – ${end.written}` });
  }
  return [start ?? null, end ?? null];
}

const ITEM_NUMBER = /(?<![\d\p{L}/.-])\(?(\d{1,2}) ?[.)-] ?(?=\D)/gu;

/** One item for every paragraph, and for every number where several stand in one paragraph. */
function readAgenda(source: Source, labelled: Labelled | undefined): Reading<string>[] {
  return (labelled?.value ?? []).flatMap((piece) => {
    const passage = passageOf(source, [piece]);
    const numbers = [...matchesOf(ITEM_NUMBER, passage.fold)];
    const firstNumber = Number(numbers[0]?.[1] ?? "1");
    const run: RegExpMatchArray[] = [];
    for (const match of numbers) {
      const isFirst = run.length === 0 && match.index === 0;
      const isNext = run.length > 0 && Number(match[1]) === firstNumber + run.length;
      if (isFirst || isNext) run.push(match);
    }
    const bounds = run.map((match, at) => [
      (match.index ?? 0) + match[0].length,
      run[at + 1]?.index ?? passage.fold.length,
    ]);
    if (bounds.length === 0) bounds.push([0, passage.fold.length]);
    return bounds.flatMap(([start = 0, end = 0]) => {
      const pieces = piecesBetween(passage, start, start + passage.fold.slice(start, end).trimEnd().length);
      const text = textOf(source, pieces);
      return text === "" ? [] : [reading(source, text, pieces, run.length > 0 ? "clear" : "likely")];
    });
  });
}
