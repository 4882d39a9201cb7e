import type { IndicatorRow } from "./indicator-row";

/** Indicators of meetings and visits. */
export const indicatorsOfMeetings: readonly IndicatorRow[] = [
  {
    code: "a6.thematic-held",
    kind: "count",
    unit: "meeting",
    direction: "up",
    fa: ["جلسات موضوعی برگزارشده", "تعداد جلسات موضوعی که در دوره برگزار شده‌اند"],
    en: ["Thematic meetings held", "Thematic meetings that were held in the period"],
  },
  {
    code: "a6.held-of-planned",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "جلسات موضوعی برگزارشده از برنامه",
      "جلسات موضوعی برگزارشده، تقسیم بر همه جلسات موضوعی که روزشان در دوره رسیده است؛ جلسه لغوشده هم برنامه بوده است",
    ],
    en: [
      "Thematic meetings held of those planned",
      "Thematic meetings held, divided by all thematic meetings whose day came in the period; one called off was planned too",
    ],
  },
  {
    code: "a6.attendance",
    kind: "sum",
    unit: "person",
    direction: "up",
    fa: ["حضور در جلسات موضوعی", "جمع حاضران جلسات موضوعی دوره؛ هر نفر در هر جلسه یک بار"],
    en: [
      "Attendance at thematic meetings",
      "Attendances at the period's thematic meetings, each person once per meeting",
    ],
  },
  {
    code: "a6.heads-in-person",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "رؤسای دستگاه‌ها که خود آمدند",
      "دستگاه‌هایی که رئیسشان خود در جلسه بوده است، تقسیم بر همه دستگاه‌های دعوت‌شده به جلسات موضوعی و مشترک برگزارشده دوره",
    ],
    en: [
      "Heads of bodies who came themselves",
      "Bodies whose head was there himself, divided by all bodies called to the thematic and joint meetings held in the period",
    ],
  },
  {
    code: "a6.asks-of-people",
    kind: "sum",
    unit: "ask",
    direction: "none",
    fa: ["خواسته‌های مردم در جلسات", "جمع خواسته‌های مردم که در جلسات موضوعی دوره نوشته شده است"],
    en: [
      "What the people asked in meetings",
      "Sum of what the people asked in the thematic meetings of the period, as written down",
    ],
  },
  {
    code: "a6.asks-of-bodies",
    kind: "sum",
    unit: "ask",
    direction: "none",
    fa: ["خواسته‌های دستگاه‌ها در جلسات", "جمع خواسته‌های دستگاه‌ها که در جلسات موضوعی دوره نوشته شده است"],
    en: [
      "What the bodies asked in meetings",
      "Sum of what the bodies asked in the thematic meetings of the period, as written down",
    ],
  },
  {
    code: "a6.minutes-issued",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "جلسات دارای صورت‌جلسه ابلاغ‌شده",
      "جلسات موضوعی و مشترکی که صورت‌جلسه‌شان تا پایان دوره ابلاغ شده است، تقسیم بر همه جلسات موضوعی و مشترک برگزارشده دوره",
    ],
    en: [
      "Meetings with issued minutes",
      "Thematic and joint meetings whose minutes were issued by the end of the period, divided by all such meetings held in the period",
    ],
  },
  {
    code: "a7.visits-held",
    kind: "count",
    unit: "meeting",
    direction: "up",
    fa: ["حضور مسئولان در میان مردم", "تعداد جلسات حضور مسئولان در میان مردم که در دوره برگزار شده‌اند"],
    en: ["Officials among the people", "Meetings of officials among the people held in the period"],
  },
  {
    code: "a7.visits-made",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "بازدیدهای انجام‌شده از برنامه",
      "بازدیدهای انجام‌شده، تقسیم بر همه بازدیدهایی که روزشان در دوره رسیده است؛ بازدید لغوشده هم برنامه بوده است",
    ],
    en: [
      "Visits made of those planned",
      "Visits made, divided by all visits whose day came in the period; one called off was planned too",
    ],
  },
  {
    code: "a7.localities-reached",
    kind: "count",
    unit: "locality",
    direction: "up",
    fa: ["محل‌های بازدیدشده", "تعداد محل‌هایی که در دوره بازدیدی از آن‌ها انجام شده است؛ هر محل یک بار"],
    en: ["Localities reached", "Localities in which a visit was made in the period, each counted once"],
  },
  {
    code: "a7.no-shows",
    kind: "count",
    unit: "visit",
    direction: "down",
    fa: ["نیامدن‌های بی‌عذر", "تعداد بازدیدهای اعلام‌شده دوره که مسئول بی‌عذر در آن حاضر نشده است"],
    en: [
      "Failures to appear",
      "Announced visits of the period to which the official did not come, without an excuse",
    ],
  },
  {
    code: "a7.demands-on-the-spot",
    kind: "count",
    unit: "demand",
    direction: "none",
    fa: ["مطالبات ثبت‌شده در محل", "تعداد مطالباتی که در دوره هنگام حضور در میان مردم ثبت شده‌اند"],
    en: [
      "Demands taken down on the spot",
      "Demands taken down in the period while officials were among the people",
    ],
  },
  {
    code: "a8.joint-held",
    kind: "count",
    unit: "meeting",
    direction: "up",
    fa: ["نشست‌های مشترک", "تعداد نشست‌های مشترک شبکه، دستگاه‌ها و شوراها که در دوره برگزار شده‌اند"],
    en: ["Joint meetings", "Joint meetings of network, bodies and councils held in the period"],
  },
  {
    code: "a8.three-sides",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "نشست‌های مشترک با هر سه طرف",
      "نشست‌های مشترکی که شبکه، دستگاه‌ها و شورا یا شهرداری در آن حاضر بوده‌اند، تقسیم بر همه نشست‌های مشترک برگزارشده دوره",
    ],
    en: [
      "Joint meetings with all three sides",
      "Joint meetings at which the network, bodies, and a council or municipality were counted, divided by all joint meetings held in the period",
    ],
  },
  {
    code: "a8.resolutions",
    kind: "sum",
    unit: "resolution",
    direction: "none",
    fa: ["مصوبات نشست‌های مشترک", "جمع مصوبات در صورت‌جلسه ابلاغ‌شده نشست‌های مشترک دوره"],
    en: [
      "Resolutions of joint meetings",
      "Sum of the resolutions in the issued minutes of the joint meetings held in the period",
    ],
  },
];
