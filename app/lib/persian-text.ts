import { toLatinDigits } from "./digits";

const HALF_SPACE = "\u200C";

/** Direction marks, embeddings, overrides and isolates: they can make a line read otherwise than it is stored. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** C0 and C1 without tab and line feed, soft hyphen, zero-width space, byte order mark, lone surrogates. */
const CONTROLS =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFEFF]|\p{Surrogate}/gu;

/** Letters drawn as glyphs of their own, as old PDF writers copy them. */
const PRESENTATION_FORMS = /[\uFB50-\uFDF9\uFDFC\uFE70-\uFEFC]+/g;

/** Old word processors wrote the half-space as "¬". */
const NOT_SIGN_AS_HALF_SPACE = /(?<=\p{Script=Arabic})\u00AC+(?=\p{Script=Arabic})/gu;

const LETTER = "[\\p{L}\\p{N}]";

/** Endings that one clerk glues, another sets apart by a space and a third by a half-space. */
const SUFFIXES = [
  "ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین تری",
  "دهنده دهندگان دهی کننده کنندگان شونده شوندگان گیرنده گیرندگان گیری",
  "گذار گذاران گذاری ریزی رسانی سازی بندی سنجی نویسی پذیر پذیری",
]
  .join(" ")
  .replaceAll(" ", "|");

/** Endings that stand apart only after a silent ه; elsewhere the same letters are words of their own. */
const SUFFIXES_AFTER_HE = "ای|ام|ات|اش|ایم|اید|اند";

const PREFIXES = "می|نمی|بی|غیر|هم|پیش|ذی";

const SPACE_BEFORE_SUFFIX = new RegExp(`(?<=${LETTER}) (?=(?:${SUFFIXES})(?!${LETTER}))`, "gu");
const SPACE_BEFORE_SUFFIX_AFTER_HE = new RegExp(`(?<=ه) (?=(?:${SUFFIXES_AFTER_HE})(?!${LETTER}))`, "gu");
const SPACE_AFTER_PREFIX = new RegExp(`(?<=(?<!${LETTER})(?:${PREFIXES})) (?=\\p{L})`, "gu");
const EZAFE_YE_AFTER_HE = new RegExp(`(?<=ه)[ ${HALF_SPACE}]ی(?!${LETTER})`, "gu");

/** Words whose hamza is spelt in several accepted ways. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/هی[ئا]ت|هیات/gu, "هیات"],
  [/مسئله/gu, "مساله"],
  [/جرئت/gu, "جرات"],
  [/نشئت/gu, "نشات"],
  [/ئو/gu, "وو"],
  [/(?<=ا)ء(?!\p{L})/gu, ""],
];

const LETTERS: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ې: "ی",
  ك: "ک",
  ڪ: "ک",
  ة: "ه",
  ە: "ه",
  ہ: "ه",
  ھ: "ه",
  ۃ: "ه",
  ٱ: "ا",
  ئ: "ی",
  "٪": "%",
  "،": ",",
  "؛": ";",
  "؟": "?",
  "٫": ".",
  "٬": ",",
  "«": '"',
  "»": '"',
  "“": '"',
  "”": '"',
  "„": '"',
  "’": "'",
  "‘": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "−": "-",
};
const ANY_LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/** ئ survives the taking off of marks until the spellings above have been looked at. */
function withoutMarks(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u064A\u06CC\u0649]\u0654/g, "ئ")
    .replace(/\p{M}/gu, "");
}

function foldOnce(text: string): string {
  let key = text
    .replace(BIDI_CONTROLS, "")
    .replace(CONTROLS, "")
    .replace(NOT_SIGN_AS_HALF_SPACE, HALF_SPACE)
    .replace(/[\u0640\u200D]/g, "");
  key = withoutMarks(withoutMarks(key).toLowerCase());
  key = toLatinDigits(key).replace(/[يىې]/g, "ی");
  for (const [spelling, common] of SPELLINGS) key = key.replace(spelling, common);
  key = key.replace(ANY_LETTER, (letter) => LETTERS[letter] ?? letter);
  key = key.replace(EZAFE_YE_AFTER_HE, "").replaceAll(HALF_SPACE, "");
  key = key.replace(/[\s\u0085]+/gu, " ").trim();
  return key
    .replace(SPACE_BEFORE_SUFFIX, "")
    .replace(SPACE_BEFORE_SUFFIX_AFTER_HE, "")
    .replace(SPACE_AFTER_PREFIX, "");
}

