import { foldPattern, matchesOf } from "~/lib/written-names/letters";

export interface SubItemFound {
  label: string;
  /** Of the item without its label. */
  start: number;
  end: number;
  isClear: boolean;
}

/** The two orders in which clerks letter their points. */
const ORDERS = ["الف ب ج د ه و ز ح ط ی", "الف ب پ ت ث ج چ ح خ د"].map((order) =>
  order.split(" ").map((letter) => foldPattern(new RegExp(letter)).source),
);

const LETTERED = foldPattern(/\(?(الف|ب|پ|ت|ث|ج|چ|ح|خ|د|ه|و|ز|ط|ی) ?[:)\-.](?![:)\-.]) ?/gu);
const NUMBERED = /\(?(\d{1,2}) ?[:)\-.](?=[ ]?\p{L}) ?/gu;

/** What, right before it, makes a letter or number part of something else. */
const BOUND = /[\p{L}\p{N}/.-]/u;

/** A letter that is cited, not a label: «بند الف:». */
const CITED = foldPattern(/(?:بند|جزء?|ماده|تبصره|ردیف|شق|مصوبه) ?"?$/u);

interface Label {
  label: string;
  start: number;
  end: number;
}

/** The points of a resolution that lists some: «الف: … ب: … ج: …» or «۱) … ۲) …»; one point is none. */
export function findSubItems(fold: string): SubItemFound[] {
  const lettered = labelsOf(fold, LETTERED);
  const runs = ORDERS.map((order) => runOf(lettered, (index) => order[index]));
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (longest.length > 1) return itemsOf(fold, longest, true);
  const numbered = runOf(labelsOf(fold, NUMBERED), (index) => String(index + 1));
  return numbered.length > 1 ? itemsOf(fold, numbered, false) : [];
}

function labelsOf(fold: string, pattern: RegExp): Label[] {
  return [...matchesOf(pattern, fold)]
    .map((match) => ({ label: match[1] ?? "", start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !BOUND.test(fold.charAt(start - 1)))
    .filter(({ start }) => !CITED.test(fold.slice(Math.max(0, start - 12), start)));
}

/** The labels that follow one another in order; of several beginnings the nearest before the second counts. */
function runOf(labels: readonly Label[], wanted: (index: number) => string | undefined): Label[] {
  const run: Label[] = [];
  for (const label of labels) {
    if (label.label === wanted(run.length)) run.push(label);
    else if (run.length === 1 && label.label === wanted(0)) run[0] = label;
  }
  return run;
}

function itemsOf(fold: string, run: readonly Label[], isClear: boolean): SubItemFound[] {
  return run.map(({ label, end: start }, index) => {
    const limit = run[index + 1]?.start ?? fold.length;
    return { label, start, end: start + fold.slice(start, limit).trimEnd().length, isClear };
  });
}
