import { jalaliOf, type IsoDate } from "~/lib/jalali";
import { endOfMonth, findDay, isFarAhead, MONTH, monthOf, nextDay } from "./dates";
import { foldPattern } from "~/lib/written-names/letters";
import { NUMBER, numberOf } from "./numbers";
import type { Confidence, Deadline, ParsedDeadline, Period } from "./types";

type DeadlineMeaning = Omit<ParsedDeadline, "text" | "spans">;

export type DeadlineRead =
  /** blank, or a dash */
  | { kind: "blank" }
  | { kind: "read"; meaning: DeadlineMeaning }
  | { kind: "not-understood" }
  | { kind: "no-such-day" };

/** No deadline is longer; a longer cell is a sentence. */
const LONGEST = 90;

/** What may follow the word that says how often. */
const LONGEST_REST = 30;

function pattern(source: string): RegExp {
  return foldPattern(new RegExp(source, "u"));
}

const UNIT = "(روز|هفته|ماه|فصل|سال)";
const PERIODS: Readonly<Record<string, Period>> = {
  روز: "day",
  هفته: "week",
  ماه: "month",
  فصل: "season",
  سال: "year",
};
const PERIOD_OF_ADVERB: readonly (readonly [RegExp, Period])[] = [
  [pattern("روزانه"), "day"],
  [pattern("هفتگی"), "week"],
  [pattern("ماهانه|ماهیانه"), "month"],
  [pattern("فصلی"), "season"],
  [pattern("سالانه|سالیانه"), "year"],
];

const BEFORE_DATE =
  "(?:(?:حداکثر|نهایتا|لغایت|تا|قبل از|پیش از|مهلت|پایان وقت اداری|پایان|اخر|انتهای|اواخر|روز|تاریخ|مورخه?|مهلت|" +
  "شنبه|یک ?شنبه|دو ?شنبه|سه ?شنبه|چهار ?شنبه|پنج ?شنبه|جمعه)[ :(]*)*";
const THIS_YEAR = "(?: ?ماه)?(?:(?: سال)?(?: جاری| ?(\\d{4}))| امسال)?";
const AFTER_DATE = "[ ).,]*(?:\\D{0,30})$";

const ADVERB = "روزانه|هفتگی|ماهانه|ماهیانه|فصلی|سالانه|سالیانه";
const CONTINUOUS = pattern(
  "^(?:(?:به|بصورت|بطور|صورت|طور|شکل|گزارش) )*(?:مستمر|مداوم|دا[ئی]می?|پیوسته|همواره|همیشه|در طول سال|طی سال|(?<=(?:صورت|طور) )(?:دوره ?ای|ادواری)|" +
    `${ADVERB}|هر (?:(${NUMBER}) )?${UNIT}(?!\\p{L})|(${NUMBER}) ?${UNIT} ?(?:یک|1|ی) ?بار|(${NUMBER}) ?${UNIT}ه(?!\\p{L}))`,
);
const RELATIVE_LENGTH = pattern(
  "^(?:(?:حداکثر|نهایتا|حداقل|تا|ظرف|طی|در|مدت|مهلت) )*" +
    `(${NUMBER}) ?${UNIT}( ?کاری| ?اداری)?(?: (?:پس از|بعد از|از|اینده|اتی|دیگر).*)?[ .)]*$`,
);
/** The whole of a cell: a sentence that speaks of the next session is none. */
const NEXT_SESSION = pattern(
  "^(?:(?:حداکثر|نهایتا|تا|لغایت|در|قبل از|پیش از|پایان|زمان|تاریخ|برگزاری|روز) )*(?:جلسه|نشست|شورا)ی? ?(?:بعدی?|اینده|اتی)(?: (?:شورا|ستاد|کارگروه|کمیته))?[ .)]*$",
);
const AT_ONCE = pattern(
  "^(?:به صورت |بصورت )?(?:هر ?چه (?:سریع|زود) ?تر|(?:در )?اسرع وقت|فوری|فورا|بلافاصله|انی|سریعا|به ?زودی|(?:در )?اولین فرصت)",
);
const NEXT_PERIOD = pattern(`^(?:(?:حداکثر|تا|ظرف|طی|در|پایان|اخر) )*${UNIT} (?:اینده|اتی|بعدی?)[ .]*$`);
const BEFORE_SOMETHING = pattern("^(?:(?:حداکثر|نهایتا) )?(?:تا|قبل از|پیش از|پس از|بعد از) \\p{L}");

