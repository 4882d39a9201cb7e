import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import type { Passage } from "~/lib/written-names/passage";
import { wordsOf, type Word } from "~/lib/written-names/words";
import type { Paragraph } from "./paragraphs";
import { sentencesOf, type Sentence } from "./sentences";

const MEETING = "(?:جلسه|نشست|شورا|کارگروه|ستاد|کمیته|کمیسیون|مجمع|صورت ?جلسه|همایش)";

/** «… از دیگر مصوبات این جلسه بود»: what stands before it is a list of resolutions. */
const CLOSES_LIST = foldPattern(
  new RegExp(
    `,? ?(?:از|جزو|در زمره) (?:(?:دیگر|جمله|سایر|اهم|مهم ?ترین) )*(?:مصوبات|تصمیمات|مصوبه ?های?|موارد مصوب)(?!\\p{L})` +
      `(?: (?:این|آن|مهم|دیگر))*(?: ${MEETING}.{0,50}?)? ?(?:بود(?:ند)?|است|هستند|می ?باشد|می ?باشند|به شمار می ?رود|عنوان شد|بوده است)$`,
    "u",
  ),
);
/** «مصوبات این جلسه عبارتند از: …» */
const OPENS_LIST = foldPattern(
  new RegExp(
    `^.{0,60}?(?:مصوبات|تصمیمات)(?: (?:این|آن|مهم|دیگر))*(?: ${MEETING}.{0,50}?)? ?(?:عبارت(?:ند| است| بود(?:ند)?)? ?از|شامل|به شرح زیر (?:است|بود)) ?:? ?`,
    "u",
  ),
);
const DECIDED = foldPattern(
  /(?:مقرر|مصوب) ?(?:شد|گردید|گشت)(?!\p{L})|(?:مقرر|مصوب) (?:شده|گردیده) است|تصمیم گرفته شد|به تصویب رسید|تصویب (?:شد|گردید)(?!\p{L})|(?:مقرر|مصوب) ?(?:کردیم|کردند|نمودیم|نمودند|داشتند)(?!\p{L})|(?:مکلف|موظف|ملزم) ?(?:شد|شدند|گردید|گردیدند)(?!\p{L})/gu,
);
/** What was resolved at another time. */
const EARLIER = foldPattern(
  /(?:جلسه|جلسات|نشست) ?(?:های)? ?(?:قبلی?|گذشته|پیشین)|مصوبات قبلی|پیش ?تر|قبلا|سال گذشته|شده بود|گردیده بود/u,
);
/** What, before the verb, gives the reason of a resolution and belongs to it. */
const REASON = foldPattern(
  /^["\s]*(?:با عنایت|با توجه|با هدف|در راستای|به ?منظور|نظر به|در اجرای|جهت|برای|پیرو|در خصوص|در ?باره|بر ?اساس|طبق|بنا بر|به موجب)/u,
);
/** Where one decision ends and the next begins in one sentence: a verb, then a new purpose. */
const NEXT_DECISION = foldPattern(
  /(?<=(?:^| )(?:شده|گردیده|شود|شوند|گردد|گردند|کند|کنند|نماید|نمایند|گیرد|گیرند|یابد|یابند|باشد|باشند|شد|گردید)) ?(?:[;,] ?)?و (?=(?:به ?منظور|در راستای|با هدف|همچنین|نیز) )|; ?(?=.{12})|(?<= )و همچنین (?=(?:مقرر|مصوب))/gu,
);

/** Where a clause has ended with its verb and another goes on. */
const JOINT = foldPattern(
  /(?<=(?:^| )(?:شده|گردیده|شود|شوند|گردد|گردند|کند|کنند|نماید|نمایند|دهد|دهند|گیرد|گیرند|یابد|یابند|باشد|باشند|شد|گردید|رسید))(?: ?[;,] ?(?:و )?| و )(?:همچنین |نیز )?/gu,
);

const VERB_LAST = foldPattern(
  /(?:به تصویب رسید|تصویب (?:شد|گردید)|(?:مکلف|موظف|ملزم) ?(?:شد|شدند|گردید|گردیدند))$/u,
);

/** Nouns of action with which a clerk begins a resolution: «ایجاد …»، «صدور …». */
const ACTIONS = new Set(
  wordsOf(
    foldPattern(
      new RegExp(
        "ایجاد توجه ارائه تشکیل صدور برگزاری تدوین راهاندازی تقویت پیگیری تهیه تعیین اختصاص تامین احداث تکمیل تسریع بررسی " +
          "اجرا اجرای ساماندهی آموزش افزایش کاهش اصلاح رفع بهسازی توسعه نظارت حمایت همکاری حضور استقرار الزام لزوم معرفی انجام " +
          "اعلام ابلاغ انتشار بازدید برپایی پرداخت تخصیص تعامل جذب حل دعوت رسیدگی شناسایی طراحی فراهم نصب واگذاری بروزرسانی " +
          "بهروزرسانی هماهنگی استفاده بهرهگیری پاکسازی لایروبی تجهیز ترویج تبیین تصویب ثبت جمعآوری طرح عضویت گزارش مشارکت ارسال " +
          "ارتقا ارتقای احیا احیای ارزیابی اطلاعرسانی انعقاد انتخاب انتقال اعزام استمرار تداوم تسهیل تشویق تجلیل تقدیر تغییر تفویض تمرکز " +
          "توزیع توانمندسازی جلوگیری حفظ حذف خرید ساخت مرمت نوسازی بازسازی پیشبینی پاسخگویی کنترل کوتاه نوبتدهی آماده آمادهسازی مقاومسازی " +
          "همافزایی عدم برنامهریزی زمینهسازی مستندسازی فرهنگسازی تعریف تنظیم تحویل تعمیر مکاتبه منع ممنوعیت درج نامگذاری",
      ),
    ).source,
  ).map(({ key }) => key),
);
/** «راه اندازی»: the first half of an action written apart. */
const SPLIT_ACTIONS = new Set(
  foldPattern(
    /راهاندازی بهروزرسانی بروزرسانی پاکسازی جمعآوری اطلاعرسانی بهرهگیری توانمندسازی پیشبینی پاسخگویی نوبتدهی آمادهسازی همافزایی برنامهریزی/u,
  ).source.split(" "),
);

export interface NewsDecision {
  start: number;
  end: number;
}

/** The resolutions that the report of a meeting tells in its sentences, in their order. Every one is a guess. */
export function newsDecisions(passage: Passage, paragraphs: readonly Paragraph[]): NewsDecision[] {
  return sentencesOf(passage, paragraphs).flatMap((sentence) => {
    const fold = passage.fold.slice(sentence.start, sentence.end);
    const closing = CLOSES_LIST.exec(fold);
    if (closing && !EARLIER.test(closing[0])) {
      const verb = lastVerbBefore(fold.slice(0, closing.index));
      const list = listOf(passage, { start: sentence.start + verb, end: sentence.start + closing.index });
      return verb > 0 ? [...decidedIn(passage, { ...sentence, end: sentence.start + verb }), ...list] : list;
    }
    const opening = OPENS_LIST.exec(fold);
    if (opening && !EARLIER.test(opening[0])) {
      return listOf(passage, { start: sentence.start + opening[0].length, end: sentence.end });
    }
    return decidedIn(passage, sentence);
  });
}

/** A list that is closed so may have a whole decision before it: it begins behind the last finished verb. */
function lastVerbBefore(fold: string): number {
  const verb = foldPattern(/(?:شود|گردد|شوند|گردند|نمایند|کنند|باشند) ?[,;] ?(?:و )?/gu);
  return [...matchesOf(verb, fold)].reduce((last, match) => match.index + match[0].length, 0);
}

/** «مقرر شد …», cut where a second decision begins: at its own «و مقرر شد», or at a new purpose. */
function decidedIn(passage: Passage, { start, end }: Sentence): NewsDecision[] {
  const fold = passage.fold.slice(start, end);
  return decidingParts(fold).flatMap(({ from, to }) => {
    const part = fold.slice(from, to);
    const [verb] = matchesOf(DECIDED, part);
    if (!verb || EARLIER.test(part.slice(0, verb.index + verb[0].length + 4))) return [];
    const cuts = [...matchesOf(NEXT_DECISION, part)].filter(({ index }) => index > verb.index);
    const edges = [
      firstOf(part, verb),
      ...cuts.flatMap(({ index, 0: cut }) => [index, index + cut.length]),
      part.length,
    ];
    const found: NewsDecision[] = [];
    for (let at = 0; at + 1 < edges.length; at += 2) {
      const piece = trimmed(passage, start + from + (edges[at] ?? 0), start + from + (edges[at + 1] ?? 0));
      if (piece) found.push(piece);
    }
    return found;
  });
}

/** Where a decision begins in the part of the sentence that holds its verb. */
function firstOf(part: string, verb: RegExpExecArray): number {
  const before = part.slice(0, verb.index);
  const isLast = VERB_LAST.test(verb[0]) || part.slice(verb.index + verb[0].length).trim() === "";
  if (isLast) {
    const joint = [...matchesOf(JOINT, part)].findLast(({ index }) => index < verb.index);
    return joint && !REASON.test(before) ? joint.index + joint[0].length : 0;
  }
  return REASON.test(before) || VERB_LAST.test(part) || before.trim() === "" ? 0 : startOfClause(before);
}

/** A sentence parted so that each verb of decision has its own part; what only reports goes with the one behind it. */
function decidingParts(fold: string): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  const joints = [...matchesOf(JOINT, fold)];
  let from = 0;
  let last = -1;
  let reached = 0;
  for (const verb of matchesOf(DECIDED, fold)) {
    while ((joints[reached + 1]?.index ?? Infinity) < verb.index) reached += 1;
    const joint = joints[reached];
    const isBetween = joint !== undefined && joint.index >= last && joint.index < verb.index;
    if (last !== -1 && !isBetween) continue;
    if (last !== -1 && isBetween) {
      parts.push({ from, to: joint.index });
      from = joint.index + joint[0].length;
    }
    last = verb.index + verb[0].length;
  }
  return [...parts, { from, to: fold.length }];
}

