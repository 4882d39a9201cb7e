import { searchKey } from "~/lib/persian-text";
import { IMPORT_FIELDS, type ImportField } from "./fields";

/** What a header says; `name` is a whole name or a given one, as the columns beside it tell. */
export type Meaning = ImportField | "name";

/**
 * Headers as they stand in lists, in the address books of phones and in those of mail programs, by what they mean; compared
 * as search keys without spaces.
 */
const HEADERS: Record<Meaning, string> = {
  "full-name":
    "نام و نام خانوادگی|نام و نام‌خانوادگی|نام کامل|نام و فامیلی|نام فامیل|عضو|مشخصات|نام عضو|full name|name and surname|contact name|display name",
  name: "نام|اسم|name",
  "first-name": "نام کوچک|first name|given name",
  "last-name": "نام خانوادگی|فامیل|فامیلی|شهرت|last name|surname|family name",
  mobile:
    "همراه|تلفن همراه|شماره همراه|شماره تلفن همراه|موبایل|شماره موبایل|تلفن موبایل|گوشی|mobile|mobile phone|mobile number|cell|cell phone",
  phone:
    "شماره تماس|تلفن|شماره تلفن|شماره|تماس|تلفن تماس|شماره دیگر|تلفن دیگر|تلفن ثابت|تلفن منزل|تلفن محل کار|phone|phone number|primary phone|tel|telephone|other phone|home phone|home phone 2|business phone|business phone 2",
  "national-code":
    "کد ملی|کدملی|شماره ملی|کد ملی عضو|شناسه ملی فرد|national code|national id|national number|id number|melli code",
  locality:
    "محل|محله|روستا|شهر|بخش|دهستان|محل سکونت|سکونت|نشانی|آدرس|محل زندگی|locality|village|city|town|address|place|home city|address 1 city",
  tier: "سطح|رده|نوع عضویت|سطح عضویت|tier|level",
  capacities:
    "ظرفیت|ظرفیت‌ها|ظرفیت همکاری|توانمندی|توانمندی‌ها|توانایی|توانایی‌ها|مهارت|مهارت‌ها|زمینه همکاری|capacity|capacities|skill|skills|abilities",
  circle: "حلقه|نام حلقه|حلقه عضویت|عضو حلقه|circle|circle name",
  "joined-on": "تاریخ عضویت|عضو از|تاریخ|تاریخ ثبت|تاریخ پیوستن|joined|joined on|member since|date",
  source: "معرف|معرفی‌کننده|نحوه آشنایی|منبع|source|introduced by|referrer",
  note: "یادداشت|توضیح|توضیحات|ملاحظات|شرح|note|notes|remarks|comment|description",
};

/** Headers that go on with more: «شماره همراه ۱», "Phone 2 - Value". Others, like «نام پدر», mean another thing then. */
const BEGINNINGS: readonly (readonly [string, Meaning])[] = [
  ["شماره همراه", "mobile"],
  ["شماره تلفن همراه", "mobile"],
  ["تلفن همراه", "mobile"],
  ["شماره موبایل", "mobile"],
  ["موبایل", "mobile"],
  ["همراه", "mobile"],
  ["mobile", "mobile"],
  ["cell phone", "mobile"],
  ["شماره تماس", "phone"],
  ["شماره تلفن", "phone"],
  ["تلفن", "phone"],
  ["phone", "phone"],
  ["home phone", "phone"],
  ["business phone", "phone"],
  ["کد ملی", "national-code"],
  ["شماره ملی", "national-code"],
  ["نام و نام خانوادگی", "full-name"],
];
/** Somebody else's, or of the number only its kind. */
const ANOTHERS = /همسر|پدر|مادر|فرزند|ولی|سرپرست|مدیر|فکس|فاکس|نمابر|نوع|type|label|fax|father|spouse|mother/;

/** What no column of ours may carry: belief, politics and origin of a person. */
const BELIEF =
  "مذهب|دین|گرایش سیاسی|گرایش|حزب|جناح|قومیت|قوم|عقیده|عقاید|religion|party|ethnicity|political|faith|sect";

const MARKS = /[\s:*_.()-]+/g;

/** A header as it is compared and remembered. */
export const headerKey = (header: string): string => searchKey(header.slice(0, 200)).replace(MARKS, "");

/** A header as words, a figure being one: «شماره همراه۱» is «شماره همراه ۱». */
const wordsOf = (header: string): string =>
  searchKey(header.slice(0, 200))
    .replace(MARKS, " ")
    .replace(/(?<=\D)(?=\d)/g, " ")
    .replace(/ +/g, " ")
    .trim();

const MEANINGS: readonly Meaning[] = [...IMPORT_FIELDS, "name"];
const BY_KEY = new Map<string, Meaning>(
  MEANINGS.flatMap((meaning) =>
    HEADERS[meaning].split("|").map((header) => [headerKey(header), meaning] as const),
  ),
);
const BY_BEGINNING = BEGINNINGS.map(([text, meaning]) => [wordsOf(text), meaning] as const);
const BELIEF_KEYS = new Set(BELIEF.split("|").map(headerKey));

/** Whether a column of this name would hold what the network never keeps of a person. */
export const isBelief = (header: string): boolean => BELIEF_KEYS.has(headerKey(header));

/** What a header says by itself, as far as lists of people usually have it. */
export function meaningOf(header: string): Meaning | undefined {
  const whole = BY_KEY.get(headerKey(header));
  const words = wordsOf(header);
  if (whole || ANOTHERS.test(words)) return whole;
  return BY_BEGINNING.find(([beginning]) => words.startsWith(`${beginning} `))?.[1];
}

/** Whether the text is a header that lists of people usually have. */
export const isKnownHeader = (text: string): boolean => BY_KEY.has(headerKey(text));
