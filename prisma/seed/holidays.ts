import { z } from "zod";
import { isJalaliDay, isoDate, isoOf, type IsoDate } from "../../app/lib/jalali";
import listed from "./data/holidays.json";

export interface HolidayFact {
  day: IsoDate;
  nameFa: string;
  nameEn: string;
  /** By the solar or the lunar calendar, or declared for once by the government. */
  kind: "solar" | "lunar" | "declared";
  /** A lunar day is estimated until the year's official calendar names it. */
  status: "confirmed" | "estimated";
}

const NAMES = {
  nowruz: ["solar", "نوروز", "Nowruz"],
  republic: ["solar", "روز جمهوری اسلامی", "Islamic Republic Day"],
  nature: ["solar", "روز طبیعت", "Nature Day"],
  khomeini: ["solar", "رحلت امام خمینی", "Death of Imam Khomeini"],
  khordad15: ["solar", "قیام ۱۵ خرداد", "Uprising of 15 Khordad"],
  revolution: ["solar", "پیروزی انقلاب اسلامی", "Victory of the Islamic Revolution"],
  oil: ["solar", "روز ملی شدن صنعت نفت", "Nationalisation of the Oil Industry"],
  "year-end": ["solar", "آخرین روز سال", "Last Day of the Year"],
  tasua: ["lunar", "تاسوعای حسینی", "Tasua"],
  ashura: ["lunar", "عاشورای حسینی", "Ashura"],
  arbaeen: ["lunar", "اربعین حسینی", "Arbaeen"],
  prophet: [
    "lunar",
    "رحلت پیامبر و شهادت امام حسن مجتبی",
    "Death of the Prophet and Martyrdom of Imam Hasan",
  ],
  reza: ["lunar", "شهادت امام رضا", "Martyrdom of Imam Reza"],
  askari: ["lunar", "شهادت امام حسن عسکری", "Martyrdom of Imam Hasan Askari"],
  mawlid: ["lunar", "ولادت پیامبر و امام جعفر صادق", "Birth of the Prophet and of Imam Jafar Sadeq"],
  fatima: ["lunar", "شهادت حضرت فاطمه", "Martyrdom of Fatima"],
  "ali-birth": ["lunar", "ولادت امام علی", "Birth of Imam Ali"],
  mabas: ["lunar", "مبعث", "Mission of the Prophet"],
  mahdi: ["lunar", "ولادت حضرت قائم", "Birth of Imam Mahdi"],
  ali: ["lunar", "شهادت حضرت علی", "Martyrdom of Imam Ali"],
  fitr: ["lunar", "عید فطر", "Eid al-Fitr"],
  "fitr-2": ["lunar", "تعطیل به مناسبت عید فطر", "Eid al-Fitr, second day"],
  sadeq: ["lunar", "شهادت امام جعفر صادق", "Martyrdom of Imam Jafar Sadeq"],
  adha: ["lunar", "عید قربان", "Eid al-Adha"],
  ghadir: ["lunar", "عید غدیر خم", "Eid al-Ghadir"],
  declared: ["declared", "تعطیلی اعلام‌شده", "Declared closure"],
} as const;

const codes = Object.keys(NAMES) as [keyof typeof NAMES, ...(keyof typeof NAMES)[]];
const Row = z.tuple([z.string(), z.string(), z.enum(codes), z.enum(["confirmed", "estimated"])]);

/** Month and day of the holidays that the solar calendar has in every year, the last one in leap years alone. */
const EVERY_YEAR = [
  [1, 1, "nowruz"],
  [1, 2, "nowruz"],
  [1, 3, "nowruz"],
  [1, 4, "nowruz"],
  [1, 12, "republic"],
  [1, 13, "nature"],
  [3, 14, "khomeini"],
  [3, 15, "khordad15"],
  [11, 22, "revolution"],
  [12, 29, "oil"],
  [12, 30, "year-end"],
] as const;

const factOf = (day: IsoDate, code: keyof typeof NAMES, status: HolidayFact["status"]): HolidayFact => {
  const [kind, nameFa, nameEn] = NAMES[code];
  return { day, nameFa, nameEn, kind, status };
};

/** The holidays of a year that need no announcement: those of the solar calendar. */
export const solarHolidays = (jy: number): HolidayFact[] =>
  EVERY_YEAR.filter(([jm, jd]) => isJalaliDay(jy, jm, jd)).map(([jm, jd, code]) =>
    factOf(isoOf(jy, jm, jd), code, "confirmed"),
  );

/** Years after those of the official calendars in which the solar holidays alone are known. */
const KNOWN_AHEAD = [1407, 1408, 1409, 1410, 1411, 1412];

/**
 * Official holidays of 1403 to 1406, and those of the solar calendar in the years after, in order; a day with two occasions
 * stands twice. Fridays are not among them.
 */
export const holidays: readonly HolidayFact[] = [
  ...z
    .array(Row)
    .parse(listed)
    .map(([, day, code, status]) => factOf(isoDate(day), code, status)),
  ...KNOWN_AHEAD.flatMap(solarHolidays),
];

/** The Jalali spelling of each row of the list, for the check that both calendars agree. */
export const holidaySpellings: readonly [string, string][] = z
  .array(Row)
  .parse(listed)
  .map(([jalali, day]) => [jalali, day]);

export interface WeekendFact {
  /** `nation` holds everywhere; `province` is one rule for each province, so that each may end or change its own. */
  scope: "nation" | "province";
  /** 0 = Saturday … 6 = Friday */
  weekday: number;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  /** An assumption is shown as one until the province settles it. */
  status: "confirmed" | "assumed";
}

/**
 * Friday is closed by law. Thursdays were closed everywhere from 1404/02/20; from Mehr 1404 on provinces went
 * different ways, so that the closed Thursday is an assumption each province confirms or ends.
 */
export const weekendRules: readonly WeekendFact[] = [
  { scope: "nation", weekday: 6, validFrom: isoDate("1925-03-31"), validTo: null, status: "confirmed" },
  { scope: "province", weekday: 5, validFrom: isoDate("2025-05-10"), validTo: null, status: "assumed" },
];