/** Where the clause with the verb begins: behind the last «و», «،» or «؛» that ends another clause. */
function startOfClause(before: string): number {
  const reason = foldPattern(
    /(?:^| )(?:با عنایت|با توجه|با هدف|در راستای|به ?منظور|نظر به|در اجرای|پیرو|در خصوص|بر ?اساس)/gu,
  );
  const [first] = matchesOf(reason, before);
  return first ? first.index : before.length;
}

function listOf(passage: Passage, { start, end }: Sentence): NewsDecision[] {
  const words = wordsOf(passage.fold, start, end);
  const cuts: { at: number; next: number }[] = [];
  let segment = 0;
  words.forEach((word, order) => {
    const before = words[order - 1];
    if (!before) return;
    const gap = passage.fold.slice(before.end, word.start);
    if (/[,;]/.test(gap) && isAction(words, order)) {
      cuts.push({ at: before.end, next: word.start });
      segment = order;
    }
  });
  const last = lastAnd(words, segment);
  if (last !== null) {
    cuts.push({ at: words[last - 1]?.end ?? end, next: words[last + 1]?.start ?? end });
  }
  let from = start;
  const found: NewsDecision[] = [];
  for (const { at, next } of [...cuts, { at: end, next: end }]) {
    const piece = trimmed(passage, from, at);
    if (piece) found.push(piece);
    from = next;
  }
  return found;
}

/** «و» before the last of a list; «بررسی و تصویب» at the head of one is a pair, not two. */
function lastAnd(words: readonly Word[], segment: number): number | null {
  for (let at = words.length - 2; at > segment + 1; at -= 1) {
    const before = words[at - 1];
    if (words[at]?.key !== "و" || !isAction(words, at + 1)) continue;
    if (before && ACTIONS.has(before.key)) continue;
    return at;
  }
  return null;
}

function isAction(words: readonly Word[], at: number): boolean {
  const { key = "" } = words[at] ?? {};
  const next = words[at + 1]?.key ?? "";
  return (
    ACTIONS.has(key) ||
    SPLIT_ACTIONS.has(key + next) ||
    SPLIT_ACTIONS.has(`${key}${next}${words[at + 2]?.key ?? ""}`)
  );
}

/** Shorter than any resolution. */
const SHORTEST = 8;

function trimmed(passage: Passage, start: number, end: number): NewsDecision | null {
  const words = passage.fold.slice(start, end);
  const left = words.length - words.replace(/^[\s,;:"-]+/, "").length;
  const right = words.length - words.replace(/[\s,;:-]+$/, "").length;
  return left + right + SHORTEST > words.length ? null : { start: start + left, end: end - right };
}
