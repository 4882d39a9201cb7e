import type { PartyDictionary } from "~/lib/written-names/dictionary";

/** A small dictionary of our own, so that these tests do not move with the reference data. */
export const DICTIONARY: PartyDictionary = [
  {
    canonical: "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان",
    kind: "group",
    code: "all-bodies",
    spellings: ["کلیه دستگاه‌های اجرایی استان", "تمامی ادارات کل استان"],
  },
  { canonical: "فرمانداران استان", kind: "group", code: "governors", spellings: ["فرمانداران"] },
  {
    canonical: "دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری",
    kind: "body",
    code: "planning",
    spellings: ["دفتر برنامه‌ریزی، بودجه و تحول اداری"],
  },
  {
    canonical: "اداره کل مدیریت بحران، پدافند غیرعامل و ایمنی استان",
    kind: "body",
    code: "crisis",
    spellings: ["مدیریت بحران استان", "اداره کل مدیریت بحران"],
  },
  { canonical: "صدا و سیمای استان", kind: "body", code: "broadcast", spellings: ["صدا و سیما"] },
  { canonical: "جمعیت هلال احمر استان", kind: "body", code: "red-crescent", spellings: ["هلال احمر"] },
  {
    canonical: "اداره کل راهداری و حمل و نقل جاده‌ای استان",
    kind: "body",
    code: "roads",
    spellings: ["اداره کل راهداری", "راهداری و حمل و نقل جاده‌ای"],
  },
  { canonical: "شرکت آب و فاضلاب استان", kind: "body", code: "water", spellings: ["آبفا"] },
  {
    canonical: "اداره کل آموزش و پرورش استان",
    kind: "body",
    code: "education",
    spellings: ["آموزش و پرورش"],
  },
  { canonical: "شهرداری", kind: "body", code: "municipality", spellings: ["شهردار"] },
  { canonical: "دادگستری", kind: "body", code: "justice", spellings: ["دادگستری کل استان"] },
  {
    canonical: "دستگاه‌های اجرایی مرتبط با موضوع",
    kind: "vague-group",
    code: "concerned",
    spellings: ["دستگاه‌های ذی‌ربط", "ادارات مرتبط"],
  },
];

/** How clerks write them: the party's code, and forms that no spelling above has letter for letter. */
export const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  "all-bodies": [
    "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان",
    "کلیه دستگاه‌های اجرایی، نهادهای و سازمان‌های استان",
    "کلیه دستگاه‌های محترم اجرایی استان",
    "تمامی ادارات کل استان گلستان",
  ],
  governors: [
    "فرمانداران استان",
    "فرمانداران محترم استان",
    "فرمانداران استان گلستان",
    "کلیه فرمانداران استان",
  ],
  planning: ["دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری", "دفتر برنامه‌ریزی، بودجه و تحول اداری"],
  crisis: [
    "اداره کل مدیریت بحران، پدافند غیرعامل و ایمنی استان",
    "مدیریت بحران استان",
    "اداره کل مدیریت بحران",
  ],
  broadcast: ["صدا و سیمای استان", "صدا و سیمای استان گلستان", "سازمان صدا و سیما", "صداوسیمای مرکز گلستان"],
  "red-crescent": ["جمعیت هلال احمر استان", "هلال احمر استان یزد"],
  roads: ["اداره کل راهداری و حمل و نقل جاده‌ای استان", "اداره کل راهداری"],
  water: ["شرکت آب و فاضلاب استان", "آبفا", "شرکت آبفا"],
  education: ["اداره کل آموزش و پرورش استان", "آموزش و پرورش استان", "اداره کل محترم آموزش و پرورش"],
  concerned: ["دستگاه‌های اجرایی مرتبط با موضوع", "دستگاه‌های ذی‌ربط", "ادارات مرتبط"],
};

/** Whoever a sentence may name as acting, names of one word among them. */
export const ACTORS: readonly string[] = [...Object.keys(WRITTEN), "municipality", "justice"];

/** Bodies that stand in no dictionary. */
export const UNKNOWN = ["بنیاد نیکوکاری باران", "تعاونی مرزنشینان ساحل", "خانه هنرمندان شهر"];

export function canonicalOf(code: string): string {
  const entry = DICTIONARY.find((each) => each.code === code);
  if (!entry) throw new RangeError(`No party ${code}`);
  return entry.canonical;
}
