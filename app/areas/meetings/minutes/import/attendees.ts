import type { PartyIndex } from "~/lib/written-names/dictionary";
import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import { spansOf, textOf } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import { cellReading, partedAttendees, readAttendee, standingOf } from "./attendee-words";
import { isDiscussionHeading } from "./discussion";
import type { Cell, Line, Range } from "./layout";
import { isAfterLast, isResolutionsHeading } from "./paragraphs";
import { cellFold, numberOnly } from "./table";
import type { ParsedAttendee, Standing } from "./types";

const HEADING = foldPattern(
  new RegExp(
    '^["*\\s]*(?:(?:الف|\\p{L}|\\d{1,2}) ?[-.)/] ?)?(?:(?:اسامی|لیست|فهرست|امضای?|جدول|نام) )?' +
      "(?:(حاضرین|حاضران|اعضای حاضر|شرکت ?کنندگان)|(غایبین|غایبان|اعضای غایب)|(مدعوین|مدعوان|میهمانان|مهمانان))" +
      '(?: (?:محترم|در|این|جلسه|نشست|اصلی|و مدعوین|و امضاها?)){0,3}(?: ?\\([^()]{0,50}\\))? ?(?::|["* ]*$)',
    "u",
  ),
);
const LONGEST_HEADING = 60;
const LABEL = foldPattern(/^[\p{L} ‌]{2,30} ?:/u);
const MARK = /^["*\s(]*(?:\d{1,3}|[•●▪■◦○·*–—-]) ?[-.):/\]]* ?(?=[^\d\s])/u;
const COUNTED = /(?<![\d\p{L}/.-])\(?(\d{1,2}) ?[-.)/] ?(?=\p{L})/gu;
const LONGEST_LINE = 200;
/** Blank lines that a list may have between its lines. */
const WIDEST_GAP = 2;
/** More than these were never at one table. */
const MOST = 300;

type Column = "name" | "post" | "organisation" | "remark";
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ["name", foldPattern(/^نام(?!ه)/u)],
  ["post", foldPattern(/^(?:سمت|پست|مسئولیت|مسوولیت|عنوان شغلی)/u)],
  ["organisation", foldPattern(/^(?:دستگاه|سازمان|نهاد|اداره|ارگان|محل خدمت|نام دستگاه)/u)],
  ["remark", foldPattern(/^(?:حضور|وضعیت|توضیحات|ملاحظات)/u)],
];

/** Lines of the original between which resolutions stand, where names are read as parties and not as attendees. */
export interface Taken {
  from: number;
  to: number;
}

type Open = { standing: Standing; hasInline: boolean; line: number; columns: (Column | null)[] | null };

/**
 * Who took part, was asked or was absent: behind a label, in lines below a heading, or in a table of names. What the
 * sentences of a report say of it is given by `told`.
 */
