import { foldPattern } from "~/lib/written-names/letters";
import type { Cell, Line, Range } from "./layout";
import { endsWithVerb } from "./paragraphs";
import type { Source } from "~/lib/written-names/source";
import { wordsOf, type Word } from "~/lib/written-names/words";

export type LabelName =
  | "title"
  | "date"
  | "start"
  | "end"
  | "hours"
  | "place"
  | "invitationNumber"
  | "agenda"
  | "attendees"
  | "other";

/** What stands behind a label, up to the next one. */
export interface Labelled {
  name: LabelName;
  /** Paragraphs of the value; a title has one. */
  value: Range[];
}

const LABELS: readonly (readonly [LabelName, string])[] = [
  ["title", "عنوان جلسه|نام جلسه|موضوع جلسه|عنوان نشست|عنوان"],
  [
    "date",
    "تاریخ جلسه|تاریخ برگزاری جلسه|تاریخ برگزاری|تاریخ تشکیل جلسه|تاریخ نشست|تاریخ تشکیل|تاریخ|مورخه|مورخ|روز جلسه|روز برگزاری|روز",
  ],
  ["start", "ساعت شروع جلسه|ساعت شروع|ساعت آغاز جلسه|ساعت آغاز|شروع جلسه|زمان شروع|شروع"],
  [
    "end",
    "ساعت خاتمه جلسه|ساعت خاتمه|ساعت پایان جلسه|ساعت پایان|پایان جلسه|خاتمه جلسه|زمان پایان|پایان|خاتمه",
  ],
  ["hours", "ساعت جلسه|ساعت برگزاری جلسه|ساعت برگزاری|زمان برگزاری|زمان جلسه|زمان تشکیل|زمان|ساعت"],
  [
    "place",
    "محل برگزاری جلسه|محل برگزاری|محل تشکیل جلسه|محل تشکیل|محل نشست|محل جلسه|مکان برگزاری|مکان جلسه|مکان|محل",
  ],
  ["invitationNumber", "شماره دعوتنامه|شماره دعوت نامه|شماره دعوت"],
  ["agenda", "دستور جلسه|دستور کار جلسه|دستورکار جلسه|دستور کار|دستورات جلسه"],
  ["attendees", "حاضرین در جلسه|حاضران در جلسه|حاضرین جلسه|حاضران جلسه|حاضرین|حاضران|اعضای حاضر|مدعوین"],
  [
    "other",
    "غایبین|غایبان|غایبین جلسه|دبیر جلسه|رئیس جلسه|ریاست جلسه|شماره جلسه|شماره صورتجلسه|شماره صورت جلسه|" +
      "تعداد صفحات|پیوست|تاریخ دعوتنامه|شماره نامه|شماره|تهیه کننده|مشروح مذاکرات|خلاصه مذاکرات|مشروح جلسه",
  ],
];

const BY_KEY = new Map<string, { name: LabelName; words: number }>();
let longestLabel = 0;
for (const [name, labels] of LABELS) {
  for (const label of labels.split("|")) {
    const words = wordsOf(foldPattern(new RegExp(label)).source);
    BY_KEY.set(words.map(({ key }) => key).join(""), { name, words: words.length });
    longestLabel = Math.max(longestLabel, words.length);
  }
}
const LONGEST_KEY = Math.max(...[...BY_KEY.keys()].map((key) => key.length));

