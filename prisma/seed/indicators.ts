export interface IndicatorFact {
  /** The duty's code, a dot, and what is measured. */
  code: string;
  dutyCode: string;
  position: number;
  nameFa: string;
  nameEn: string;
  unitFa: string;
  unitEn: string;
  /** What is counted, or what is divided by what, in words a reader can check against the records. */
  formulaFa: string;
  formulaEn: string;
  kind: "count" | "rate" | "median";
  /** Whether more or less is better, or the figure only describes. */
  direction: "up" | "down" | "none";
  /** Smallest denominator with which a place may be compared with others. */
  minimumCount: number;
}

const RATE_FLOOR = 10;

const UNITS = {
  person: ["نفر", "people"],
  circle: ["حلقه", "circles"],
  contact: ["تماس", "contacts"],
  meeting: ["جلسه", "meetings"],
  demand: ["مطالبه", "demands"],
  obstacle: ["مانع", "obstacles"],
  percent: ["درصد", "per cent"],
  day: ["روز", "days"],
} as const;

type Row = readonly [
  code: string,
  unit: Exclude<keyof typeof UNITS, "percent" | "day">,
  direction: IndicatorFact["direction"],
  nameFa: string,
  nameEn: string,
  formulaFa: string,
  formulaEn: string,
];

type RateRow = readonly [code: string, nameFa: string, nameEn: string, formulaFa: string, formulaEn: string];

const COUNTS: readonly Row[] = [
  [
    "a1.active-members",
    "person",
    "up",
    "اعضای شبکه",
    "Members of the network",
    "تعداد اعضایی که در آخرین روز دوره در شبکه بوده‌اند؛ آنان که مدتی است تماسی نداشته‌اند هم شمرده می‌شوند",
    "Members who stood in the network on the last day of the period, those who were silent for a while included",
  ],
  [
    "a1.circles",
    "circle",
    "up",
    "حلقه‌های میانی فعال",
    "Active circles",
    "تعداد حلقه‌هایی که در آخرین روز دوره برپا بوده‌اند",
    "Circles that existed on the last day of the period",
  ],
  [
    "a1.new-members",
    "person",
    "up",
    "همیاران تازه",
    "New members",
    "تعداد اعضایی که در دوره به شبکه پیوسته‌اند، بی کسانی که از شهرستان دیگری آمده‌اند",
    "Members who joined the network in the period, without those who came over from another county",
  ],
  [
    "a2.contacts",
    "contact",
    "up",
    "تماس‌ها",
    "Contacts",
    "تعداد تماس‌های ثبت‌شده با اعضا در دوره، با هر نتیجه",
    "Contacts with members in the period, whatever their outcome",
  ],
  [
    "a6.thematic-held",
    "meeting",
    "up",
    "جلسات موضوعی برگزارشده",
    "Thematic meetings held",
    "تعداد جلسات موضوعی که در دوره برگزار شده‌اند",
    "Thematic meetings that were held in the period",
  ],
  [
    "a6.attendance",
    "person",
    "up",
    "حضور در جلسات موضوعی",
    "Attendance at thematic meetings",
    "جمع حاضران جلسات موضوعی دوره؛ هر نفر در هر جلسه یک بار",
    "Attendances at the period's thematic meetings, each person once per meeting",
  ],
  [
    "a7.visits-held",
    "meeting",
    "up",
    "حضور مسئولان در میان مردم",
    "Officials among the people",
    "تعداد جلسات حضور مسئولان در میان مردم که در دوره برگزار شده‌اند",
    "Meetings of officials among the people held in the period",
  ],
  [
    "a8.joint-held",
    "meeting",
    "up",
    "نشست‌های مشترک",
    "Joint meetings",
    "تعداد نشست‌های مشترک شبکه، دستگاه‌ها و شوراها که در دوره برگزار شده‌اند",
    "Joint meetings of network, bodies and councils held in the period",
  ],
  [
    "a9.received",
    "demand",
    "none",
    "مطالبات دریافتی",
    "Demands received",
    "تعداد مطالباتی که در دوره ثبت شده‌اند",
    "Demands registered in the period",
  ],
  [
    "a16.obstacles-raised",
    "obstacle",
    "none",
    "موانع اعلام‌شده",
    "Obstacles raised",
    "تعداد موانعی که در دوره به استان اعلام شده‌اند",
    "Obstacles raised to the province in the period",
  ],
];

