import { foldPattern } from "~/lib/written-names/letters";
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
const OBLIGES = foldPattern(
  /(?:^| )(?:شود|شوند|گردد|گردند|کند|کنند|نماید|نمایند|دهد|دهند|گیرد|گیرند|یابد|یابند|آورد|آورند|رساند|رسانند|برساند|سازد|سازند|(?!بازدید|برخورد|بنیاد|بهبود|باید|بلند|بیرجند)ب\p{L}{2,8}(?:د|ند))[ ."*)]*$/u,
);
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
export function headedItems(paragraphs: readonly Paragraph[]): ProseItem[] {
  return sectionsOf(paragraphs)
    .flatMap((section) => itemsOf(section))
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
