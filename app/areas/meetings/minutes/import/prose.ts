import type { PartyIndex } from "~/lib/written-names/dictionary";
import { passageOf, piecesBetween, textOf } from "~/lib/written-names/passage";
import type { Source } from "~/lib/written-names/source";
import type { Line, Range } from "./layout";
import {
  isAfterLast,
  isBareHeading,
  isEarlierHeading,
  isResolutionsHeading,
  paragraphsOf,
  type Paragraph,
} from "./paragraphs";
import { headedItems, letteredItems } from "./prose-headed";
import {
  headedPoints,
  itemsBeside,
  labelledItems,
  numberedItems,
  passedOver,
  unreadBelow,
  unreadPoints,
  type ProseItem,
} from "./prose-items";
import { proseCells } from "./prose-labels";
import { newsDecisions } from "./prose-news";
import type { ResolutionCells } from "./resolutions";
import type { Table } from "./table";

export interface Prose {
  /** How the resolutions were told from the rest; null when none were found. */
  form: "labelled" | "numbered" | "headed" | "news" | null;
  resolutions: ResolutionCells[];
  /** Index (in lines) at which the resolutions begin: the header ends there. */
  firstLine: number;
  /** Lines below the first resolution that look like one and joined none. */
  unread: { line: number; written: string }[];
  /** Lines below which stands what was resolved before, with how many decisions were passed over there. */
  earlier: { line: number; written: string; found: number }[];
}

/** Resolutions of minutes that have no table: numbered, labelled, or told in sentences. */
export function findProse(source: Source, lines: readonly Line[], index: PartyIndex): Prose {
  const paragraphs = paragraphsOf(source, lines);
  const earlier = passedOver(paragraphs).map(({ heading, found }) => ({
    line: heading.line,
    written: textOf(source, [heading]),
    found,
  }));
  return { ...readProse(source, lines, paragraphs, index), earlier };
}

function readProse(
  source: Source,
  lines: readonly Line[],
  paragraphs: readonly Paragraph[],
  index: PartyIndex,
): Omit<Prose, "earlier"> {
  const labelled = labelledItems(paragraphs);
  if (labelled.length > 0) return proseOf(source, "labelled", labelled, paragraphs);
  const lettered = letteredItems(paragraphs);
  if (lettered.length > 0) return proseOf(source, "headed", lettered, paragraphs);
  const numbered = numberedItems(paragraphs);
  if (numbered.length > 0) return proseOf(source, "numbered", numbered, paragraphs);
  const headed = headedItems(paragraphs, index);
  if (headed.length > 0) return proseOf(source, "headed", headed, paragraphs);
  return newsOf(source, paragraphs, lines.length, index);
}

const LAYOUTS = { labelled: "clear", numbered: "likely", headed: "guess" } as const;

function proseOf(
  source: Source,
  form: "labelled" | "numbered" | "headed",
  items: readonly ProseItem[],
  paragraphs: readonly Paragraph[],
): Omit<Prose, "earlier"> {
  return {
    form,
    unread: unreadBelow(paragraphs, items).map((each) => ({
      line: each.line,
      written: textOf(source, [each]),
    })),
    firstLine: items[0]?.order ?? 0,
    resolutions: items.map((item) => ({
      ...proseCells(item.paragraphs),
      number: item.number,
      numberConfidence: form === "headed" ? "guess" : "clear",
      layout: LAYOUTS[form],
      line: item.line,
      continuationLines: [],
      isProse: true,
    })),
  };
}

/**
 * What minutes with a table have resolved outside it: a list behind the table, or between two. Points before the first
 * table are named and left to a person: a table that follows may hold them again.
 */
