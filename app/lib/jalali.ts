import { isValidJalaaliDate, toGregorian, toJalaali } from "jalaali-js";
import { toPersianDigits } from "./digits";

/** A day as the database and files carry it: Gregorian `YYYY-MM-DD`, without time or zone. */
export type IsoDate = `${number}-${number}-${number}`;

export type Locale = "fa" | "en";

export interface JalaliDay {
  /** 1206 … 1498 */
  jy: number;
  /** 1 … 12 */
  jm: number;
  /** 1 … 31 */
  jd: number;
}

/** The years a working record can speak of; a number outside is a slip of the pen. */
const FIRST_YEAR = 1206;
const LAST_YEAR = 1498;

const MS_PER_DAY = 86_400_000;

const TIME_ZONE = "Asia/Tehran";

export const MONTH_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  fa: ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
  en: [
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
  ],
};

/** Saturday first, as the week of the calendar runs. */
export const WEEKDAY_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  fa: ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"],
  en: ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
};

const GREGORIAN_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function pad(number: number, length = 2): string {
  return String(number).padStart(length, "0");
}

/** A day taken apart; `at` is its midnight UTC in milliseconds. */
type KnownDay = { parts: readonly [number, number, number]; at: number; jalali?: Readonly<JalaliDay> };

/** Days that were asked for: the rows of a list ask for few, and each of them several times. */
const known = new Map<IsoDate, KnownDay>();
const MOST_KNOWN = 4000;

function knownDay(iso: IsoDate): KnownDay {
  const found = known.get(iso);
  if (found) return found;
  if (!isIsoDate(iso)) throw new RangeError(`Not a day: ${JSON.stringify(iso)}`);
  const parts = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))] as const;
  const day = { parts, at: Date.UTC(parts[0], parts[1] - 1, parts[2]) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(iso, day);
  return day;
}

const partsOf = (iso: IsoDate) => knownDay(iso).parts;

/** Length of a Gregorian month in days. */
function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function isoFrom(year: number, month: number, day: number): IsoDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as IsoDate;
}

/** Whether the text is an existing day written `YYYY-MM-DD` in Latin digits. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
}

/** Narrows a text that must be a day. Throws RangeError otherwise: for values of our own, not for what people type. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`Not a day: ${JSON.stringify(text)}`);
  return text;
}

/** The day of a `date` column, which arrives as midnight UTC. */
export function isoOfDate(date: Date): IsoDate {
  return isoDate(date.toISOString().slice(0, 10));
}

/** The day as a `date` column takes it: midnight UTC. */
export function dateOf(iso: IsoDate): Date {
  return new Date(knownDay(iso).at);
}

/** Jalali parts of a day. */
export function jalaliOf(iso: IsoDate): Readonly<JalaliDay> {
  const day = knownDay(iso);
  return (day.jalali ??= toJalaali(...day.parts));
}

/** Whether the parts name a day of the calendar (1403/12/30 does, 1404/12/30 does not). */
export function isJalaliDay(jy: number, jm: number, jd: number): boolean {
  if (![jy, jm, jd].every(Number.isInteger)) return false;
  return jy >= FIRST_YEAR && jy <= LAST_YEAR && isValidJalaaliDate(jy, jm, jd);
}

/** The day of Jalali parts. Throws RangeError when there is no such day. */
export function isoOf(jy: number, jm: number, jd: number): IsoDate {
  if (!isJalaliDay(jy, jm, jd)) throw new RangeError(`No such day: ${jy}/${jm}/${jd}`);
  const { gy, gm, gd } = toGregorian(jy, jm, jd);
  return isoFrom(gy, gm, gd);
}

/** Length of a Jalali month in days: 29, 30 or 31. */
export function monthLength(jy: number, jm: number): number {
  if (jm <= 6) return 31;
  return jm < 12 || isJalaliDay(jy, 12, 30) ? 30 : 29;
}

/** 0 = Saturday … 6 = Friday. */
export function weekdayOf(iso: IsoDate): number {
  return (dateOf(iso).getUTCDay() + 1) % 7;
}

/** The day `days` later, or earlier when negative. */
export function addDays(iso: IsoDate, days: number): IsoDate {
  return isoOfDate(new Date(knownDay(iso).at + days * MS_PER_DAY));
}

/** Days from the first to the second: positive when the second is later. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (knownDay(to).at - knownDay(from).at) / MS_PER_DAY;
}

const tehranClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  calendar: "gregory",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

type Clock = { iso: IsoDate; time: string; wall: number };

const MINUTE = 60_000;

/** The minute that was read last: a page reads the same one several times, and each reading is dear. */
let lastRead: { minute: number; clock: Clock } | undefined;

