import { gregorian, lastDay, MONTHS } from "./calendar";
import { canonicalOf, UNKNOWN, WRITTEN } from "./dictionary";
import type { Chance } from "./random";

export interface PartyModel {
  /** What the reader should say. */
  canonical: string;
  /** With half-spaces; the writer of the document draws how they come out. */
  written: string;
}

export interface DeadlineModel {
  written: string;
  /** null: blank, or nothing that may be taken for a deadline. */
  expected: { kind: "dated" | "relative" | "continuous"; date: string | null } | null;
  warning: "deadline-not-understood" | "deadline-no-such-day" | null;
}

export interface ResolutionModel {
  number: number;
  text: string;
  parties: PartyModel[];
  deadline: DeadlineModel;
  subItems: string[];
  refersTo: number[];
}

export interface MinutesModel {
  title: string;
  year: number;
  month: number;
  day: number;
  date: string;
  start: string | null;
  end: string | null;
  place: string | null;
  invitationNumber: string | null;
  agenda: string[];
  /** What the document says of itself: true, false, or nothing. */
  declaredCount: number | null;
  resolutions: ResolutionModel[];
}

export const SUBJECTS = [
  "پاک‌سازی راه‌های روستایی از برف و یخ",
  "آماده نگه داشتن ماشین‌آلات زمستانی در گردنه‌ها",
  "پاسخ‌گویی شبانه‌روزی به تماس‌های مردم",
  "برپایی میز خدمت در مساجد و بازارها",
  "بازدید از مدارس دور و تامین سوخت آنها",
  "کوتاه کردن روند صدور پروانه‌ها",
  "آموزش دهیاران برای روزهای یخ‌بندان",
  "اعلام برنامه ملاقات‌های مردمی مدیران",
  "رفع افت فشار گاز در شهرهای پرجمعیت",
  "نوبت‌دهی اینترنتی برای مراجعان درمانگاه‌ها",
  "لایروبی رودخانه‌ها و نهرهای درون شهر",
  "انتشار نتیجه رسیدگی به درخواست‌ها",
];
const VERBS = [
  "اقدام لازم را معمول نمایند.",
  "با جدیت پیگیری گردد.",
  "در دستور کار قرار گیرد",
  "به انجام برسد و نتیجه اعلام شود.",
  "الزامی می‌باشد.",
  "زمینه لازم را فراهم آورند؛",
];
const LEADS = [
  "مقرر گردید: نسبت به ",
  "مقرر گردید نسبت به ",
  "با عنایت به نزدیک شدن فصل سرما مقرر گردید: برای ",
  "در پی گزارش دبیرخانه مقرر شد؛ موضوع ",
  "لزوم ",
  "",
];
/** Numbers that are no citations of these minutes, and dates that are none. */
const DECOYS = [
  "در اجرای ماده ۱۱ قانون مدیریت بحران ",
  "با رعایت بند ۳ ماده ۷ قانون برنامه هفتم ",
  "بر پایه تبصره ۲ ماده ۵ آیین‌نامه مالی ",
  "برابر مصوبه شماره ۲ هیئت وزیران ",
  "با یادآوری بند ۱ صورت‌جلسه قبلی ",
  "پیرو بند ۲ بخشنامه سازمان برنامه ",
  "موضوع نامه شماره ۱۴۰۲/۴/۱۷۲۷۹ استانداری ",
  "پیرو نامه ۲۰۶/۹۳/۱۱۸۵۲ ",
  "با افزایش ۳۷ برابری اعتبار در ۶ ماه ",
  "به شرح بندهای ذیل ",
  "با تکیه بر مصوبه ۳ جلسه گذشته ",
  "طبق ماده ۴ بند ۲ دستورالعمل ",
];
const POINTS = [
  "فراهم کردن جای نشستن برای مراجعان",
  "پاسخ نوشته به هر درخواست، خواه شدنی و خواه نشدنی",
  "حضور کارشناس آگاه در میز خدمت و...",
  "گزارش هفتگی کار (با ذکر آمار)",
  "نصب تابلوی راهنما در ورودی‌ها",
];
const LETTERS = [
  ["الف", "ب", "ج", "د", "ه"],
  ["الف", "ب", "پ", "ت", "ث"],
  ["۱", "۲", "۳", "۴", "۵"],
];

