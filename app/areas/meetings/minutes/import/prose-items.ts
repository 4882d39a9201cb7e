import { foldPattern } from "~/lib/written-names/letters";
import { NUMBER, numberOf } from "./numbers";
import { isMarked, obliges } from "./prose-headed";
import {
  endsWithVerb,
  isAfterLast,
  isAgendaHeading,
  isAgendaPoint,
  isEarlierHeading,
  isOpening,
  isResolutionsHeading,
  saysDecided,
  type Paragraph,
} from "./paragraphs";

/** One resolution of running text: its number, and its paragraphs without the number. */
export interface ProseItem {
  number: number;
  line: number;
  order: number;
  paragraphs: Pick<Paragraph, "start" | "end" | "fold" | "line">[];
}

interface Begin {
  number: number;
  /** Length of what is no part of the sentence. */
  length: number;
  /** What stands behind the number: a list within a list has another. */
  mark: string;
  /** Where the label ends whose own words begin at `length`; these are the first of the resolution. */
  lead?: number;
}

/** In brackets behind the number of a resolution: it is one of another meeting. */
const OF_EARLIER = "(?:(?:مصوب|در|از|صورت ?) ?)*(?:جلسه|جلسات|نشست) ?(?:های )?(?:قبلی?|گذشته|پیشین|مورخ)";