const DAY_OF_MONTH = pattern(`^${BEFORE_DATE}(${NUMBER}) ?(?:ام |م )?(${MONTH})${THIS_YEAR}${AFTER_DATE}`);
const END_OF_MONTH = pattern(`^${BEFORE_DATE}(نیمه |اواسط |اوایل )?(${MONTH})${THIS_YEAR}${AFTER_DATE}`);
const END_OF_YEAR = pattern(`^${BEFORE_DATE}(?:سال(?: جاری| ?(\\d{4}))?|امسال)[ .)]*$`);
const END_OF_THIS_MONTH = pattern(`^${BEFORE_DATE}ماه جاری[ .)]*$`);
const QUARTER = pattern(
  `^${BEFORE_DATE}(?:فصل )?(?:(بهار|سه ?ماهه (?:اول|نخست))|(تابستان|سه ?ماهه دوم|نیمه (?:اول|نخست) سال)|` +
    `(پاییز|سه ?ماهه سوم)|(زمستان|سه ?ماهه چهارم|نیمه دوم سال))(?: سال)?(?: جاری| ?(\\d{4}))?[ .)]*$`,
);
/** «سه ماهه دوم» and «شش ماهه اول سال ۱۴۰۳» end once; «سه‌ماهه» alone comes again and again. */
const PART_OF_YEAR = pattern(
  `^${BEFORE_DATE}(?:(سه ?ماهه?)|شش ?ماهه?) ?(?:(اول|نخست)|(دوم)|(سوم)|(چهارم|اخر))(?: ?سال)?(?: جاری| ?(\\d{4}))?[ .)]*$`,
);
const SAYS_END = pattern("پایان|اخر|انتها");

const SAYS_NONE = pattern("^[ -]*(?:ندارد|فاقد مهلت)[ .-]*$");

