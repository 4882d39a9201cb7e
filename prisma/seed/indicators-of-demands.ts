import type { IndicatorRow } from "./indicator-row";

/** Indicators of suggestions and demands. */
export const indicatorsOfDemands: readonly IndicatorRow[] = [
  {
    code: "a5.answered",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "پیشنهادهای پاسخ‌گرفته",
      "پیشنهادهایی که تا پایان دوره پاسخ گرفته‌اند، تقسیم بر پیشنهادهایی که در دوره رسیده و پس گرفته نشده‌اند",
    ],
    en: [
      "Suggestions answered",
      "Suggestions answered by the end of the period, divided by suggestions received in the period and not withdrawn",
    ],
  },
  {
    code: "a5.realised",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "پیشنهادهای تحقق‌یافته",
      "پیشنهادهایی که همه یا بخشی از آن‌ها انجام شده است، تقسیم بر پیشنهادهایی که در دوره پاسخ گرفته‌اند",
    ],
    en: [
      "Suggestions realised",
      "Suggestions done wholly or in part, divided by suggestions answered in the period",
    ],
  },
  {
    code: "a5.days-to-answer",
    kind: "median",
    unit: "day",
    direction: "down",
    fa: [
      "روز تا پاسخ پیشنهاد (میانه)",
      "میانه روزهای دریافت تا پاسخ، برای پیشنهادهایی که در دوره پاسخ گرفته‌اند",
    ],
    en: [
      "Days to answer a suggestion (median)",
      "Median of the days from receipt to the answer, over suggestions answered in the period",
    ],
  },
  {
    code: "a9.received",
    kind: "count",
    unit: "demand",
    direction: "none",
    fa: ["مطالبات دریافتی", "تعداد مطالباتی که در دوره ثبت شده‌اند"],
    en: ["Demands received", "Demands registered in the period"],
  },
  {
    code: "a9.answered-in-time",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "پاسخ در مهلت",
      "مطالباتی که تا پایان مهلت پاسخ گرفته‌اند، تقسیم بر مطالباتی که مهلت پاسخشان در دوره بوده و پس گرفته نشده‌اند",
    ],
    en: [
      "Answered in time",
      "Demands answered by their limit, divided by demands whose limit fell in the period and that were not withdrawn",
    ],
  },
  {
    code: "a9.days-to-answer",
    kind: "median",
    unit: "day",
    direction: "down",
    fa: [
      "روز تا پاسخ (میانه)",
      "میانه روزهای دریافت تا پاسخ، برای مطالباتی که در دوره پاسخ گرفته‌اند و پس گرفته نشده‌اند",
    ],
    en: [
      "Days to the answer (median)",
      "Median of the days from receipt to the answer, over demands answered in the period and not withdrawn",
    ],
  },
  {
    code: "a9.confirmed",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "حل‌شده به گفته شهروند",
      "مطالباتی که شهروند در دوره حل شدنشان را تأیید کرده است، تقسیم بر مطالباتی که شهروند در دوره درباره‌شان نظر داده است",
    ],
    en: [
      "Confirmed by the citizen",
      "Demands whose citizen confirmed the solution in the period, divided by demands on which a citizen gave a word in the period",
    ],
  },
  {
    code: "a9.voiced",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "پاسخ‌هایی که شهروند درباره‌شان نظر داد",
      "مطالباتی که شهروند تا پایان دوره درباره پاسخشان نظر داده است، تقسیم بر مطالباتی که در دوره با انجام همه یا بخشی از کار پاسخ گرفته‌اند",
    ],
    en: [
      "Answers on which the citizen gave a word",
      "Demands on whose answer the citizen gave his word by the end of the period, divided by demands answered in the period with something done",
    ],
  },
  {
    code: "a9.transferred",
    kind: "rate",
    unit: "percent",
    direction: "down",
    fa: [
      "مطالبات جابه‌جاشده میان دستگاه‌ها",
      "مطالباتی که دستگاهی آن‌ها را به دستگاه دیگر فرستاده است، تقسیم بر مطالباتی که در دوره رسیده و پس گرفته نشده‌اند",
    ],
    en: [
      "Demands passed between bodies",
      "Demands that a body passed to another one, divided by demands received in the period and not withdrawn",
    ],
  },
  {
    code: "a9.overdue",
    kind: "count",
    unit: "demand",
    direction: "down",
    fa: ["مطالبات گذشته از مهلت", "تعداد مطالباتی که در آخرین روز دوره مهلتشان گذشته بوده و پاسخی نداشته‌اند"],
    en: ["Demands overdue", "Demands whose limit had passed without an answer on the last day of the period"],
  },
];
