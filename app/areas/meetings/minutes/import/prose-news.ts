import { longestMatch, type PartyIndex } from "~/lib/written-names/dictionary";
import { foldPattern, matchesOf } from "~/lib/written-names/letters";
import type { Passage } from "~/lib/written-names/passage";
import { wordsOf, type Word } from "~/lib/written-names/words";
import type { Paragraph } from "./paragraphs";
import { sentencesOf, type Sentence } from "./sentences";

const MEETING = "(?:جلسه|نشست|شورا|کارگروه|ستاد|کمیته|کمیسیون|مجمع|صورت ?جلسه|همایش)";

const OF_MEETING = `(?: (?:این|آن|مهم|دیگر|همین|نیز))*(?: ${MEETING}.{0,50}?)?`;
const RESOLVED =
  "(?:مصوبات|تصمیمات|مصوبه ?های?|موارد مصوب|مواردی? تصویب ?شده)(?!\\p{L})(?: (?:مهم|اتخاذ ?شده|گرفته ?شده|متخذه))*(?: در)?";

/** «… از دیگر مصوبات این جلسه بود»: what stands before it is a list of resolutions. */
const CLOSES_LIST = foldPattern(
  new RegExp(
    `,? ?(?:نیز )?(?:(?:از|جزو|در زمره) (?:(?:دیگر|جمله|سایر|اهم|مهم ?ترین|عمده ?ترین|اصلی ?ترین) )*|(?:اهم|مهم ?ترین|دیگر|سایر) )${RESOLVED}` +
      `${OF_MEETING} ?(?:بود(?:ند)?|است|هستند|می ?باشد|می ?باشند|به شمار می ?(?:رود|روند|آید|آیند)|به شمار رفت(?:ند)?|عنوان شد|اعلام شد|بوده است)$`,
    "u",
  ),
);
/** «… در این جلسه به تصویب رسید» behind a list; behind one thing alone it is the verb of a sentence. */
const APPROVES_LIST = foldPattern(
  new RegExp(
    `,? ?(?:نیز )?(?:در (?:این|همین) ${MEETING} )?(?:نیز )?(?:به تصویب (?:اعضا |حاضران |حاضرین )?رسید(?:ند)?|(?:تصویب|مصوب) (?:شد|شدند|گردید|گردیدند))$`,
    "u",
  ),
);
/** «مصوبات این جلسه عبارتند از: …» */
const OPENS_LIST = foldPattern(
  new RegExp(
    `^.{0,60}?${RESOLVED}${OF_MEETING}(?: نیز)? ?(?:عبارت(?:ند| است| بود(?:ند)?)? ?از|شامل|به (?:شرح|قرار) (?:زیر|ذیل) (?:است|بود|می ?باشد)) ?:? ?`,
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
          "همافزایی عدم برنامهریزی زمینهسازی مستندسازی فرهنگسازی تعریف تنظیم تحویل تعمیر مکاتبه منع ممنوعیت درج نامگذاری " +
          "تملک لغو الحاق تمدید تعویض تخریب تخلیه اخذ افتتاح انسداد گشت درخواست تشدید پایش گسترش ترمیم تسطیح آسفالت لکهگیری " +
          "شروع آغاز ادامه الویت اولویت پذیرش موافقت مخالفت تسویه تصفیه استعلام استخدام الزامی ایمنسازی تعطیلی بستن گشودن",
      ),
    ).source,
  ).map(({ key }) => key),
);
/** «راه اندازی»، «خط‌کشی»: the second half of an action, written apart or glued to the first. */
const SECOND_HALVES =
  "سازی گذاری کشی رسانی بندی روبی زدایی برداری اندازی ریزی گیری یابی دهی کاری کوبی شویی نویسی بخشی آوری گشایی آرایی سنجی افزایی پوشانی پردازی جایی فشانی پاشی تراشی زنی پاکنی چرانی سپاری گماری";
const IS_SECOND_HALF = foldPattern(new RegExp(`^(?:${SECOND_HALVES.replaceAll(" ", "|")})$`, "u"));
const HAS_SECOND_HALF = foldPattern(new RegExp(`^\\p{L}{2,}(?:${SECOND_HALVES.replaceAll(" ", "|")})$`, "u"));
/** «توقف‌ممنوع شدن»: an infinitive among the first words. */
const INFINITIVE = foldPattern(/^(?!معدن|گردن|لندن|اردن|متن)\p{L}+(?:دن|تن)$/u);
const WORDS_TO_INFINITIVE = 3;

export interface NewsDecision {
  start: number;
  end: number;
}

