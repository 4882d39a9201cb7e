import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import type { Range } from "./layout";
import type { Paragraph } from "./paragraphs";

/** The paragraphs of one resolution in running text, with what stands behind «مسئول پیگیری:» and «مهلت:» set apart. */
export interface ProseCells {
  text: Range[];
  parties: Range[];
  deadline: Range[];
}

const WHO =
  "(?:مس[ئو]ول(?:ان|ین)?|دستگاه(?: ?های?)?|مرجع|واحد|نهاد)(?: (?:مس[ئو]ول|مجری|متولی|پیگیر|پیگیری|اجرا|اجرای?ی?|انجام|اقدام|اقدام ?کننده|همکار|مصوبه))?|" +
  "مجری(?:ان)?|متولی(?:ان)?|پیگیری(?: ?کننده)?|اقدام ?کننده";
const WHEN =
  "(?:مهلت|زمان|موعد|تاریخ|مدت)(?: (?:اجرا|انجام|اقدام|پیگیری|تحقق|مقرر))|مهلت|موعد|سررسید|زمان ?بندی";
const WHAT = "(?:شرح|متن|خلاصه|موضوع|عنوان)(?: (?:مصوبه|تصمیم|اقدام))?";
const LABEL = foldPattern(new RegExp(`(?<![\\p{L}\\p{N}])(?:(${WHO})|(${WHEN})|^(${WHAT})) ?: ?`, "gu"));

/** What may join a label to the sentence before it, and its value to what follows. */
const JOINING_END = /[\s(,;\-[]+$/;
const JOINING_START = /^[\s),;\-\]]+/;
const VALUE_END = /[\s(),;\-[\].]+$/;
/** What parts one decision of a list from the next is no part of either. */
const ITEM_END = /[\s,;]+$/;

/** Parts the paragraphs of one resolution into its sentence, its parties and its deadline. */
export function proseCells(paragraphs: readonly (Range & Pick<Paragraph, "fold">)[]): ProseCells {
  const cells: ProseCells = { text: [], parties: [], deadline: [] };
  let ending = "";
  for (const { start, fold } of paragraphs) {
    const put = (into: Range[], from: number, to: number, lead: RegExp | null, trail: RegExp | null) => {
      const words = fold.slice(from, to);
      if (!/[\p{L}\p{N}]/u.test(words)) return;
      const left = lead?.exec(words)?.[0].length ?? 0;
      const right = trail?.exec(words)?.[0].length ?? 0;
      into.push({ start: start + from + left, end: start + to - right });
      if (into === cells.text) ending = words.slice(left, words.length - right);
    };
    const labels = [...matchesOf(LABEL, fold)];
    let from = 0;
    let closesAt = -1;
    labels.forEach((label, at) => {
      const valueFrom = label.index + label[0].length;
      const next = labels[at + 1]?.index ?? fold.length;
      put(cells.text, from, label.index, from === 0 ? null : JOINING_START, JOINING_END);
      // What is bracketed ends with its bracket; the sentence may go on behind it.
      if (/[([] ?$/.test(fold.slice(0, label.index))) closesAt = closingAfter(fold, valueFrom);
      const to = closesAt > valueFrom ? Math.min(next, closesAt) : next;
      const into = label[3] ? cells.text : label[1] ? cells.parties : cells.deadline;
      put(into, valueFrom, to, JOINING_START, VALUE_END);
      from = to;
    });
    put(cells.text, from, fold.length, from === 0 ? null : JOINING_START, null);
  }
  const last = cells.text.pop();
  if (last) cells.text.push({ ...last, end: last.end - (ITEM_END.exec(ending)?.[0].length ?? 0) });
  return cells;
}

function closingAfter(fold: string, from: number): number {
  const at = fold.slice(from).search(/[)\]]/);
  return at === -1 ? -1 : from + at;
}
