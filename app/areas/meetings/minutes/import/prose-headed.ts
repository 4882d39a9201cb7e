import { longestMatch, type PartyIndex } from "~/lib/written-names/dictionary";
import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import { wordsOf } from "~/lib/written-names/words";
import { beginsName } from "./listed-names";
import type { ProseItem } from "./prose-items";
import {
  isAfterLast,
  isEarlierHeading,
  isBareHeading,
  isOpening,
  saysDecided,
  type Paragraph,
} from "./paragraphs";
import { proseCells } from "./prose-labels";

/** «•», «-», «الف)»: a resolution that is counted by no number. */
const MARK = foldPattern(
  /^["*(\s]*(?:\d{1,2} ?[-./] ?\d{1,2} ?[-.):]+|[•●▪■◦○·*–—-]+|(?:الف|\p{L}) ?[-.)/:]+) ?(?=[\p{L}\p{N}"])/u,
);
const PAGE = foldPattern(/^[-\s]*(?:صفحه|ص)? ?:?[\s\d/-]*(?:از \d+)?[\s-]*$/u);
const OBLIGING_VERB =
  "(?:^| )(?:شود|شوند|گردد|گردند|کند|کنند|نماید|نمایند|دهد|دهند|گیرد|گیرند|یابد|یابند|آورد|آورند|رساند|رسانند|برساند|سازد|سازند|" +
  "(?!بازدید|برخورد|بنیاد|بهبود|باید|بلند|بیرجند)ب\\p{L}{2,8}(?:د|ند))";
const OBLIGES = foldPattern(new RegExp(`${OBLIGING_VERB}[ .,;"*)\\]]*$`, "u"));
/** Words of a report about a meeting: its sentences are told apart in another way. */
const REPORTS = foldPattern(
  /به گزارش|(?:از|جزو) (?:\p{L}+ )*مصوبات|(?:برگزار|تشکیل) (?:شد|گردید)|(?:گفت|افزود|کرد و گفت|اظهار داشت|تصریح کرد|بیان کرد)(?!\p{L})/u,
);

/** Whether a sentence ends as one that obliges somebody. */
export function obliges(fold: string): boolean {
  return OBLIGES.test(fold);
}

/** Whether a paragraph begins with a mark or a letter of a list. */
export function isMarked(fold: string): boolean {
  return MARK.test(fold);
}

/** Paragraphs below «مصوبات» that no number counts: marked ones, else every paragraph where most oblige somebody. */
export function headedItems(paragraphs: readonly Paragraph[], index: PartyIndex): ProseItem[] {
  return sectionsOf(paragraphs)
    .flatMap((section) => itemsOf(withClausesApart(section, index)))
    .map((item, at) => ({ ...item, number: at + 1 }));
}

const FIRST_LETTER = foldPattern(/^["*(\s]*الف ?[-.)/:]/u);
const A_LETTER = foldPattern(/^["*(\s]*(?:الف|\p{L}) ?[-.)/:]/u);
/** A shorter line is the name of a group: «الف) عمرانی:». */
const SHORTEST_DECISION = 30;

/** «الف) … ۱- … ۲- … ب) …»: the letters count the decisions, and the numbers what is within one. */
export function letteredItems(paragraphs: readonly Paragraph[]): ProseItem[] {
  const sections = sectionsOf(paragraphs).filter(([first, ...others]) => {
    if (!first || !FIRST_LETTER.test(first.fold)) return false;
    const letters = [first, ...others.filter(({ fold }) => A_LETTER.test(fold))];
    return letters.length > 1 && letters.every(({ fold }) => fold.length >= SHORTEST_DECISION);
  });
  return sections.flatMap((section) => itemsOf(section)).map((item, at) => ({ ...item, number: at + 1 }));
}

function sectionsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const sections: Paragraph[][] = [];
  let open: Paragraph[] | null = null;
  for (const paragraph of paragraphs) {
    const { fold } = paragraph;
    if (isBareHeading(fold) || isOpening(fold)) sections.push((open = []));
    else if (isEarlierHeading(fold) || isAfterLast(fold)) open = null;
    else if (open && !PAGE.test(fold)) open.push(paragraph);
  }
  return sections;
}

/** Where a clause has said what is to be done, and «،» or «و» leads to another. */
const CLAUSE_END = foldPattern(
  new RegExp(`(${OBLIGING_VERB})(?: ?[,;] ?(?:و )?| و )(?:همچنین |نیز )?`, "gu"),
);

/** Nothing but one paragraph stands below the heading: the clauses in it that begin with whoever acts are the decisions. */
function withClausesApart(section: readonly Paragraph[], index: PartyIndex): readonly Paragraph[] {
  const [only, ...others] = section.filter(
    (each) => isMarked(each.fold) || proseCells([each]).text.length > 0,
  );
  if (!only || others.length > 0 || isMarked(only.fold) || !OBLIGES.test(only.fold)) return section;
  const { fold, start } = only;
  const clauses: Paragraph[] = [];
  let from = 0;
  let isParted = false;
  for (const end of matchesOf(CLAUSE_END, fold)) {
    const next = end.index + end[0].length;
    const isComma = /[,;]/.test(end[0]);
    if (!beginsWithActor(fold, next, index) || !(isComma || isParted)) continue;
    const verb = end.index + (end[1]?.length ?? 0);
    clauses.push({ ...only, start: start + from, end: start + verb, fold: fold.slice(from, verb) });
    from = next;
    isParted = true;
  }
  return isParted ? [...clauses, { ...only, start: start + from, fold: fold.slice(from) }] : section;
}

function beginsWithActor(fold: string, at: number, index: PartyIndex): boolean {
  const words = wordsOf(fold.slice(at, at + LONGEST_ACTOR));
  const known = longestMatch(index, words, 0)?.to ?? 0;
  return known > 0 ? words[known]?.key !== OBJECT : beginsName(words[0]);
}

const LONGEST_ACTOR = 120;
const OBJECT = "را";

function itemsOf(section: readonly Paragraph[]): ProseItem[] {
  const hasMarks = section.some(({ fold }) => isMarked(fold));
  const isBegin = hasMarks
    ? ({ fold }: Paragraph) => isMarked(fold)
    : (paragraph: Paragraph) => proseCells([paragraph]).text.length > 0;
  const begins = section.filter(isBegin);
  if (!hasMarks) {
    const obliging = begins.filter(({ fold }) => saysDecided(fold) || OBLIGES.test(fold));
    const isReport = section.some(({ fold }) => REPORTS.test(fold));
    if (begins.length < 2 || isReport || obliging.length * 2 <= begins.length) return [];
  }
  const items: ProseItem[] = [];
  for (const paragraph of section) {
    if (!isBegin(paragraph)) {
      items.at(-1)?.paragraphs.push(paragraph);
      continue;
    }
    const { start, end, fold, line, order } = paragraph;
    const length = MARK.exec(fold)?.[0].length ?? 0;
    items.push({
      number: 0,
      line,
      order,
      paragraphs: [{ start: start + length, end, fold: fold.slice(length), line }],
    });
  }
  return items;
}
