import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import type { Source } from "~/lib/written-names/source";
import type { Line, Range } from "./layout";
import { NUMBER } from "./numbers";

/** One paragraph outside any table. */
export interface Paragraph extends Range {
  /** Line of the original, counted from 1. */
  line: number;
  /** Index among the lines that hold anything. */
  order: number;
  fold: string;
}

/** Names in columns, or pages of a form: no running text. */
function isTabled({ cells }: Line): boolean {
  return cells.filter((cell) => cell.length > 0).length > 1;
}

/** The running text: every paragraph that stands alone in its line. */
export function paragraphsOf(source: Source, lines: readonly Line[]): Paragraph[] {
  return lines.flatMap((line, order) =>
    isTabled(line)
      ? []
      : line.cells
          .flat()
          .flatMap(({ start, end }) =>
            parted({ start, end, line: line.number, order, fold: source.fold.slice(start, end) }),
          ),
  );
}

/** «ج-» before a heading. */
const LETTER = "(?:(?:الف|\\p{L}) ?[-.):/] ?)?";

const HEADING_WORDS =
  "(?:(?:سایر|دیگر|ادامه|بقیه) )?(?:مصوبات|تصمیمات)(?: (?:دیگر|تکمیلی|الحاقی|خارج از دستور))?|تصمیم ?ها|موارد مصوب|متن مصوبات|شرح مصوبات|اهم مصوبات|نتایج و مصوبات|" +
  "جمع ?بندی و مصوبات|مصوبات و تصمیمات|تصمیمات و مصوبات";

const HEADING = foldPattern(
  new RegExp(
    `^["*\\s\\d.)-]*${LETTER}(?:${HEADING_WORDS})(?: (?:متخذه|اتخاذ ?شده|جلسه|نشست|این|صورت ?جلسه|شورا|کارگروه|ستاد|مورخ|به شرح).{0,80})?[ :"*.-]*$`,
    "u",
  ),
);
const EARLIER =
  "(?:پیگیری|وضعیت|بررسی|گزارش|مرور) (?:.{0,20} )?(?:مصوبات|تصمیمات)|" +
  "(?:مصوبات|تصمیمات|مصوبه ?های) (?:.{0,20} )?(?:جلسه|جلسات|نشست) ?(?:های)? ?(?:قبلی?|گذشته|پیشین)";
const SPEAKS_OF_EARLIER = foldPattern(new RegExp(EARLIER, "u"));
const EARLIER_HEADING = foldPattern(
  new RegExp(
    `^["*\\s.)-]*${LETTER}(?:(?:جدول|خلاصه|آخرین|ارا[ئی]ه|قرا[ئی]ت|نتیجه|نتایج) )*(?:${EARLIER})`,
    "u",
  ),
);
const LONGEST_HEADING = 120;

