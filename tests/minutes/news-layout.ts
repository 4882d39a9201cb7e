import { ACTORS, canonicalOf } from "./dictionary";
import { drawHand, inHand } from "./document";
import { makeModel, type DeadlineModel, type MinutesModel, type ResolutionModel } from "./model";
import type { Chance } from "./random";

/** Points as a report of a meeting lists them, with what they say of time. Commas inside them part nothing. */
const POINTS: readonly (readonly [string, string?, DeadlineModel["expected"]?])[] = [
  ["ایجاد پایگاه خبررسانی برای روستاهای دور"],
  ["توجه ویژه به میز خدمت ادارات و برنامه‌های دیدار با مردم"],
  ["ارائه گزارش ماهانه از کار ادارات به دبیرخانه", "گزارش ماهانه", { kind: "continuous", date: null }],
  ["تشکیل بستری برای تبادل تجربه، اطلاعات و دانش دهیاران"],
  ["صدور حکم برای نمایندگان محله‌ها"],
  ["بررسی و تصویب برنامه سال آینده"],
  ["راه‌اندازی سامانه نوبت‌دهی درمانگاه‌ها"],
  ["تقویت ناوگان برف‌روبی در گردنه‌ها، جاده‌ها و پل‌ها"],
  ["برگزاری دوره آموزشی هرچه سریع‌تر", "هرچه سریع‌تر", { kind: "relative", date: null }],
  ["رسیدگی به افت فشار گاز در شهرهای پرجمعیت"],
];
const SENTENCES: readonly (readonly [string, string?, DeadlineModel["expected"]?])[] = [
  ["مقرر شد صفحه ادارات در پورتال راه‌اندازی و نسبت به نگهداری آن اهتمام شود"],
  ["مقرر گردید ظرف یک ماه راه روستاها بازگشایی شود", "ظرف یک ماه", { kind: "relative", date: null }],
  ["با توجه به نزدیک شدن زمستان مقرر شد گردنه‌ها شبانه‌روز پاییده شوند"],
  [
    "مقرر شد برنامه دیدارهای مردمی تدوین و در جلسه بعدی ابلاغ شود",
    "در جلسه بعدی",
    { kind: "relative", date: null },
  ],
];
/** What those who are named in a sentence are to do; the verb stands at its end. */
const DUTIES = ["راه روستاها را بازگشایی", "نسبت به پاک‌سازی گذرها اقدام", "گزارش کار را آماده"];

/** One sentence that names those who act, one clause for each or all of them in one. */
function actingSentence(chance: Chance): Told {
  const codes = chance.some(ACTORS, chance.between(1, 3));
  const names = codes.map(canonicalOf);
  const isInClauses = chance.happens(0.4) && names.length > 1;
  const clauses = names.map((name) => `${name} ${chance.one(DUTIES)} نمایند`);
  const list = [names.slice(0, -1).join("، "), names.at(-1)].filter(Boolean).join(" و ");
  const rest = isInClauses
    ? [clauses.slice(0, -1).join("، "), clauses.at(-1)].join(" و ")
    : `${list} ${chance.one(DUTIES)} نمایند`;
  return [`مقرر شد ${rest}`, "", null, names];
}

type Told = readonly [string, string?, DeadlineModel["expected"]?, (readonly string[])?];

const DECOYS = [
  "اثرگذاری کار روابط عمومی در ارزیابی ادارات، تدوین برنامه دیدارها و تجلیل از برترها از دیگر موارد مطرح شده توسط فرماندار در این جلسه بود",
  "وی گفت: در جلسه گذشته مقرر شد راه‌ها بازگشایی شود",
  "فرماندار افزود: همه باید پای کار باشند و بند ۲ قانون را اجرا کنند",
];
const CLOSINGS = ["از دیگر مصوبات این جلسه بود", "از مصوبات این نشست است", "از جمله مصوبات این جلسه بود"];
/** Points whose first word no list of actions has, and with an infinitive. */
const FURTHER_POINTS: typeof POINTS = [
  ["خط‌کشی و نصب سرعت‌گیر مقابل مدرسه‌ها"],
  ["جابه‌جایی ایستگاه خودروهای کرایه به خیابان دوم"],
  ["توقف‌ممنوع شدن ضلع شمالی بازار"],
  ["زیباسازی ورودی شهر و پارک‌ها"],
  ["لغو پروانه چاه‌های بی‌کنتور"],
  ["آسفالت گذرهای کم‌عرض ظرف یک ماه", "ظرف یک ماه", { kind: "relative", date: null }],
  ["لوله‌کشی گاز سه روستای کوهپایه"],
];
const FURTHER_CLOSINGS = [
  "از مهم‌ترین تصمیمات این نشست به شمار می‌رود",
  "از مهم‌ترین مصوبات جلسه بود",
  "در این جلسه به تصویب رسید",
  "مهم‌ترین مصوبات این جلسه بودند",
];
const OPENINGS = [
  "اهم تصمیمات اتخاذ شده در این نشست عبارتند از: ",
  "مصوبات این جلسه به شرح زیر است: ",
  "مهم‌ترین تصمیمات این جلسه نیز عبارت بودند از ",
];