/** What a deadline cell means. `meeting` is the day of the meeting (`YYYY-MM-DD`), from which a missing year is told. */
export function readDeadline(written: string, meeting: string | null): DeadlineRead {
  if (!/[\p{L}\p{N}]/u.test(written) || SAYS_NONE.test(written)) return { kind: "blank" };
  const fold = written.replace(/^[\s(".*:-]+|[\s".*:]+$/g, "");
  if (fold.length > LONGEST) return { kind: "not-understood" };
  return (
    quarterly(fold, meeting) ??
    continuous(fold) ??
    dated(fold, meeting) ??
    relative(fold) ?? { kind: "not-understood" }
  );
}

function read(
  kind: Deadline["kind"],
  confidence: Confidence,
  rest: Partial<DeadlineMeaning> = {},
): DeadlineRead {
  return {
    kind: "read",
    meaning: { kind, confidence, date: null, every: null, nextSession: false, ...rest },
  };
}

function periodOf(count: string | undefined, unit: string | undefined): DeadlineMeaning["every"] {
  const period = PERIODS[unit ?? ""];
  const number = count === undefined ? 1 : numberOf(count);
  return period && number ? { count: number, period } : null;
}

function continuous(fold: string): DeadlineRead | null {
  const match = CONTINUOUS.exec(fold);
  // «ماهانه» may begin a sentence; «ماهانه تا پایان سال» is a deadline.
  if (!match || fold.length - match[0].length > LONGEST_REST) return null;
  const [, every, everyUnit, times, timesUnit, length, lengthUnit] = match;
  const adverb = PERIOD_OF_ADVERB.find(([word]) => word.test(fold))?.[1];
  return read("continuous", "clear", {
    every:
      periodOf(every, everyUnit) ??
      (times ? periodOf(times, timesUnit) : null) ??
      (length ? periodOf(length, lengthUnit) : null) ??
      (adverb ? { count: 1, period: adverb } : null),
  });
}

const WHOLE_DAY = pattern(`^${BEFORE_DATE}$`);

function dated(fold: string, meeting: string | null): DeadlineRead | null {
  const day = findDay(fold, meeting);
  if (day && WHOLE_DAY.test(fold.slice(0, day.at))) {
    if (!day.ok) return { kind: "no-such-day" };
    const rest = fold.slice(day.at + day.written.length);
    if (/\d/.test(rest) || rest.length > 40) return null;
    const isClear = !day.isGuess && !/\p{L}/u.test(rest);
    const isGuess = day.isGuess || isFarAhead(day.date, meeting);
    return read("dated", isGuess ? "guess" : isClear ? "clear" : "likely", { date: day.date });
  }

  const dayOfMonth = DAY_OF_MONTH.exec(fold);
  if (dayOfMonth) {
    const [, number, name, year] = dayOfMonth;
    const wanted = numberOf(number ?? "") ?? 0;
    const date = nextDay(meeting, monthOf(name ?? "") ?? 0, wanted, year ? Number(year) : undefined);
    if (date) return read("dated", "likely", { date });
    return meeting === null ? read("dated", "guess") : { kind: "no-such-day" };
  }
  const endOf = END_OF_MONTH.exec(fold);
  if (endOf) {
    const [, part, name, year] = endOf;
    const middle = part ? (part.startsWith(foldPattern(/اوایل/).source) ? 10 : 15) : 0;
    const date = nextDay(meeting, monthOf(name ?? "") ?? 0, middle, year ? Number(year) : undefined);
    const isSaid = year !== undefined && SAYS_END.test(fold) && middle === 0;
    return read("dated", date === null || middle > 0 ? "guess" : isSaid ? "clear" : "likely", { date });
  }
  const year = END_OF_YEAR.exec(fold);
  if (year && SAYS_END.test(fold)) return endOfPeriod(meeting, 12, year[1]);
  if (END_OF_THIS_MONTH.test(fold) && meeting !== null) {
    const { jy, jm } = jalaliOf(meeting as IsoDate);
    return read("dated", "likely", { date: endOfMonth(jy, jm) });
  }
  const quarter = QUARTER.exec(fold);
  if (!quarter) return null;
  const order = [1, 2, 3, 4].find((each) => quarter[each] !== undefined) ?? 4;
  return endOfPeriod(meeting, order * 3, quarter[5]);
}

function quarterly(fold: string, meeting: string | null): DeadlineRead | null {
  const part = PART_OF_YEAR.exec(fold);
  if (!part) return null;
  const [, isQuarter, , second, third, last, year] = part;
  const months = isQuarter ? 3 : 6;
  if (!isQuarter && third) return null;
  const order = last ? 12 / months : third ? 3 : second ? 2 : 1;
  return endOfPeriod(meeting, order * months, year);
}

function endOfPeriod(meeting: string | null, month: number, year: string | undefined): DeadlineRead {
  const date = nextDay(meeting, month, 0, year ? Number(year) : undefined);
  return read("dated", date === null ? "guess" : year ? "clear" : "likely", { date });
}

function relative(fold: string): DeadlineRead | null {
  if (NEXT_SESSION.test(fold)) return read("relative", "clear", { nextSession: true });
  const length = RELATIVE_LENGTH.exec(fold);
  if (length) return read("relative", "clear", { every: lengthOf(length) });
  if (AT_ONCE.test(fold)) return read("relative", "clear");
  const next = NEXT_PERIOD.exec(fold);
  if (next) return read("relative", "likely", { every: periodOf(undefined, next[1]) });
  if (BEFORE_SOMETHING.test(fold) && !/\d[/-]\d/.test(fold)) return read("relative", "guess");
  return null;
}

/** «۱۵ روز کاری» are working days; a week or a month is no shorter for being called so. */
function lengthOf([, count, unit, working]: RegExpExecArray): DeadlineMeaning["every"] {
  const every = periodOf(count, unit);
  return every?.period === "day" && working ? { ...every, period: "working-day" } : every;
}

const UNTIL = "(?:حداکثر |نهایتا )?(?:(?:تا|لغایت)(?: (?:قبل|پیش) از)?|(?:قبل|پیش) از)";
const WEEKDAY = "(?:(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه)";
/** Days that a calendar of its own gives: a person says which. */
const OCCASION =
  "هفته \\p{L}+|دهه (?:فجر|کرامت|ولایت|محرم|اول|دوم|سوم|مبارک فجر)|سال (?:تحصیلی|زراعی|مالی)(?: (?:جدید|جاری|اینده))?|" +
  "نوروز|تعطیلات نوروز(?:ی)?|عید(?: (?:نوروز|فطر|قربان|غدیر))?|ماه (?:مبارک )?رمضان|اربعین(?: حسینی)?|محرم|شب یلدا|بازگشایی مدارس";

/** Ways in which a sentence says when; the earlier in the list the more it says. */
const HINTS: readonly RegExp[] = [
  `${UNTIL} (?:پایان |پایان وقت اداری |اخر |تاریخ |مورخه? |روز |${WEEKDAY} )*\\d{1,4} ?([/.-]) ?\\d{1,2} ?\\1 ?\\d{1,4}(?![\\d/-]|\\.\\d)`,
  `${UNTIL} (?:پایان |پایان وقت اداری |تاریخ |مورخه? |روز |${WEEKDAY} )*${NUMBER} ?(?:ام |م )?(?:${MONTH})(?: ?ماه)?(?: سال)?(?: جاری| \\d{4})?(?![\\p{L}\\d])`,
  `(?:حداکثر |نهایتا )?تا (?:پایان|اخر|انتهای) (?:${MONTH})(?: ?ماه)?(?: سال جاری| \\d{4})?(?!\\p{L})`,
  "(?:حداکثر |نهایتا )?تا (?:پایان|اخر|انتهای) (?:سال جاری|سال \\d{4}|ماه جاری|امسال|سال(?! (?:\\d|تحصیلی|زراعی|مالی|اینده|اتی|بعد|میلادی)))(?!\\p{L})",
  `(?:حداکثر |نهایتا )?(?:ظرف|طی|تا) (?:مدت |حداکثر )*${NUMBER} ?(?:روز|هفته|ماه)(?!\\p{L})(?: کاری| اداری| (?:اینده|اتی|دیگر))?`,
  "(?:حداکثر |نهایتا )?(?:تا|در) (?:جلسه|نشست)ی? ?(?:بعدی?|اینده|اتی)(?!\\p{L})",
  "(?:به ?|ب)(?:صورت|طور) (?:مستمر|مداوم|دوره ?ای|ادواری|ماهانه|ماهیانه|هفتگی|روزانه|فصلی|سالانه|سالیانه)(?!\\p{L})",
  `گزارش(?: ?های?)? (?:${ADVERB})`,
  `هر (?:${NUMBER} )?${UNIT} ?(?:یک|1|ی) ?بار`,
  "هر ?چه سریع ?تر|(?:در )?اسرع وقت|در اولین فرصت",
  `${UNTIL} (?:(?:قبل از|پیش از|پس از|پایان|اخر|انتهای|اغاز|شروع|ابتدای|روز|ایام) )*(?:${OCCASION})(?!\\p{L})`,
].map((source) => pattern(`(?<!\\p{L})(?:${source})`));

/**
 * Words in the sentence of a resolution that say when, for a deadline that its column leaves blank. `meaning` is null
 * where they name a day that the calendar does not have.
 */
export function findDeadlineHint(
  fold: string,
  meeting: string | null,
): { start: number; end: number; meaning: DeadlineMeaning | null } | null {
  for (const hint of HINTS) {
    const match = hint.exec(fold);
    if (!match) continue;
    const found = readDeadline(match[0], meeting);
    if (found.kind !== "read" && found.kind !== "no-such-day") continue;
    const meaning = found.kind === "read" ? found.meaning : null;
    return { start: match.index, end: match.index + match[0].length, meaning };
  }
  return null;
}