/** A clerk numbers sentences and seldom a heading; a heading behind a number says nothing else, or ends with a colon. */
const NUMBERED = /^["*(\s[]*\d{1,3} ?[-.):/\]]/u;
const BARE_HEADING = foldPattern(
  new RegExp(
    `^["*\\s\\d.)-]*${LETTER}(?:${HEADING_WORDS})(?: (?:متخذه|اتخاذ ?شده|جلسه|نشست))?[ :"*.-]*$|:["* ]*$`,
    "u",
  ),
);
const SENTENCE_END = foldPattern(
  /(?:^| )(?:ن?می ?)?(?:شود|شوند|گردد|گردند|کند|کنند|نماید|نمایند|دهد|دهند|گیرد|گیرند|یابد|یابند|باشد|باشند|آید|آورد|آورند|رسد|رساند|رسانند|برسد|برساند|سازد|سازند|پذیرد|دارد|دارند|(?!بازدید|برخورد|بنیاد|بهبود|باید|بلند|بیرجند)ب\p{L}{2,8}(?:د|ند)|شد|شدند|گردید|گردیدند|گرفت|کرد|نمود|یافت|است|بود|رسید)[ .,;"*)]*$/u,
);

/** Whether a paragraph ends as a sentence does: with its verb. */
export function endsWithVerb(fold: string): boolean {
  return SENTENCE_END.test(fold);
}

/** Whether nothing of its sentence is to come: it ends with its verb or with a mark. */
export function endsSentence(fold: string): boolean {
  return /[.;:!]["* )]*$/.test(fold) || endsWithVerb(fold);
}

/** «۲- …», «الف) …», «• …»: a point of a list. */
export function isPoint(fold: string): boolean {
  return NUMBERED.test(fold) || MARKED.test(fold);
}

/** «مصوبات:», «تصمیمات متخذه»: what follows is resolved. */
export function isResolutionsHeading(fold: string): boolean {
  if (fold.length > LONGEST_HEADING || !HEADING.test(fold) || SPEAKS_OF_EARLIER.test(fold)) return false;
  return BARE_HEADING.test(fold) || !(NUMBERED.test(fold) || endsWithVerb(fold));
}

const DECIDED_NOW = "(?:مقرر|مصوب|به تصویب|تصویب|اتخاذ) ?(?:شد|شدند|گردید|گردیدند|رسید|رسیدند|گشت)(?!\\p{L})";
/** «پس از بحث موارد ذیل تصویب شد»، «مقرر گردید:» at the end of a sentence. */
const OPENING = foldPattern(
  new RegExp(
    `(?<!\\p{L})(?:(?:ذیل|زیر|آتی)(?: \\p{L}+){0,5} ${DECIDED_NOW}["* ]*[:.]?["* ]*$|${DECIDED_NOW}(?: که)?["* ]*: ?["* ]*$)`,
    "u",
  ),
);
const LONGEST_OPENING = 900;
const END_OF_OPENING = 140;
const MARKED = foldPattern(/^["*(\s[]*(?:[•●▪■◦○·*–—-]|(?:الف|\p{L}) ?[-.)/:])/u);

/** A sentence that opens the list of what was resolved; a point of a list that opens another is none. */
export function isOpening(fold: string): boolean {
  if (fold.length > LONGEST_OPENING || NUMBERED.test(fold) || MARKED.test(fold)) return false;
  const end = fold.slice(-END_OF_OPENING);
  return OPENING.test(end) && !SPEAKS_OF_EARLIER.test(end);
}

/** «مصوبات جلسه: شهرداری …»: the heading and what was resolved in one paragraph. */
const HEADING_BEFORE = foldPattern(
  new RegExp(
    `^["*\\s\\d.)-]*${LETTER}(?:${HEADING_WORDS})(?: (?:متخذه|اتخاذ ?شده|این|جلسه|نشست)){0,3} ?: ?(?!به شرح|به قرار|مطابق|طبق|برابر)(?=.{20,}[^: ] *$)`,
    "u",
  ),
);

/** Behind an opening sentence: the points of its list, all in one paragraph. */
const POINTS = foldPattern(
  /(?<![\p{L}\p{N}/.-])(?:(\d{1,2})|(الف|ب|پ|ج|د|ه|و|ز|ح|ط|ت|ث|چ)) ?[-.):/]+ ?(?=[\p{L}"])/gu,
);
const LETTERS = ["الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط"].map(
  (letter) => foldPattern(new RegExp(letter)).source,
);
const OPENS_WITHIN = foldPattern(new RegExp(`(?<!\\p{L})${DECIDED_NOW}(?: که)?["* ]*: ?`, "gu"));

/** «… جلسه با صلوات خاتمه یافت.» behind the last sentence of a paragraph. */
const CLOSING_SENTENCE = foldPattern(
  /[.!;] ?(?=(?:در پایان )?(?:این )?جلسه (?:در |با |راس )?[^.]{0,80}(?:خاتمه|پایان) (?:یافت|پذیرفت|داده شد)[ .]*$)/u,
);

/** «… مقرر گردید: الف) … ب) …»: an opening and the points of its list, each as a paragraph of its own. */
function parted(paragraph: Paragraph): Paragraph[] {
  const closing = CLOSING_SENTENCE.exec(paragraph.fold);
  if (closing) {
    const at = closing.index + 1;
    const lead = { ...paragraph, end: paragraph.start + at, fold: paragraph.fold.slice(0, at) };
    const rest = paragraph.fold.slice(at).trimStart();
    const start = paragraph.start + paragraph.fold.length - rest.length;
    return [...parted(lead), { ...paragraph, start, fold: rest }];
  }
  const { fold } = paragraph;
  const heading = HEADING_BEFORE.exec(fold)?.[0].length ?? 0;
  if (heading > 0) {
    const [lead, rest] = [partOf(paragraph, 0, heading), partOf(paragraph, heading, fold.length)];
    return [lead, ...(pointsOf(rest, 0) ?? [rest])];
  }
  if (NUMBERED.test(fold) || MARKED.test(fold)) return [paragraph];
  const [opening] = matchesOf(OPENS_WITHIN, fold);
  const from = opening ? opening.index + opening[0].length : 0;
  return (opening && pointsOf(paragraph, from)) ?? [paragraph];
}

/** The words before the points of a list, and every point; null where no list begins there. */
function pointsOf(paragraph: Paragraph, from: number): Paragraph[] | null {
  const { fold } = paragraph;
  const starts: number[] = [];
  for (const match of matchesOf(POINTS, fold)) {
    if (match.index < from) continue;
    const isNext =
      match[1] === undefined ? match[2] === LETTERS[starts.length] : Number(match[1]) === starts.length + 1;
    if (isNext) starts.push(match.index);
  }
  if (starts.length < 2 || starts[0] !== from) return null;
  const edges = from === 0 ? [...starts, fold.length] : [0, ...starts, fold.length];
  return edges.slice(0, -1).map((edge, at) => partOf(paragraph, edge, edges[at + 1] ?? fold.length));
}

function partOf(paragraph: Paragraph, from: number, to: number): Paragraph {
  const words = paragraph.fold.slice(from, to).trimEnd();
  const start = paragraph.start + from;
  return { ...paragraph, start, end: start + words.length, fold: words };
}

/** A heading that says nothing else, or ends with a colon; a line of a broken sentence may begin with the same word. */
export function isBareHeading(fold: string): boolean {
  return isResolutionsHeading(fold) && BARE_HEADING.test(fold);
}

/** «پیگیری مصوبات جلسه قبل»: what follows was resolved before. A sentence that speaks of these is no heading. */
export function isEarlierHeading(fold: string): boolean {
  if (fold.length > LONGEST_HEADING || NUMBERED.test(fold) || !EARLIER_HEADING.test(fold)) return false;
  return /:["* ]*$/.test(fold) || !(/[.;]["* ]*$/.test(fold) || endsWithVerb(fold));
}

const AFTER_LAST = foldPattern(
  /^["*\s(-]*(?:امضا|محل امضا|رونوشت|والسلام|غایبین|غایبان|حاضرین|حاضران|اسامی|مدعوین|مشروح مذاکرات|خلاصه مذاکرات|تاریخ جلسه (?:بعد|آینده|آتی)|جلسه (?:در )?(?:ساعت|راس ساعت)|(?:این )?جلسه .{0,60}(?:خاتمه|پایان) (?:یافت|پذیرفت)|(?:این )?صورت ?جلسه (?!قبلی?|گذشته|پیشین).{0,60}(?:صفحه|مصوبه|تنظیم)|دبیر جلسه|رئیس جلسه|دستور جلسه|انتهای پیام|تعداد (?:کل )?مصوبات|(?:لذا )?خواهشمند(?:م| است)|مقتضی است|با (?:تشکر|سپاس)|و من ?الله التوفیق)/u,
);

/** What stands below the last resolution: signatures, names, the closing words of the document. */
export function isAfterLast(fold: string): boolean {
  return AFTER_LAST.test(fold);
}

const AGENDA = foldPattern(/^["*\s(-]*(?:دستور(?:ات)?(?: ?کار)? جلسه|دستور ?کار)[ :"*]*$/u);

/** «دستور جلسه:» with nothing behind it: its points stand below. */
export function isAgendaHeading(fold: string): boolean {
  return AGENDA.test(fold);
}

/** «دستور دوم: سرویس مدارس»: the minutes turn to the next point of the agenda. */
const AGENDA_POINT = foldPattern(
  new RegExp(`^["*\\s(-]*(?:دستور|بند|موضوع) ?(?:${NUMBER})(?: دستور(?: جلسه)?)? ?[:.-]`, "u"),
);

/** Where one point of the agenda ends and the next begins. */
export function isAgendaPoint(fold: string): boolean {
  return AGENDA_POINT.test(fold) && !/^["*\s(-]*بند ?\d+ ?[:.-]/.test(fold);
}

const DECIDES = foldPattern(
  /(?:مقرر|مصوب) ?(?:شد|گردید|گشت|شده است|گردیده است|نمود(?:ند)?|است)(?!\p{L})|به تصویب رسید|تصویب (?:شد|گردید)|تصمیم (?:گرفته شد|گرفتند)|موظف (?:شد|گردید|است)|مکلف (?:شد|گردید|است)/u,
);

/** Whether a sentence says that something was resolved. */
export function saysDecided(fold: string): boolean {
  return DECIDES.test(fold);
}