const ORDINALS = ["نخستین", "دومین", "سومین", "دهمین"];

export interface NewsModel {
  model: MinutesModel;
  /** Sentences in their order; those that hold resolutions hold the next so many of them. */
  sentences: string[];
  dateWritten: string;
}

/** With `acting`, some sentences name those who are to act; with `parted`, lists open and close in further ways. */
export function makeNews(chance: Chance, { acting = false, parted = false } = {}): NewsModel {
  const drawn = makeModel(chance);
  const points = chance.some(parted ? [...POINTS, ...FURTHER_POINTS] : POINTS, chance.between(3, 6));
  const plain: Told[] = chance.some(SENTENCES, chance.between(0, 3));
  const told = acting
    ? chance.shuffled([
        ...plain,
        ...Array.from({ length: chance.between(1, 2) }, () => actingSentence(chance)),
      ])
    : plain;
  const joined = (last: string) =>
    `${points
      .slice(0, -1)
      .map(([point]) => point)
      .join("، ")}${last}${points.at(-1)?.[0] ?? ""}`;
  const list = parted ? partedList(chance, joined) : `${joined(" و ")} ${chance.one(CLOSINGS)}`;
  const before = told.slice(0, chance.between(0, told.length));
  const after = told.slice(before.length);
  const resolutions = [...before, ...points, ...after].map(resolutionOf);
  return {
    model: {
      ...drawn,
      title: `${chance.one(ORDINALS)} جلسه ${drawn.title}`,
      start: null,
      end: null,
      place: chance.one(["فرمانداری", "سالن همایش استانداری", "مسجد جامع شهر"]),
      invitationNumber: null,
      agenda: [],
      declaredCount: null,
      resolutions,
    },
    sentences: [
      ...chance.some(DECOYS, chance.between(0, 3)),
      ...before.map(([sentence]) => sentence),
      list,
      ...after.map(([sentence]) => `${chance.one(["", "همچنین "])}${sentence}`),
    ],
    dateWritten: `${drawn.year}/${drawn.month}/${drawn.day}`,
  };
}

function partedList(chance: Chance, joined: (last: string) => string): string {
  const list = joined(chance.one([" و ", "، و ", "، "]));
  if (chance.happens(0.4)) return `${chance.one(OPENINGS)}${list}`;
  return `${chance.one(["", "همچنین "])}${list}${chance.one([" ", "، "])}${chance.one([...CLOSINGS, ...FURTHER_CLOSINGS])}`;
}

function resolutionOf([text, when = "", expected = null, names = []]: Told, index: number): ResolutionModel {
  return {
    number: index + 1,
    text,
    parties: names.map((canonical) => ({ canonical, written: canonical })),
    deadline: { written: when, expected, warning: null },
    subItems: [],
    refersTo: [],
  };
}

/** A report as a site prints it: sentences that break over lines, blank lines between. */
export function writeNews(chance: Chance, { model, sentences, dateWritten }: NewsModel): string {
  const hand = { ...drawHand(chance), tagged: false, halfSpace: chance.one(["\u200C", " "]) };
  const first = `${model.title} به ریاست فرماندار در تاریخ ${dateWritten} و در محل ${model.place ?? ""} برگزار شد`;
  const text = [first, ...sentences].map((sentence) => `${inHand(hand, sentence)}.`).join(" ");
  const width = chance.between(60, 180);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    line = line === "" ? word : `${line} ${word}`;
    if (line.length >= width) {
      lines.push(line);
      line = "";
    }
  }
  return [...lines, line].join(chance.one(["\n", "\n\n"]));
}