const COLON = /^ ?:/;
const DAY_OR_TIME = /^[ (]*\d/;
/** «تاریخ ۱۴۰۲/۷/۱۱» at the head of a line; what stands in it behind «ساعت» or «مکان» is a value as well. */
const DAY = /^[ (]*\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,4}/;
/** «مورخ ۱۴۰۲/۷/۱۱ نامه‌ای رسید» is no label without its colon. */
const DATED = "مورخ";
const PREPOSITION = foldPattern(/(?:^| )(?:در|به|از|با|راس) $/u);
/** «تاریخ جلسه بعد» is a label of nothing here. */
const NEXT_MEETING = foldPattern(/^ (?:بعدی?|آینده|آتی|قبلی?|گذشته)(?!\p{L})/u);

interface LabelFound {
  name: LabelName;
  start: number;
  /** After the label and its colon. */
  end: number;
}

/** A label that begins at a word, longest first; letters decide, so that «صور ت» and «دعوت‌نامه» do no harm. */
function labelAt(
  fold: string,
  words: readonly Word[],
  at: number,
  from: number,
  limit: number,
  isBareLine: boolean,
): LabelFound | null {
  const start = words[at]?.start ?? 0;
  let key = "";
  let best: LabelFound | null = null;
  for (let last = at; last < words.length && key.length <= LONGEST_KEY; last += 1) {
    key += words[last]?.key ?? "";
    const label = BY_KEY.get(key);
    if (!label) continue;
    const end = words[last]?.end ?? start;
    const after = fold.slice(end, Math.min(end + 12, limit));
    if (NEXT_MEETING.test(after)) continue;
    const colon = COLON.exec(after);
    const isFirst = start === from;
    const isTimeLike = label.name === "date" || label.name === "start" || label.name === "end";
    const standsAlone = label.words > 1 && (isFirst || end === limit);
    const isBare = isBareLine && !PREPOSITION.test(fold.slice(from, start)) && isBareValue(label.name, after);
    const opensBare =
      isFirst && label.name === "date" && !key.startsWith(DATED) && DAY.test(fold.slice(end, end + 16));
    if (
      colon ||
      standsAlone ||
      isBare ||
      opensBare ||
      (isTimeLike && label.words > 1 && DAY_OR_TIME.test(after))
    ) {
      best = { name: label.name, start, end: end + (colon?.[0].length ?? 0) };
    }
  }
  return best;
}

/** Whether a value follows at once where no colon parts it from its label. */
function isBareValue(name: LabelName, after: string): boolean {
  if (name === "hours" || name === "start" || name === "end") return DAY_OR_TIME.test(after);
  return name === "place" && /^ \p{L}/u.test(after);
}

function labelsIn(source: Source, { start, end }: Range): LabelFound[] {
  const words = wordsOf(source.fold, start, end);
  const isSentence = endsWithVerb(source.fold.slice(start, end));
  const found: LabelFound[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const isBareLine = found[0]?.name === "date" && !isSentence;
    const label = labelAt(source.fold, words, at, start, end, isBareLine);
    if (!label) continue;
    found.push(label);
    while ((words[at + 1]?.start ?? Infinity) < label.end) at += 1;
  }
  return found;
}

function trimmed(source: Source, start: number, end: number): Range | null {
  const value = source.fold.slice(start, end);
  const left = value.length - value.replace(/^[\s:,;|*-]+/, "").length;
  const right = value.length - value.replace(/[\s,;|*-]+$/, "").length;
  return left + right >= value.length ? null : { start: start + left, end: end - right };
}

const NUMBERED = /^\(?\d{1,2} ?[-.)]/;

/** Lists run on over paragraphs, cells and lines; every other value is one stretch. */
const LISTS: ReadonlySet<LabelName> = new Set(["agenda", "attendees"]);

/** Every labelled value of the header, in order, wherever labels stand: several in a line, or value in the next cell. */
export function labelledValues(source: Source, lines: readonly Line[]): Labelled[] {
  const found: Labelled[] = [];
  let open: Labelled | null = null;
  let openLine = -1;

  for (const [order, line] of lines.entries()) {
    for (const cell of line.cells) readCell(cell, order);
  }
  return found;

  function readCell(cell: Cell, order: number): void {
    for (const [index, piece] of cell.entries()) {
      const labels = labelsIn(source, piece);
      const lead = trimmed(source, piece.start, labels[0]?.start ?? piece.end);
      if (lead && open && takesMore(open, lead, index, order)) {
        open.value.push(lead);
        openLine = order;
      }
      labels.forEach((label, at) => {
        open = { name: label.name, value: [] };
        openLine = order;
        found.push(open);
        const value = trimmed(source, label.end, labels[at + 1]?.start ?? piece.end);
        if (value) open.value.push(value);
      });
    }
    // A cell with a value closes what is not waiting for one.
    if (cell.length > 0 && open && open.value.length > 0 && !LISTS.has(open.name)) open = null;
  }

  function takesMore(label: Labelled, piece: Range, index: number, order: number): boolean {
    if (label.value.length === 0) return order - openLine <= 1;
    if (!LISTS.has(label.name)) return false;
    if (order === openLine) return index > 0 || label.name === "agenda";
    const isNumbered = NUMBERED.test(source.fold.slice(piece.start, piece.start + 8));
    return order - openLine === 1 && isNumbered;
  }
}
