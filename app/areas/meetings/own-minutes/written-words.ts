import { typedJalali, type IsoDate } from "~/lib/jalali";
import { toPersianDigits } from "~/lib/digits";
import type { Cadence, Deadline, DeadlineUnit } from "~/areas/obligations/choices";
import type { Standing } from "../minutes/import/types";

/** The words in which minutes are written down, whatever language their page is read in: those of an office's minutes. */
export const WORDS = {
  title: "عنوان جلسه",
  date: "تاریخ جلسه",
  minutesOf: "صورت جلسه مورخ",
  start: "ساعت شروع جلسه",
  end: "ساعت خاتمه جلسه",
  place: "محل برگزاری",
  invitation: "شماره دعوتنامه",
  agenda: "دستور جلسه",
  present: "حاضرین در جلسه",
  discussion: "مشروح مذاکرات",
  resolutions: "مصوبات صورتجلسه مورخ",
  columns: ["ردیف", "شرح مصوبات", "دستگاه ارائه‌دهنده", "مهلت اقدام"],
  decided: "تصمیم",
  peopleAsk: "درخواست مردم",
  bodiesAsk: "درخواست دستگاه‌ها",
  promise: "قول",
  deputyOf: "جانشین",
} as const;

export const STANDING_WORDS: Record<Exclude<Standing, "present">, string> = {
  deputy: "جانشین",
  guest: "مدعو",
  absent: "غایب",
};

/** Letters by which sub-items are told apart. */
const LETTERS = [..."ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"];
export const itemLabel = (position: number): string =>
  position === 0 ? "الف" : (LETTERS[position] ?? toPersianDigits(String(position + 1)));

const UNIT_WORDS: Record<DeadlineUnit, string> = { working: "روز کاری", calendar: "روز", month: "ماه" };
const CADENCE_WORDS: Record<Cadence, string> = {
  weekly: "هفتگی",
  monthly: "ماهانه",
  quarterly: "سه‌ماهه",
  "half-yearly": "شش‌ماهه",
  yearly: "سالانه",
};

export const listOf = (names: readonly string[]): string => names.join("، ");

/** Whom a list of those who took part does not name: how many were invited besides, and how many of them came. */
export const othersWritten = (invited: number, came: number): string =>
  toPersianDigits(`و ${invited} دعوت‌شده دیگر که ${came} نفر از ایشان حاضر بودند`);

export const dayWritten = (iso: IsoDate): string => typedJalali(iso, "fa");

/** When something is due, as minutes write it. */
export function deadlineWritten(deadline: Deadline | null): string {
  switch (deadline?.kind) {
    case undefined:
      return "";
    case "dated":
      return dayWritten(deadline.on);
    case "relative":
      return toPersianDigits(`${deadline.count} ${UNIT_WORDS[deadline.unit]}`);
    case "continuous":
      return [`مستمر، ${CADENCE_WORDS[deadline.cadence]}`, deadline.receiver].filter(Boolean).join("؛ ");
    case "none":
      return `بدون مهلت: ${deadline.reason}`;
  }
}

const ONES = ["", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"];
const TEENS = ["ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"];
const TENS = ["", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];
const HUNDREDS = ["", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];

/** «دومین»، «بیست و یکمین»: which session of its council it is. */
export function ordinal(number: number): string {
  if (number === 1) return "نخستین";
  if (!Number.isInteger(number) || number < 1 || number > 999) return toPersianDigits(`${number}مین`);
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const small = rest >= 10 && rest < 20 ? [TEENS[rest - 10]] : [TENS[Math.floor(rest / 10)], ONES[rest % 10]];
  const words = [HUNDREDS[hundreds], ...small].filter(Boolean).join(" و ");
  if (words.endsWith("سه")) return `${words.slice(0, -2)}سومین`;
  return words.endsWith("سی") ? `${words}‌امین` : `${words}مین`;
}

/** «دومین جلسه مجمع عمومی روابط عمومی‌ها» */
export const sessionOf = (number: number, council: string): string => `${ordinal(number)} جلسه ${council}`;
