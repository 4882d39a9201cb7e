import { foldPattern } from "~/lib/written-names/letters";
import type { Passage } from "~/lib/written-names/passage";
import { gapBefore } from "~/lib/written-names/places";
import { wordSet, type Word } from "~/lib/written-names/words";

/** Words with which a name in the dictionary of no place begins: «صندوق کارآفرینی»، «دادستان». */
const HEADS = wordSet(
  "اداره ادارات شرکت سازمان بانک بنیاد صندوق موسسه معاونت دانشگاه دادستان دادستانی فرمانده فرماندهی سپاه پلیس انجمن " +
    "اتحادیه تعاونی جمعیت شورای هییت کانون کلانتری قرارگاه رییس مدیر مدیرکل مسئول سرپرست نماینده روسا مدیران بیمارستان اتاق",
);

/** Words with which no name goes on. */
const ENDS_NAME = wordSet(
  "را به از در با بر برای جهت تا ظرف طی حداکثر نهایتا نسبت ضمن که طبق مطابق برابر بابت پس پیش قبل بعد هر بدون توسط پیرو " +
    "موظف موظفند مکلف مکلفند ملزم ملزمند متعهد باید بایستی می‌بایست میبایست نیز همچنین سپس ایشان مورخ تاریخ اقدام " +
    "گردید شد است گردد شود شوند شدند گردیدند کند کنند نماید نمایند دهد دهند گردند باشد باشند گیرد گیرند اورد اورند سازد سازند " +
    "رساند رسانند بپردازد بپردازند دارد دارند کرد کردند نمود نمودند داد دادند بود یابد یابند",
);
/** «بگذارند»، «بسازد». */
const URGES = foldPattern(/^(?!بازدید|برخورد|بنیاد|بهبود|باید|بلند|بیرجند)ب\p{L}{2,8}(?:د|ند)$/u);
/** What somebody is told to bring is no part of his name. */
const OBJECTS = wordSet("طرح برنامه گزارش فهرست لیست نتیجه امار تسهیلات اقدامات");
/** Verbs with a word before them that is theirs: «همکاری کنند»، «گزارش دهد». */
const VERBS = wordSet(
  "کند کنند نماید نمایند دهد دهند شود شوند گردد گردند گیرد گیرند اورد اورند سازد سازند رساند رسانند بپردازد بپردازند دارد دارند یابد یابند باشد باشند",
);
const ACTIVE = wordSet(
  "کند کنند نماید نمایند دهد دهند اورد اورند سازد سازند رساند رسانند بپردازد بپردازند دارد دارند " +
    "موظف موظفند مکلف مکلفند ملزم ملزمند متعهد باید بایستی",
);
const PASSIVE = wordSet("شود شوند گردد گردند یابد یابند گیرد گیرند شد گردید");
const OBJECT = "را";
const AND = "و";
const BESIDE_AND = wordSet("همچنین نیز");

/** A name that nobody knows is seldom longer; where it ends is a guess in any case. */
const LONGEST_NAME = 5;

/** Indexes of the first word of a name and of the word after its last. */
export interface Stretch {
  first: number;
  last: number;
}

/** Whether nothing but a space stands before a word: a line may have been broken there. */
function areJoined(passage: Passage, words: readonly Word[], at: number): boolean {
  return gapBefore(passage, words, at) === " ";
}

/** The word behind «و»، «،» or both, or null where none of them stands at a word's end. */
export function behindJoint(passage: Passage, words: readonly Word[], at: number): number | null {
  const gap = gapBefore(passage, words, at);
  const isComma = /^ ?, ?$/.test(gap);
  if (at >= words.length || (!isComma && gap !== " ")) return null;
  if (words[at]?.key !== AND) return isComma ? at : null;
  let next = at + 1;
  if (!areJoined(passage, words, next)) return null;
  while (BESIDE_AND.has(words[next]?.key ?? "") && areJoined(passage, words, next + 1)) next += 1;
  return next;
}

/** Names that nobody knows between the end of one that is known and the beginning of the next; null for other words. */
export function namesBetween(
  passage: Passage,
  words: readonly Word[],
  end: number,
  next: number,
): Stretch[] | null {
  const found: Stretch[] = [];
  let at = behindJoint(passage, words, end);
  while (at !== null && at < next) {
    let last = at;
    while (last < next && isOfName(passage, words, at, last)) last += 1;
    if (last === at || last - at > LONGEST_NAME) return null;
    found.push({ first: at, last });
    at = behindJoint(passage, words, last);
  }
  return at === next ? found : null;
}

/** Names that nobody knows behind the last one that is known: «بانک کشاورزی و صندوق کارآفرینی …». */
export function namesBehind(passage: Passage, words: readonly Word[], end: number): Stretch[] {
  const found: Stretch[] = [];
  let before = end;
  for (let at = behindJoint(passage, words, end); at !== null;) {
    const isAnd = words[before]?.key === AND;
    const last = endOfName(passage, words, at);
    if (last === at) break;
    const next = behindJoint(passage, words, last);
    // Behind «،» alone the sentence may as well go on: «شهرداری، معابر را …».
    if (!isAnd && next === null && !beginsName(words[at])) break;
    found.push({ first: at, last });
    before = last;
    at = next;
  }
  return found;
}

/** Names that begin a clause as those who act do, though the dictionary has none: «اداره اوقاف … گزارش دهد». */
export function nameAt(passage: Passage, words: readonly Word[], at: number): Stretch | null {
  if (!beginsName(words[at])) return null;
  const last = endOfName(passage, words, at);
  return last > at ? { first: at, last } : null;
}

/** Whether the clause obliges whoever stands in it, and is not told of a thing: «… تهیه شود». */
export function isActive(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length; at += 1) {
    const key = words[at]?.key ?? "";
    if (ACTIVE.has(key)) return true;
    if (PASSIVE.has(key)) return false;
  }
  return false;
}

/** Whether a name that the dictionary does not have may begin with a word. */
export function beginsName(word: Word | undefined): boolean {
  return HEADS.has(word?.key ?? "");
}

/** Whether a word is none of a name. */
export function endsName(word: Word | undefined): boolean {
  return ENDS_NAME.has(word?.key ?? "") || URGES.test(word?.key ?? "");
}

function isOfName(passage: Passage, words: readonly Word[], first: number, at: number): boolean {
  const key = words[at]?.key ?? "";
  if (at > first + 1 && OBJECTS.has(key)) return false;
  return key !== AND && !endsName(words[at]) && (at === first || areJoined(passage, words, at));
}

/** Without a dictionary the end is told by what follows: an object or half a verb is none of the name. */
function endOfName(passage: Passage, words: readonly Word[], first: number): number {
  let last = first;
  while (last < words.length && isOfName(passage, words, first, last)) last += 1;
  const end = Math.min(last, first + LONGEST_NAME);
  const key = words[last]?.key ?? "";
  const isFollowed = (key === OBJECT || VERBS.has(key)) && areJoined(passage, words, last);
  return isFollowed && end === last && end - first > 1 ? end - 1 : end;
}