/**
 * The form under which a text is found and compared, never shown: one spelling for Arabic and Persian letters,
 * hamza, alef and final ه; Latin digits; no vowel marks, tatweel, half-spaces or direction marks; one space
 * between words, none before the common endings (ها، تر، دهنده …) and after the common beginnings (می، غیر …);
 * lower case. Keys of keys are themselves.
 */
export function searchKey(text: string): string {
  let key = foldOnce(text);
  // Closing one space can make the neighbours of another a beginning or an ending; every round removes
  // characters or changes nothing.
  for (let next = foldOnce(key); next !== key; next = foldOnce(key)) key = next;
  return key;
}

/**
 * The form in which typed or pasted text is stored: Persian ی and ک for their Arabic twins, Arabic-Indic digits
 * as Persian ones, line feeds for every line end, no control or direction characters, half-spaces only between
 * letters, nothing around. Half-spaces, line breaks, hamza, vowel marks and Latin digits stay as typed.
 */
export function normalise(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(BIDI_CONTROLS, "")
    .replace(CONTROLS, "")
    .replace(PRESENTATION_FORMS, (glyphs) => glyphs.normalize("NFKC"))
    .normalize("NFC")
    .replace(/[\u0649\u06CC]\u0654/g, "ئ")
    .replace(/[\u064A\u0649]/g, "ی")
    .replace(/[\u0643\u06AA]/g, "ک")
    .replace(/[\u06BE\u06C1]/g, "ه")
    .replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x90))
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .replace(NOT_SIGN_AS_HALF_SPACE, HALF_SPACE)
    .replace(/[\s\u200C]+/gu, (gap) => (/\s/u.test(gap) ? gap.replaceAll(HALF_SPACE, "") : HALF_SPACE))
    .trim()
    .replace(/^\u200C|\u200C$/g, "");
}

/** Titles before a name, as keys without spaces. */
const HONORIFICS = new Set(
  [
    "جناب سرکار آقای اقای خانم دکتر مهندس استاد حاج حاجآقا حاجخانم جنابآقای سرکارخانم",
    "حجتالاسلام حجتالاسلاموالمسلمین حجهالاسلام حجهالاسلاموالمسلمین آیتالله آیتاللهالعظمی",
    "سرتیپ سرهنگ سرگرد سروان سرلشکر سردار پاسدار برادر خواهر آقا مرحوم",
    "mr mrs ms dr eng prof",
  ]
    .join(" ")
    .split(" ")
    .map(compactKey),
);

/** Titles that are given or family names as well: they go only while two words remain. */
const TITLES_THAT_ARE_NAMES = new Set(["سردار", "استاد", "آقا", "خانم", "حاج", "سروان"].map(compactKey));

const LONGEST_HONORIFIC = 4;

/** Beyond this it is no name; the titles of a document are not looked for. */
const LONGEST_NAME = 300;

function compactKey(text: string): string {
  return searchKey(text).replace(/[ .]/g, "");
}

/**
 * A person's name or post title without courtesy: «جناب آقای دکتر رضا احمدی» → «رضا احمدی»,
 * «فرماندار محترم گرگان» → «فرماندار گرگان». For matching; print what was written. A text of nothing but
 * titles is returned as it is.
 */
export function stripHonorifics(text: string): string {
  const typed = normalise(text);
  if (typed.length > LONGEST_NAME) return typed;
  let words = typed.split(/\s+/u).filter((word) => !/^محترمه?[،,:]?$/u.test(word));
  for (let found = true; found;) {
    found = false;
    for (let length = Math.min(LONGEST_HONORIFIC, words.length - 1); length > 0 && !found; length -= 1) {
      const title = compactKey(words.slice(0, length).join(" "));
      if (!HONORIFICS.has(title)) continue;
      if (TITLES_THAT_ARE_NAMES.has(title) && words.length - length < 2) continue;
      words = words.slice(length);
      found = true;
    }
  }
  return words.length > 0 ? words.join(" ") : typed;
}
