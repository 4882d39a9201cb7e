import { searchKey } from "./persian-text";

/**
 * Words that say what somebody believes or where he is from by descent, as a register of people must not hold them. Each
 * stands for one who is called so: a field of work («جلسه مذهبی», «هیئت مذهبی») is not among them.
 */
const CALLED_SO = [
  "اصولگرا",
  "اصلاح طلب",
  "اصلاحطلب",
  "ضد انقلاب",
  "ضدانقلاب",
  "سلطنت طلب",
  "سلطنتطلب",
  "چپگرا",
  "راستگرا",
  "بهایی",
  "سنی مذهب",
  "شیعه مذهب",
  "اهل سنت",
  "اهل تسنن",
  "اهل تشیع",
  "بی دین",
  "بیدین",
  "لامذهب",
  "ملحد",
  "وهابی",
  "زرتشتی",
  "مسیحی",
  "کلیمی",
  "یهودی",
  "ترکمن تبار",
  "کرد تبار",
  "عرب تبار",
  "بلوچ تبار",
] as const;

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

/** Such a word may stand in the name of a thing: a street, a school, a feast, an inheritance. */
const OF_A_THING =
  /(?:خیابان|کوچه|میدان|محله|مدرسه|مسجد|کلیسای?|کنیسه|حسینیه|گورستان|آرامگاه|جشن|میراث|شهید) $/u;

const key = (text: string) =>
  ` ${searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
const WORDS = [...CALLED_SO, ...ASKED_FOR].map((word) => ({ word, sought: key(word).trim() }));

/** Endings under which a word is still the same: «اصولگراست»، «بهایی‌ها»، «قومیتش». */
const ENDED = "(?:ست|است|ها|های|هایی|ان|اند|ند|م|ش|شان|یی|ی)?";

const patternOf = (sought: string) => new RegExp(` ${sought}${ENDED}(?= )`, "gu");
const PATTERNS = WORDS.map(({ word, sought }) => ({ word, pattern: patternOf(sought) }));
/** Whether any of them is there at all: most texts are done with at once. */
const ANY = new RegExp(patternOf(`(?:${WORDS.map(({ sought }) => sought).join("|")})`).source, "u");

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