const RATES: readonly RateRow[] = [
  [
    "a2.within-cadence",
    "اعضای در آهنگ ارتباط",
    "Members within cadence",
    "اعضای فعالی که در آخرین روز دوره از آخرین تماس موفق با آنان بیش از آهنگ ارتباطشان نگذشته است، تقسیم بر همه اعضای فعال آن روز",
    "Active members whose last successful contact is no older than their cadence on the last day of the period, divided by all members active that day",
  ],
  [
    "a2.reach-rate",
    "تماس‌های موفق",
    "Contacts that reached",
    "تماس‌های دوره که به گفت‌وگو رسیده‌اند، تقسیم بر همه تماس‌های دوره",
    "Contacts of the period that reached the member, divided by all contacts of the period",
  ],
  [
    "a9.answered-in-time",
    "پاسخ در مهلت",
    "Answered in time",
    "مطالباتی که تا پایان مهلت پاسخ گرفته‌اند، تقسیم بر مطالباتی که مهلت پاسخشان در دوره بوده و پس گرفته نشده‌اند",
    "Demands answered by their limit, divided by demands whose limit fell in the period and that were not withdrawn",
  ],
  [
    "a9.confirmed",
    "حل‌شده به گفته شهروند",
    "Confirmed by the citizen",
    "مطالباتی که شهروند در دوره حل شدنشان را تأیید کرده است، تقسیم بر مطالباتی که شهروند در دوره درباره‌شان نظر داده است",
    "Demands whose citizen confirmed the solution in the period, divided by demands on which a citizen gave a word in the period",
  ],
  [
    "a16.obligations-verified",
    "تعهدات راستی‌آزمایی‌شده",
    "Obligations verified",
    "تعهداتی که انجامشان تا پایان دوره راستی‌آزمایی شده است، تقسیم بر تعهداتی که مهلتشان در دوره بوده است",
    "Obligations verified by the end of the period, divided by obligations due in the period",
  ],
  [
    "a16.on-time-first-limit",
    "انجام در مهلت نخست",
    "Done by the first limit",
    "تعهداتی که انجامشان تا نخستین مهلت گزارش شده است، تقسیم بر تعهداتی که نخستین مهلتشان در دوره بوده است",
    "Obligations reported done by their first limit, divided by obligations whose first limit fell in the period",
  ],
];

const MEDIANS: readonly RateRow[] = [
  [
    "a9.days-to-answer",
    "روز تا پاسخ (میانه)",
    "Days to the answer (median)",
    "میانه روزهای دریافت تا پاسخ، برای مطالباتی که در دوره پاسخ گرفته‌اند و پس گرفته نشده‌اند",
    "Median of the days from receipt to the answer, over demands answered in the period and not withdrawn",
  ],
];

function dutyOf(code: string): string {
  return code.slice(0, code.indexOf("."));
}

function byDuty(one: { dutyCode: string }, other: { dutyCode: string }): number {
  return Number(one.dutyCode.slice(1)) - Number(other.dutyCode.slice(1));
}

/** Indicators over the duties of a county, in the order of the report. */
export const indicators: readonly IndicatorFact[] = [
  ...COUNTS.map(([code, unit, direction, nameFa, nameEn, formulaFa, formulaEn]) => {
    const [unitFa, unitEn] = UNITS[unit];
    const kind = "count" as const;
    return {
      code,
      dutyCode: dutyOf(code),
      nameFa,
      nameEn,
      unitFa,
      unitEn,
      formulaFa,
      formulaEn,
      kind,
      direction,
      minimumCount: 0,
    };
  }),
  ...RATES.map(([code, nameFa, nameEn, formulaFa, formulaEn]) => {
    const [unitFa, unitEn] = UNITS.percent;
    const kind = "rate" as const;
    const direction = "up" as const;
    return {
      code,
      dutyCode: dutyOf(code),
      nameFa,
      nameEn,
      unitFa,
      unitEn,
      formulaFa,
      formulaEn,
      kind,
      direction,
      minimumCount: RATE_FLOOR,
    };
  }),
  ...MEDIANS.map(([code, nameFa, nameEn, formulaFa, formulaEn]) => {
    const [unitFa, unitEn] = UNITS.day;
    const kind = "median" as const;
    const direction = "down" as const;
    return {
      code,
      dutyCode: dutyOf(code),
      nameFa,
      nameEn,
      unitFa,
      unitEn,
      formulaFa,
      formulaEn,
      kind,
      direction,
      minimumCount: RATE_FLOOR,
    };
  }),
]
  .sort(byDuty)
  .map((indicator, index) => ({ ...indicator, position: index + 1 }));