const RELATIVE = [
  "ظرف یک ماه",
  "ظرف ۱۰ روز",
  "ظرف مدت دو هفته",
  "حداکثر ظرف ۱۵ روز کاری",
  "تا جلسه بعد",
  "تا جلسه آینده",
  "هرچه سریع‌تر",
  "در اسرع وقت",
  "یک هفته",
  "دو ماه پس از ابلاغ",
  "فوری",
];
const CONTINUOUS = [
  "مستمر",
  "به صورت مستمر",
  "ماهانه",
  "هر سه ماه",
  "هر ماه یک بار",
  "هفتگی",
  "سالانه",
  "دائمی",
];
const BLANK = ["", "", "", "", "-", "ـ"];
const NOT_A_DATE = ["۱۴۰۲/۴/۱۷۲۷۹", "نامه ۲۰۶/۹۳/۱۱۸۵۲", "۵۱۱۳۱/۷۹۰۹۸"];

export function makeModel(chance: Chance): MinutesModel {
  const [year, month] = [chance.between(1401, 1405), chance.between(1, 12)];
  const day = chance.between(1, lastDay(year, month));
  const date = gregorian(year, month, day);
  const count = chance.between(3, 40);
  const hour = chance.between(8, 15);
  const hasHours = chance.happens(0.85);
  const resolutions = Array.from({ length: count }, (_, index) =>
    makeResolution(chance, index + 1, count, date, year),
  );
  return {
    title: chance.one(["شورای اداری استان", "کارگروه خدمت زمستانی", "شورای هماهنگی مدیریت بحران استان"]),
    year,
    month,
    day,
    date,
    start: hasHours ? `${String(hour).padStart(2, "0")}:${chance.one(["00", "15", "30", "45"])}` : null,
    end: hasHours ? `${hour + 2}:${chance.one(["00", "30"])}` : null,
    place: chance.happens(0.85) ? chance.one(["سالن همایش استانداری", "سالن اجتماعات شهید بهشتی"]) : null,
    invitationNumber: chance.happens(0.7) ? chance.one(["1402/4/17279", "206/93/11852", "88451"]) : null,
    agenda: chance.some(
      ["گزارش دبیرخانه", "بررسی آمادگی دستگاه‌ها", "وضع میزهای خدمت", "سایر موارد"],
      chance.between(0, 4),
    ),
    declaredCount: chance.happens(0.15) ? null : chance.happens(0.2) ? count + chance.one([-1, 1, 3]) : count,
    resolutions,
  };
}

function makeResolution(
  chance: Chance,
  number: number,
  count: number,
  meeting: string,
  year: number,
): ResolutionModel {
  const citation = chance.happens(0.25) ? makeCitation(chance, number, count) : null;
  const decoy = chance.happens(0.4) ? chance.one(DECOYS) : "";
  const [subject, verb] = [chance.one(SUBJECTS), chance.one(VERBS)];
  const sentence = `${chance.one(LEADS)}${subject} ${decoy}${citation?.written ?? ""}${verb}`;
  const points = chance.happens(0.2) ? chance.some(POINTS, chance.between(2, 5)) : [];
  const labels = chance.one(LETTERS);
  const mark = chance.one([": ", ") ", "- "]);
  const listed = points.map((point, index) => ` ${labels[index]}${mark}${point}`).join("");
  const parties = makeParties(chance);
  const hasKnown = parties.some(({ written }) => !UNKNOWN.includes(written));
  return {
    number,
    text: sentence + listed,
    parties,
    deadline: makeDeadline(chance, meeting, year, hasKnown),
    subItems: points,
    refersTo: citation?.numbers ?? [],
  };
}