export function findBeside(
  source: Source,
  lines: readonly Line[],
  table: Table,
  last: number,
  index: PartyIndex,
): Pick<Prose, "resolutions" | "unread"> {
  const rows = new Set(table.rows.map(({ line }) => line));
  const outside = lines.slice(table.firstLine + 1).filter(({ number }) => !rows.has(number));
  const paragraphs = paragraphsOf(source, outside);
  const found = besideIn(source, paragraphs, last, index);
  const read = new Set(found?.resolutions.flatMap(({ text, line }) => [line, ...linesOf(paragraphs, text)]));
  const isLeft = ({ line, fold }: Pick<Paragraph, "line" | "fold">) =>
    !read.has(line) && !isAfterLast(fold) && !(found && isResolutionsHeading(fold));
  const named = new Set(table.unread.map(({ line }) => line));
  const left = [
    ...headedPoints(paragraphsOf(source, lines.slice(0, table.firstLine))),
    ...paragraphs.filter((each) => named.has(each.line) && isLeft(each)),
  ];
  return {
    resolutions: found?.resolutions ?? [],
    unread: left.map((each) => ({ line: each.line, written: textOf(source, [each]) })),
  };
}

function besideIn(
  source: Source,
  paragraphs: readonly Paragraph[],
  last: number,
  index: PartyIndex,
): Omit<Prose, "earlier"> | null {
  const labelled = labelledItems(paragraphs);
  if (labelled.length > 0) return proseOf(source, "labelled", labelled, paragraphs);
  const numbered = itemsBeside(paragraphs, last);
  if (numbered.length > 0) return proseOf(source, "numbered", numbered, paragraphs);
  const headed = headedItems(paragraphs, index).map((item) => ({ ...item, number: item.number + last }));
  return headed.length > 0 ? proseOf(source, "headed", headed, paragraphs) : null;
}

function linesOf(paragraphs: readonly Paragraph[], ranges: readonly Range[]): number[] {
  return paragraphs
    .filter(({ start, end }) => ranges.some((range) => range.start < end && range.end > start))
    .map(({ line }) => line);
}

/** Sentences below «مصوبات:» of which none was read: named, so that nothing is lost in silence. */
function underHeading(paragraphs: readonly Paragraph[]): Paragraph[] {
  const at = paragraphs.findIndex(({ fold }) => isBareHeading(fold));
  if (at === -1) return [];
  const rest = paragraphs.slice(at + 1);
  const end = rest.findIndex(({ fold }) => isAfterLast(fold) || isEarlierHeading(fold));
  return (end === -1 ? rest : rest.slice(0, end)).slice(0, MOST_NAMED);
}

const MOST_NAMED = 40;

function newsOf(
  source: Source,
  paragraphs: readonly Paragraph[],
  end: number,
  index: PartyIndex,
): Omit<Prose, "earlier"> {
  const passage = passageOf(source, paragraphs);
  const decisions = newsDecisions(passage, paragraphs, index);
  const first = decisions[0];
  const pieces = decisions.flatMap(({ start, end: last }) => piecesBetween(passage, start, last));
  const unread = [...unreadPoints(paragraphs, pieces), ...(first ? [] : underHeading(paragraphs))].map(
    (each) => ({
      line: each.line,
      written: textOf(source, [each]),
    }),
  );
  if (!first) return { form: null, firstLine: end, resolutions: [], unread };
  let reached = 0;
  const paragraphAt = (range: Range | undefined) => {
    while (range && (paragraphs[reached]?.end ?? Infinity) <= range.start) reached += 1;
    return paragraphs[reached];
  };
  return {
    form: "news",
    unread,
    firstLine: paragraphAt(piecesBetween(passage, first.start, first.end)[0])?.order ?? end,
    resolutions: decisions.map(({ start, end: last }, order) => {
      const text = piecesBetween(passage, start, last);
      return {
        number: order + 1,
        numberConfidence: "guess",
        text,
        parties: [],
        deadline: [],
        layout: "guess",
        line: paragraphAt(text[0])?.line ?? 1,
        continuationLines: [],
        isProse: true,
      };
    }),
  };
}
