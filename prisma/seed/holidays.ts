import { z } from "zod";
import { isoDate, type IsoDate } from "../../app/lib/jalali";
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

/** Official holidays of 1403 to 1406, in order; a day with two occasions stands twice. Fridays are not among them. */
export const holidays: readonly HolidayFact[] = z
  .array(Row)
  .parse(listed)
  .map(([, day, code, status]) => {
    const [kind, nameFa, nameEn] = NAMES[code];
    return { day: isoDate(day), nameFa, nameEn, kind, status };
  });

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