const LABELLED = foldPattern(
  new RegExp(
    `^["*(\\s]*(?:مصوبه|تصمیم|مصوبه ی)(?: شماره)? ?[(:]? ?(${NUMBER})[ )]*(?:([:.)/-]+) ?|(?= (?:مقرر|مصوب|تصویب))|$)`,
    "u",
  ),
);
/** «مصوبه شماره ۲ (اصلاحیه مصوبه ۱۴ جلسه قبل):»: what the label says of it belongs to the resolution's words. */
const QUALIFIED = foldPattern(
  new RegExp(
    `^(["*(\\s]*(?:مصوبه|تصمیم|مصوبه ی)(?: شماره)? ?:? ?(${NUMBER}) ?)\\((?!${OF_EARLIER})[^()]{2,160}\\) ?(?:([:.-]+) ?|$|(?=(?:مقرر|مصوب|تصویب)))`,
    "u",
  ),
);
const NUMBERED = foldPattern(/^["*(\s[]*(بند )?(\d{1,3}) ?([-.):/\]]+) ?(?=[^\d\s])/u);

const SAID_FIRST = "اولا ثانیا ثالثا رابعا خامسا سادسا سابعا"
  .split(" ")
  .map((word) => foldPattern(new RegExp(word)).source);
const COUNTED =
  "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم".replaceAll(
    " ",
    "|",
  );
const WORDED = foldPattern(
  new RegExp(
    `^["*(\\s[]*(?:(${COUNTED}) ?[-.):/]+ ?|(${SAID_FIRST.join("|")})(?!\\p{L}) ?[,:-]? ?)(?=[^\\d\\s])`,
    "u",
  ),
);

/** What stands behind the number of «بند ۱: …». */
const CLAUSE = "clause";

/** Pages of a document and the lines that a word processor puts at their head. */
const PAGE_MARK = foldPattern(/^[-\s]*(?:صفحه|ص)? ?:?[\s\d/-]*(?:از \d+)?[\s-]*$/u);

/** Paragraphs below a line within which its list goes on. */
const NEAR = 3;
/** The same for a line that opens a list within a resolution. */
const FAR = 12;

/** A number that skips no more than this is still the next. */
const WIDEST_GAP = 3;

function labelledAt({ fold }: Paragraph): Begin | null {
  const match = LABELLED.exec(fold);
  const number = match && numberOf(match[1] ?? "");
  if (match && number) return { number, length: match[0].length, mark: "label" };
  const qualified = QUALIFIED.exec(fold);
  const own = qualified && numberOf(qualified[2] ?? "");
  return qualified && own
    ? { number: own, length: qualified[1]?.length ?? 0, mark: "label", lead: qualified[0].length }
    : null;
}

function numberedAt({ fold }: Paragraph): Begin | null {
  const match = NUMBERED.exec(fold);
  if (!match) return wordedAt(fold);
  const mark = match[1] === undefined ? (match[3] ?? "") : CLAUSE;
  return { number: Number(match[2]), length: match[0].length, mark };
}

/** «یک) …»، «اولاً …». */
function wordedAt(fold: string): Begin | null {
  const worded = WORDED.exec(fold);
  const number = worded && (numberOf(worded[1] ?? "") ?? SAID_FIRST.indexOf(worded[2] ?? "") + 1);
  return worded && number ? { number, length: worded[0].length, mark: worded[1] ? "word" : "said" } : null;
}

/** «مصوبه شماره ۱: …», wherever it stands. */
export function labelledItems(paragraphs: readonly Paragraph[]): ProseItem[] {
  return runsOf(paragraphs, labelledAt)
    .filter((run) => run.earlier === null)
    .flatMap(({ items }) => items);
}

/**
 * «۱- … مقرر گردید …»: numbered paragraphs below a heading that says they are resolved, or of which most say so
 * themselves. An agenda is numbered too.
 */
export function numberedItems(paragraphs: readonly Paragraph[]): ProseItem[] {
  const runs = runsOf(paragraphs, numberedAt).filter((run) => run.earlier === null && !isStrayWord(run));
  const headed = runs.filter(({ isHeaded }) => isHeaded);
  const kept =
    headed.length > 0
      ? headed
      : runs.filter(({ items, mark }) => {
          const says = (item: ProseItem) =>
            saysDecided(wordsOf(item)) || (mark === CLAUSE && obliges(wordsOf(item)));
          return items.filter(says).length * 2 > items.length;
        });
  return kept.flatMap(({ items }) => items);
}

/** A line of a broken sentence may begin with «دوم.»: words count a list from its first on. */
function isStrayWord({ items, mark }: Run): boolean {
  return (mark === "word" || mark === "said") && (items[0]?.number !== 1 || items.length < 2);
}

/**
 * The lists of decisions outside a table: below a heading of their own, or numbered on from the table's `last`. An
 * agenda, signatures and what was resolved before are none.
 */
export function itemsBeside(paragraphs: readonly Paragraph[], last: number): ProseItem[] {
  return runsOf(paragraphs, numberedAt)
    .filter(({ earlier, isHeaded, items }) => earlier === null && (isHeaded || items[0]?.number === last + 1))
    .flatMap(({ items }) => items);
}

/** Headings below which stands what was resolved before, each with how many decisions were passed over for it. */
export function passedOver(paragraphs: readonly Paragraph[]): { heading: Paragraph; found: number }[] {
  return runsOf(paragraphs, numberedAt).flatMap(({ earlier, items }) => {
    const found = items.filter((item) => saysDecided(wordsOf(item))).length;
    return earlier && found > 0 ? [{ heading: earlier, found }] : [];
  });
}

/** Sentences below the heading, or the first resolution, that begin with a number, or say that they are resolved, and joined none. */
export function unreadBelow(paragraphs: readonly Paragraph[], items: readonly ProseItem[]): Paragraph[] {
  const read = new Set(items.flatMap(({ line, paragraphs: own }) => [line, ...own.map((each) => each.line)]));
  const begin = items[0]?.line ?? Infinity;
  const from =
    paragraphs.findLast(({ fold, line }) => line < begin && isResolutionsHeading(fold))?.line ?? begin;
  let isOfEarlier = false;
  return paragraphs.filter(({ fold, line }) => {
    if (isResolutionsHeading(fold) || isOpening(fold)) isOfEarlier = false;
    else if (isEarlierHeading(fold)) isOfEarlier = true;
    else if (line > from && !read.has(line) && !isOfEarlier && !/: ?$/.test(fold))
      return saysDecided(fold) || ((NUMBERED.test(fold) || isMarked(fold)) && endsWithVerb(fold));
    return false;
  });
}

function wordsOf({ paragraphs }: ProseItem): string {
  return paragraphs.map(({ fold }) => fold).join(" ");
}

interface Run {
  items: ProseItem[];
  mark: string;
  isHeaded: boolean;
  /** The heading that says it was resolved before. */
  earlier: Paragraph | null;
}

function runsOf(paragraphs: readonly Paragraph[], beginOf: (paragraph: Paragraph) => Begin | null): Run[] {
  const begins = paragraphs.map(beginOf);
  const runs: Run[] = [];
  let run: Run | null = null;
  let isHeaded = false;
  let earlier: Paragraph | null = null;
  let isAgenda = false;
  paragraphs.forEach((paragraph, at) => {
    const { fold } = paragraph;
    const opens = isOpening(fold) && begins[at] === null && !isBetween(run, at, FAR);
    if (isResolutionsHeading(fold) || opens) {
      earlier = null;
      isHeaded = true;
      isAgenda = false;
      run = null;
      return;
    }
    if (isEarlierHeading(fold) && !isAgenda && !isBetween(run, at)) {
      earlier = paragraph;
      isHeaded = false;
      run = null;
      return;
    }
    if (isAgendaPoint(fold)) {
      run = null;
      return;
    }
    const begin = begins[at];
    if (begin && run && isNext(run, begin)) {
      run.items.push(itemOf(paragraph, begin));
    } else if (begin && (!run || !isWithin(run, begin, at))) {
      // A list that is numbered anew below the earlier ones is of this meeting, where no heading says otherwise.
      if (run?.earlier && run.mark === begin.mark && begin.number === 1) earlier = null;
      run = { items: [itemOf(paragraph, begin)], mark: begin.mark, isHeaded, earlier };
      runs.push(run);
      isAgenda = false;
    } else if (isAfterLast(fold)) {
      run = null;
      isHeaded = false;
      earlier = null;
      isAgenda = isAgendaHeading(fold);
    } else if (run && !PAGE_MARK.test(fold)) {
      run.items.at(-1)?.paragraphs.push(paragraph);
    }
  });
  return runs;

  /** A line between two numbers that follow each other parts no list, whatever it says. */
  function isBetween(run: Run | null, at: number, near = NEAR): boolean {
    const next = begins.slice(at + 1, at + 1 + near).find((begin) => begin !== null);
    return run !== null && run.earlier === null && next !== undefined && isNext(run, next);
  }

  /** A list inside a resolution: its numbers begin anew, and the outer ones go on behind it. */
  function isWithin({ items, mark }: Run, begin: Begin, at: number): boolean {
    if (begin.mark !== mark) return true;
    const last = items.at(-1)?.number ?? 0;
    if (begin.number > last) return false;
    let inner = 0;
    for (let order = at; order < begins.length; order += 1) {
      const later = begins[order];
      if (later?.mark !== mark) continue;
      if (later.number === last + 1 && inner !== last) return true;
      if (later.number !== inner + 1) return false;
      inner = later.number;
    }
    return false;
  }
}

function isNext({ items, mark }: Run, { number, mark: other }: Begin): boolean {
  const last = items.at(-1)?.number ?? 0;
  return other === mark && number > last && number - last <= WIDEST_GAP;
}

function itemOf(
  { start, fold, line, order }: Paragraph,
  { number, length, lead = length }: Begin,
): ProseItem {
  const part = (from: number, to: number) => {
    const words = fold.slice(from, to);
    const trimmed = from === lead ? words : words.replace(/[ :.-]+$/, "");
    const end = start + from + trimmed.length;
    return /[\p{L}\p{N}]/u.test(trimmed) ? [{ start: start + from, end, fold: trimmed, line }] : [];
  };
  return { number, line, order, paragraphs: [...part(length, lead), ...part(lead, fold.length)] };
}

/** Points of lists below a heading that says they are resolved. */
export function headedPoints(paragraphs: readonly Paragraph[]): Paragraph[] {
  let isHeaded = false;
  return paragraphs.filter((paragraph) => {
    const { fold } = paragraph;
    const isHeading = isResolutionsHeading(fold);
    if (isHeading) isHeaded = true;
    else if (isEarlierHeading(fold) || isAfterLast(fold)) isHeaded = false;
    const isPoint =
      isHeaded && !isHeading && (labelledAt(paragraph) ?? numberedAt(paragraph) ?? isMarked(fold));
    return Boolean(isPoint) && (saysDecided(fold) || endsWithVerb(fold));
  });
}

/** Points of lists that none of these stretches has touched. */
export function unreadPoints(
  paragraphs: readonly Paragraph[],
  read: readonly { start: number; end: number }[],
): Paragraph[] {
  let at = 0;
  return paragraphs.filter(({ fold, start, end }) => {
    while ((read[at]?.end ?? Infinity) <= start) at += 1;
    const isRead = (read[at]?.start ?? Infinity) < end;
    return !isRead && (NUMBERED.test(fold) || isMarked(fold)) && (saysDecided(fold) || endsWithVerb(fold));
  });
}
