import { searchKey } from "./persian-text";

/**
 * Words that say what somebody believes or where he is from by descent, as a register of people must not hold them. Each
 * stands for one who is called so: a field of work («جلسه مذهبی», «هیئت مذهبی») is not among them.
 */
const CALLED_SO = [
  "اصول گرا",
  "اصلاح طلب",
  "ضد انقلاب",
  "سلطنت طلب",
  "چپ گرا",
  "راست گرا",
  "لیبرال",
  "سکولار",
  "کمونیست",
  "حزب اللهی",
  "عضو حزب",
  "عضو جبهه",
  "هوادار حزب",
  "طرفدار حزب",
  "بهایی",
  "شیعه",
  "سنی",
  "سنی مذهب",
  "شیعه مذهب",
  "حنفی",
  "شافعی",
  "اهل سنت",
  "اهل تسنن",
  "اهل تشیع",
  "بی دین",
  "لا مذهب",
  "ملحد",
  "وهابی",
  "زرتشتی",
  "مسیحی",
  "ارمنی",
  "کلیمی",
  "یهودی",
  "ترکمن تبار",
  "کرد تبار",
  "عرب تبار",
  "بلوچ تبار",
] as const;

/** Descents, which are names of places, families and deeds as well: they tell one only where somebody is said to be it. */
const DESCENTS = ["ترکمن", "کرد", "لر", "بلوچ", "عرب", "ترک", "فارس", "گیلک", "مازنی", "قزاق"] as const;
const IS_ONE = ["است", "ست", "هستند", "هست", "اند", "بود", "بودند"] as const;

/** Words that ask for a belief: what follows them is one. */
const ASKED_FOR = [
  "گرایش سیاسی",
  "جناح سیاسی",
  "عقیده سیاسی",
  "عقاید سیاسی",
  "گرایش مذهبی",
  "گرایش دینی",
  "عقیده مذهبی",
  "عقاید مذهبی",
  "اعتقادات مذهبی",
  "باور سیاسی",
  "باور مذهبی",
  "باور دینی",
  "قومیت",
  "از قوم",
  "مذهبش",
  "دینش",
] as const;

/** Such a word may stand in the name of a thing, a place or a family, and «سنی» may be of an age. */
const OF_A_THING =
  /(?:خیابان|کوچه|میدان|محله|مدرسه|مسجد|کلیسای?|کنیسه|حسینیه|گورستان|آرامگاه|ارامگاه|جشن|میراث|شهید|فقه|تاریخ|کتاب|بندر|استان|خلیج|خبرگزاری|روستای|اقای|اقا|خانم|گروه|گروههای|رده|ردههای|بازه|محدوده|محدودیت|شرایط|میانگین|فاصله|تفاوت|اختلاف|لحاظ|نظر) $/u;

const key = (text: string) =>
  ` ${searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
/** The key of a word, whose parts may be written together. */
const loose = (word: string) => key(word).trim().replaceAll(" ", " ?");

/** Endings under which a word is still the same: «اصولگراست»، «بهایی‌ها»، «قومیتش». */
const ENDED = "(?:ست|است|ها|های|هایی|ان|اند|ند|م|ش|شان|یی|ی)?";

const patternOf = (sought: string) => new RegExp(` ${sought}(?= )`, "gu");
const PATTERNS = [
  ...[...CALLED_SO, ...ASKED_FOR].map((word) => ({ word, pattern: patternOf(`${loose(word)}${ENDED}`) })),
  ...DESCENTS.map((word) => ({
    word: `${word} است`,
    pattern: patternOf(`${key(word).trim()} ?(?:${IS_ONE.join("|")})`),
  })),
];
/** Whether any of them is there at all: most texts are done with at once. */
const ANY = new RegExp(PATTERNS.map(({ pattern }) => pattern.source).join("|"), "u");

/**
 * Words of a free text that look like somebody's political, religious or ethnic belief, each once, as the list has them.
 * A guess for a warning to whoever writes: nothing is refused for it, and what it found is kept nowhere.
 */
export function beliefWords(text: string): string[] {
  const read = key(text.slice(0, 20_000));
  if (!ANY.test(read)) return [];
  return PATTERNS.filter(({ pattern }) =>
    [...read.matchAll(pattern)].some((hit) => !OF_A_THING.test(read.slice(0, hit.index + 1))),
  ).map(({ word }) => word);
}