/** The resolutions that the report of a meeting tells in its sentences, in their order. Every one is a guess. */
export function newsDecisions(
  passage: Passage,
  paragraphs: readonly Paragraph[],
  index: PartyIndex,
): NewsDecision[] {
  return sentencesOf(passage, paragraphs).flatMap((sentence) => {
    const fold = passage.fold.slice(sentence.start, sentence.end);
    const listOf = (stretch: Sentence) => listedIn(passage, stretch, index);
    const closing = CLOSES_LIST.exec(fold);
    if (closing && !EARLIER.test(closing[0])) {
      const verb = lastVerbBefore(fold.slice(0, closing.index));
      const list = listOf({ start: sentence.start + verb, end: sentence.start + closing.index });
      return verb > 0 ? [...decidedIn(passage, { ...sentence, end: sentence.start + verb }), ...list] : list;
    }
    const opening = OPENS_LIST.exec(fold);
    if (opening && !EARLIER.test(opening[0])) {
      return listOf({ start: sentence.start + opening[0].length, end: sentence.end });
    }
    const approving = APPROVES_LIST.exec(fold);
    if (approving && !EARLIER.test(approving[0]) && !DECIDED.test(fold.slice(0, approving.index))) {
      const verb = lastVerbBefore(fold.slice(0, approving.index));
      const list = listOf({ start: sentence.start + verb, end: sentence.start + approving.index });
      if (verb === 0 && list.length > 1) return list;
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

/** «همچنین …» */
const LEADS = foldPattern(/^(?:همچنین|نیز|و) /u);

function listedIn(passage: Passage, { start, end }: Sentence, index: PartyIndex): NewsDecision[] {
  const lead = LEADS.exec(passage.fold.slice(start, end))?.[0].length ?? 0;
  const words = wordsOf(passage.fold, start + lead, end);
  const cuts: { at: number; next: number }[] = [];
  let segment = 0;
  let isLast = false;
  words.forEach((word, order) => {
    const before = words[order - 1];
    if (!before) return;
    const gap = passage.fold.slice(before.end, word.start);
    if (!/[,;]/.test(gap)) return;
    const isAnd = word.key === AND;
    const first = isAnd ? order + 1 : order;
    if (actionLength(words, first, index) === 0) return;
    cuts.push({ at: before.end, next: words[first]?.start ?? word.start });
    segment = first;
    isLast = isAnd;
  });
  const last = isLast ? null : lastAnd(words, segment, index);
  if (last !== null) {
    cuts.push({ at: words[last - 1]?.end ?? end, next: words[last + 1]?.start ?? end });
  }
  let from = start + lead;
  const found: NewsDecision[] = [];
  for (const { at, next } of [...cuts, { at: end, next: end }]) {
    const piece = trimmed(passage, from, at);
    if (piece) found.push(piece);
    from = next;
  }
  return found;
}

const AND = "و";

/** «و» before the last of a list; «بررسی و تصویب» at the head of one is a pair, not two. */
function lastAnd(words: readonly Word[], segment: number, index: PartyIndex): number | null {
  const head = segment + actionLength(words, segment, index);
  for (let at = words.length - 2; at > segment + 1; at -= 1) {
    if (words[at]?.key !== AND || at === head || actionLength(words, at + 1, index) === 0) continue;
    const isPair = [1, 2, 3].some((length) => actionLength(words, at - length, index) === length);
    if (!isPair) return at;
  }
  return null;
}

/** How many words the action has that begins at one; none where a body does («آموزش و پرورش»). */
function actionLength(words: readonly Word[], at: number, index: PartyIndex): number {
  if (words[at] === undefined || (longestMatch(index, words, at)?.to ?? 0) > at + 1) return 0;
  const [key = "", second = "", third = ""] = words.slice(at, at + 3).map((word) => word.key);
  if (IS_SECOND_HALF.test(second)) return 2;
  if (IS_SECOND_HALF.test(third) && key.length + second.length <= SHORT_WORDS) return 3;
  if (ACTIONS.has(key) || HAS_SECOND_HALF.test(key)) return 1;
  const infinitive = words
    .slice(at + 1, at + 1 + WORDS_TO_INFINITIVE)
    .findIndex((word) => INFINITIVE.test(word.key));
  return infinitive === -1 ? 0 : infinitive + 2;
}

/** «جا به جایی»، «به روز رسانی». */
const SHORT_WORDS = 5;

/** Shorter than any resolution. */
const SHORTEST = 8;

function trimmed(passage: Passage, start: number, end: number): NewsDecision | null {
  const words = passage.fold.slice(start, end);
  const left = words.length - words.replace(/^[\s,;:"-]+/, "").length;
  const right = words.length - words.replace(/[\s,;:-]+$/, "").length;
  return left + right + SHORTEST > words.length ? null : { start: start + left, end: end - right };
}