function makeParties(chance: Chance): PartyModel[] {
  const codes = chance.some(Object.keys(WRITTEN), chance.between(1, 3));
  const known = codes.map((code) => ({
    canonical: canonicalOf(code),
    written: chance.one(WRITTEN[code] ?? []),
  }));
  if (!chance.happens(0.08)) return known;
  const unknown = chance.one(UNKNOWN);
  return [...known.slice(0, chance.between(0, 1)), { canonical: unknown, written: unknown }];
}

function makeCitation(
  chance: Chance,
  own: number,
  count: number,
): { written: string; numbers: number[] } | null {
  const others = Array.from({ length: count }, (_, index) => index + 1).filter((number) => number !== own);
  const [a, b, c] = chance.some(others, 3).sort((x, y) => x - y);
  if (a === undefined || b === undefined) return null;
  const range = others.filter((number) => number >= a && number <= b);
  const citations = [
    { written: `در راستای بند ${a} مصوبه مذکور `, numbers: [a] },
    { written: `جهت تحقق بندهای ${a} تا ${b} این صورت‌جلسه `, numbers: range },
    { written: `با توجه به مصوبات ${a} و ${b} `, numbers: [a, b] },
    { written: `پیرو مصوبه شماره ${b} `, numbers: [b] },
    { written: `(موضوع ردیف ${a}) `, numbers: [a] },
    { written: `مطابق بندهای ${a} الی ${b} `, numbers: range },
    ...(c === undefined ? [] : [{ written: `همراه با بندهای ${a}، ${b} و ${c} `, numbers: [a, b, c] }]),
  ];
  return chance.one(citations);
}

function makeDeadline(chance: Chance, meeting: string, year: number, hasKnownParty: boolean): DeadlineModel {
  const draw = chance.next();
  if (draw < 0.45) return { written: chance.one(BLANK), expected: null, warning: null };
  if (draw < 0.6)
    return { written: chance.one(RELATIVE), expected: { kind: "relative", date: null }, warning: null };
  if (draw < 0.72) {
    return { written: chance.one(CONTINUOUS), expected: { kind: "continuous", date: null }, warning: null };
  }
  if (draw < 0.77 && hasKnownParty) {
    return { written: chance.one(NOT_A_DATE), expected: null, warning: "deadline-not-understood" };
  }
  if (draw < 0.79) return { written: "۱۴۰۴/۱۲/۳۰", expected: null, warning: "deadline-no-such-day" };
  return makeDatedDeadline(chance, meeting, year);
}

function makeDatedDeadline(chance: Chance, meeting: string, meetingYear: number): DeadlineModel {
  const [year, month] = [chance.between(meetingYear, 1406), chance.between(1, 12)];
  const day = chance.between(1, lastDay(year, month));
  const name = MONTHS[month - 1] ?? "";
  const two = (number: number) => String(number).padStart(2, "0");
  const thisYear = gregorian(meetingYear, month, lastDay(meetingYear, month));
  const endOfMonth =
    thisYear >= meeting ? thisYear : gregorian(meetingYear + 1, month, lastDay(meetingYear + 1, month));
  const drawn = chance.one([
    { written: `${year}/${two(month)}/${two(day)}`, date: gregorian(year, month, day) },
    { written: `تا ${year}/${month}/${day}`, date: gregorian(year, month, day) },
    { written: `حداکثر تا تاریخ ${two(day)}/${two(month)}/${year}`, date: gregorian(year, month, day) },
    { written: `${day} ${name} ${year}`, date: gregorian(year, month, day) },
    { written: `تا ${day} ${name} ماه ${year}`, date: gregorian(year, month, day) },
    { written: `حداکثر تا پایان ${name} ${year}`, date: gregorian(year, month, lastDay(year, month)) },
    { written: `حداکثر تا پایان ${name}`, date: endOfMonth },
    { written: `پایان ${name} ماه`, date: endOfMonth },
  ]);
  return { written: drawn.written, expected: { kind: "dated", date: drawn.date }, warning: null };
}