export function readAttendees(
  source: Source,
  lines: readonly Line[],
  index: PartyIndex,
  taken: Taken | null,
  told: readonly Range[],
): ParsedAttendee[] {
  const found: ParsedAttendee[] = [];
  const at: { list: Open | null } = { list: null };
  let isDiscussion = false;

  for (const line of lines) {
    if (taken && line.number >= taken.from && line.number <= taken.to) {
      at.list = null;
      isDiscussion = false;
      continue;
    }
    const lead = cellFold(source, line.cells.find((cell) => cell.length > 0) ?? []);
    if (isDiscussionHeading(lead)) isDiscussion = true;
    const columns = columnsOf(source, line);
    if (columns) {
      at.list = { standing: at.list?.standing ?? "present", hasInline: false, line: line.number, columns };
      continue;
    }
    if (readHeaded(line)) {
      isDiscussion = false;
      continue;
    }
    if (!at.list || isDiscussion || line.number - at.list.line > WIDEST_GAP + 1) {
      at.list = null;
      continue;
    }
    if (at.list.columns) readRow(line, at.list.columns, at.list);
    else readLine(line, lead, at.list);
  }
  const all = found.length > 0 ? found : told.flatMap((range) => inline(range, "present"));
  return distinct(all).slice(0, MOST);

  /** A line with a heading in it: what stands behind the heading is read at once. */
  function readHeaded(line: Line): boolean {
    let isHeaded = false;
    for (const cell of line.cells) {
      let isOfCell = false;
      for (const piece of cell) {
        const fold = source.fold.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_HEADING));
        const heading = HEADING.exec(fold);
        if (heading) {
          const standing = heading[1] ? "present" : heading[2] ? "absent" : "guest";
          const rest = { start: piece.start + heading[0].length, end: piece.end };
          const hasInline = /[\p{L}\p{N}]/u.test(source.fold.slice(rest.start, rest.end));
          at.list = { standing, hasInline, line: line.number, columns: null };
          isOfCell = true;
          isHeaded = true;
          if (hasInline) found.push(...inline(rest, standing));
        } else if (isOfCell && at.list) {
          at.list.hasInline = true;
          found.push(...listed(piece, at.list.standing));
        }
      }
    }
    return isHeaded;
  }

  function readLine(line: Line, lead: string, list: Open): void {
    const [piece, ...others] = line.cells.flat();
    const isMarked = MARK.test(lead);
    const ends =
      lead.length > LONGEST_LINE ||
      (isAfterLast(lead) && !isMarked) ||
      isResolutionsHeading(lead) ||
      (LABEL.test(lead) && !isMarked) ||
      (list.hasInline && !isMarked);
    if (ends || !piece) {
      at.list = null;
      return;
    }
    list.line = line.number;
    if (others.length === 0) found.push(...listed(piece, list.standing));
    else for (const each of [piece, ...others]) found.push(...listed(each, list.standing));
  }

  function readRow(line: Line, columns: readonly (Column | null)[], list: Open): void {
    if (line.cells.length !== columns.length) {
      at.list = null;
      return;
    }
    list.line = line.number;
    const of = (column: Column): Cell => line.cells[columns.indexOf(column)] ?? [];
    const [name, post, organisation] = [of("name"), of("post"), of("organisation")].map((cell) =>
      cellReading(source, cell),
    );
    const pieces = line.cells.filter((_, order) => columns[order] !== null).flat();
    if (!name && !post && !organisation) return;
    found.push({
      name: name?.value ?? null,
      post: post?.value ?? null,
      organisation: organisation?.value ?? null,
      standing: standingOf(
        pieces.map((piece) => source.fold.slice(piece.start, piece.end)).join(" "),
        list.standing,
      ),
      written: textOf(source, pieces),
      spans: spansOf(source, pieces),
      confidence: "clear",
    });
  }

  /** One line of a list is one of them, unless no number says so and it lists several. */
  function listed({ start, end }: Range, standing: Standing): ParsedAttendee[] {
    const fold = source.fold.slice(start, end);
    const mark = MARK.exec(fold)?.[0].length ?? 0;
    const range = { start: start + mark, end };
    if (numberOnly(fold) !== null || !/\p{L}/u.test(fold)) return [];
    if (mark === 0) return inline(range, standing);
    const one = readAttendee(source, index, range, standing);
    return one ? [one] : [];
  }

  /** «۱. علی رضایی، فرماندار ۲. …»: one range for every number where they follow each other in a line. */
  function countedIn({ start, end }: Range): Range[] {
    const fold = source.fold.slice(start, end);
    const starts: { at: number; from: number }[] = [];
    for (const match of matchesOf(COUNTED, fold)) {
      if (Number(match[1]) === starts.length + 1)
        starts.push({ at: match.index, from: match.index + match[0].length });
    }
    if (starts.length < 2) return [{ start, end }];
    return starts.map(({ from }, order) => {
      const until = starts[order + 1]?.at ?? fold.length;
      return { start: start + from, end: start + from + fold.slice(from, until).trimEnd().length };
    });
  }

  function inline(range: Range, standing: Standing): ParsedAttendee[] {
    return countedIn(range)
      .flatMap((one) => partedAttendees(source, index, one))
      .flatMap((each) => {
        const one = readAttendee(source, index, each, standing);
        return one ? [one] : [];
      });
  }
}

/** The columns of a table of names, where a line is the heading of one. */
function columnsOf(source: Source, { cells }: Line): (Column | null)[] | null {
  if (cells.length < 2) return null;
  const columns = cells.map((cell) => {
    const fold = cellFold(source, cell);
    return fold.length > LONGEST_HEADING ? null : (COLUMNS.find(([, says]) => says.test(fold))?.[0] ?? null);
  });
  const isOfNames =
    columns.includes("name") && (columns.includes("post") || columns.includes("organisation"));
  return isOfNames ? columns : null;
}

/**
 * Who signs at the end was named at the head before: the first place is kept. Two of one name and of two bodies are two
 * people.
 */
function distinct(all: readonly ParsedAttendee[]): ParsedAttendee[] {
  const seen = new Map<string, (string | null)[]>();
  return all.filter(({ name, post, organisation, written }) => {
    const key = (name ?? [post, organisation].filter(Boolean).join(" ")) || written;
    const bodies = seen.get(key);
    const isKnown = bodies?.some((body) => !body || !organisation || body === organisation) ?? false;
    seen.set(key, [...(bodies ?? []), organisation]);
    return !isKnown;
  });
}
