import { searchKey } from "~/lib/persian-text";

/** What a column of a list of people may be read as. */
export const IMPORT_FIELDS = [
  "full-name",
  "first-name",
  "last-name",
  "mobile",
  "national-code",
  "locality",
  "tier",
  "joined-on",
  "source",
  "note",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A column that is not brought in. */
export const LEFT_OUT = "none";
export const COLUMN_CHOICES = [LEFT_OUT, ...IMPORT_FIELDS] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];

/** Which columns are brought in, by their place in the file: of the others nothing is kept. */
export const takenColumns = (columns: readonly ColumnChoice[]): number[] =>
  columns.flatMap((choice, index) => (choice === LEFT_OUT ? [] : [index]));

/** Headers as they stand in lists, by what they mean; compared as search keys without spaces. */
const HEADERS: Record<ImportField, string> = {
  "full-name":
    "نام و نام خانوادگی|نام و نام‌خانوادگی|نام کامل|نام و فامیلی|نام فامیل|عضو|مشخصات|نام عضو|full name|name and surname|contact name|display name",
  "first-name": "نام|اسم|نام کوچک|first name|given name|name",
  "last-name": "نام خانوادگی|فامیل|فامیلی|شهرت|last name|surname|family name",
  mobile:
    "همراه|تلفن همراه|شماره همراه|موبایل|شماره موبایل|شماره تماس|تلفن|شماره تلفن|تماس|mobile|mobile phone|cell|phone|phone number|tel",
  "national-code":
    "کد ملی|کدملی|شماره ملی|کد ملی عضو|شناسه ملی فرد|national code|national id|national number|id number|melli code",
  locality:
    "محل|محله|روستا|شهر|بخش|دهستان|محل سکونت|سکونت|نشانی|آدرس|محل زندگی|locality|village|city|town|address|place",
  tier: "سطح|رده|نوع عضویت|سطح عضویت|tier|level",
  "joined-on": "تاریخ عضویت|عضو از|تاریخ|تاریخ ثبت|تاریخ پیوستن|joined|joined on|member since|date",
  source: "معرف|معرفی‌کننده|نحوه آشنایی|منبع|source|introduced by|referrer",
  note: "یادداشت|توضیح|توضیحات|ملاحظات|شرح|note|notes|remarks|comment|description",
};

/** What no column of ours may carry: belief, politics and origin of a person. */
const BELIEF =
  "مذهب|دین|گرایش سیاسی|گرایش|حزب|جناح|قومیت|قوم|عقیده|عقاید|religion|party|ethnicity|political|faith|sect";

/** A header as it is compared and remembered. */
export const headerKey = (header: string): string =>
  searchKey(header.slice(0, 200)).replace(/[\s:*_.()-]/g, "");

const BY_KEY = new Map<string, ImportField>(
  IMPORT_FIELDS.flatMap((field) =>
    HEADERS[field].split("|").map((header) => [headerKey(header), field] as const),
  ),
);
const BELIEF_KEYS = new Set(BELIEF.split("|").map(headerKey));

/** Whether a column of this name would hold what the network never keeps of a person. */
export const isBelief = (header: string): boolean => BELIEF_KEYS.has(headerKey(header));

/** Whether the text is a header that lists of people usually have. */
export const isKnownHeader = (text: string): boolean => BY_KEY.has(headerKey(text));

/**
 * What each column is likely to be: as the county read it the last time, else by its name; each field once. A column «نام»
 * without a family name beside it is the whole name.
 */
export function guessColumns(
  headers: readonly string[],
  remembered: ReadonlyMap<string, string> = new Map(),
): ColumnChoice[] {
  const taken = new Set<ColumnChoice>();
  const guessed = headers.map((header): ColumnChoice => {
    const key = headerKey(header);
    const known = remembered.get(key);
    const guess = isBelief(header)
      ? LEFT_OUT
      : (COLUMN_CHOICES.find((choice) => choice === known) ?? BY_KEY.get(key) ?? LEFT_OUT);
    if (guess === LEFT_OUT || taken.has(guess)) return LEFT_OUT;
    taken.add(guess);
    return guess;
  });
  if (taken.has("last-name") || taken.has("full-name")) return guessed;
  return guessed.map((choice) => (choice === "first-name" ? "full-name" : choice));
}