function clockIn(instant: Date): Clock {
  const at = instant.getTime();
  const minute = Math.floor(at / MINUTE);
  // Clocks in Iran have been whole minutes from Greenwich since 1945; who asks for earlier instants asks for no page.
  if (minute < 0) return readClock(instant);
  if (lastRead?.minute !== minute) lastRead = { minute, clock: readClock(new Date(minute * MINUTE)) };
  const { clock } = lastRead;
  return { ...clock, wall: clock.wall + Math.floor((at - minute * MINUTE) / 1000) * 1000 };
}

function readClock(instant: Date): Clock {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of tehranClock.formatToParts(instant)) part[type] = value;
  const iso = isoDate(`${part.year?.padStart(4, "0")}-${part.month}-${part.day}`);
  const time = `${part.hour}:${part.minute}`;
  return { iso, time, wall: Date.parse(`${iso}T${time}:${part.second}Z`) };
}

/** The day it is in Iran at that instant. */
export function todayIn(now: Date): IsoDate {
  return clockIn(now).iso;
}

/** The time of day in Iran at that instant, `HH:MM` in Latin digits. */
export function timeIn(instant: Date): string {
  return clockIn(instant).time;
}

/** The instant at which clocks in Iran show that day and time (`HH:MM`). Throws RangeError for another shape. */
export function instantAt(iso: IsoDate, time = "00:00"): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new RangeError(`Not a time of day: ${JSON.stringify(time)}`);
  const wall = Date.parse(`${isoDate(iso)}T${time}:00Z`);
  let instant = wall;
  // Clocks were moved twice a year until 1401: the second round settles on the right side of such a night.
  for (let round = 0; round < 2; round += 1) instant += wall - clockIn(new Date(instant)).wall;
  return new Date(instant);
}

export type DateStyle = "short" | "long" | "weekday" | "day-month";

/**
 * A day for reading. Persian: ۱۴۰۵/۱۰/۱۹ · ۱۹ دی ۱۴۰۵ · شنبه ۱۹ دی ۱۴۰۵ · ۱۹ دی. English: 9 Jan 2027 ·
 * 9 January 2027 (19 Dey 1405) · Saturday, 9 January 2027 (19 Dey 1405) · 9 January.
 */
export function formatJalali(iso: IsoDate, locale: Locale, style: DateStyle = "long"): string {
  return locale === "fa" ? toPersianDigits(writtenInPersian(iso, style)) : writtenInEnglish(iso, style);
}

function writtenInPersian(iso: IsoDate, style: DateStyle): string {
  const { jy, jm, jd } = jalaliOf(iso);
  if (style === "short") return `${jy}/${pad(jm)}/${pad(jd)}`;
  const day = `${jd} ${MONTH_NAMES.fa[jm - 1]}`;
  if (style === "day-month") return day;
  return style === "long" ? `${day} ${jy}` : `${WEEKDAY_NAMES.fa[weekdayOf(iso)]} ${day} ${jy}`;
}

function writtenInEnglish(iso: IsoDate, style: DateStyle): string {
  const [year, month, day] = partsOf(iso);
  const name = GREGORIAN_MONTHS[month - 1] ?? "";
  if (style === "short") return `${day} ${name.slice(0, 3)} ${year}`;
  if (style === "day-month") return `${day} ${name}`;
  const { jy, jm, jd } = jalaliOf(iso);
  const long = `${day} ${name} ${year} (${jd} ${MONTH_NAMES.en[jm - 1]} ${jy})`;
  return style === "long" ? long : `${WEEKDAY_NAMES.en[weekdayOf(iso)]}, ${long}`;
}

/**
 * A day as a list says it: ۱۹ دی · 9 January; in another year than today's with the year, for without it an old day
 * reads as one to come.
 */
export function dayInList(iso: IsoDate, today: IsoDate, locale: Locale): string {
  const text = formatJalali(iso, locale, "day-month");
  const yearOf = (day: IsoDate) => (locale === "fa" ? jalaliOf(day).jy : partsOf(day)[0]);
  const year = yearOf(iso);
  if (year === yearOf(today)) return text;
  return locale === "fa" ? toPersianDigits(`${text} ${year}`) : `${text} ${year}`;
}

/** A day as seen from today: امروز · فردا · دیروز · ۳ روز مانده · ۱۲ روز گذشته. */
export function relativeDay(iso: IsoDate, today: IsoDate, locale: Locale): string {
  const days = daysBetween(today, iso);
  if (locale === "fa") {
    if (days === 0) return "امروز";
    if (days === 1) return "فردا";
    if (days === -1) return "دیروز";
    return toPersianDigits(days > 0 ? `${days} روز مانده` : `${-days} روز گذشته`);
  }
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** A day as a form's field takes and the picker writes it: ۱۴۰۵/۱۰/۰۳ · 1405/10/03, Jalali in both languages. */
export function typedJalali(iso: IsoDate, locale: Locale): string {
  const { jy, jm, jd } = jalaliOf(iso);
  const written = `${jy}/${pad(jm)}/${pad(jd)}`;
  return locale === "fa" ? toPersianDigits(written) : written;
}
