import type { IndicatorRow } from "./indicator-row";

/** Indicators of obstacles and of what a place owes. */
export const indicatorsOfLedger: readonly IndicatorRow[] = [
  {
    code: "a16.obstacles-raised",
    kind: "count",
    unit: "obstacle",
    direction: "none",
    fa: ["موانع اعلام‌شده", "تعداد موانعی که در دوره به استان اعلام شده‌اند"],
    en: ["Obstacles raised", "Obstacles raised to the province in the period"],
  },
  {
    code: "a16.obstacles-open",
    kind: "count",
    unit: "obstacle",
    direction: "down",
    fa: ["موانع برجامانده", "تعداد موانعی که در آخرین روز دوره هنوز برداشته نشده بوده‌اند"],
    en: ["Obstacles that stand", "Obstacles that were not cleared yet on the last day of the period"],
  },
  {
    code: "a16.days-to-clear",
    kind: "median",
    unit: "day",
    direction: "down",
    fa: [
      "روز تا برداشته شدن مانع (میانه)",
      "میانه روزهای اعلام مانع تا تأیید برداشته شدن آن در محل، برای موانعی که در دوره تأیید شده‌اند",
    ],
    en: [
      "Days to clear an obstacle (median)",
      "Median of the days from raising an obstacle to finding it cleared on the ground, over those found so in the period",
    ],
  },
  {
    code: "a16.obligations-verified",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "تعهدات راستی‌آزمایی‌شده",
      "تعهداتی که انجامشان تا پایان دوره راستی‌آزمایی شده است، تقسیم بر تعهداتی که مهلتشان در دوره بوده است",
    ],
    en: [
      "Obligations verified",
      "Obligations verified by the end of the period, divided by obligations due in the period",
    ],
  },
  {
    code: "a16.on-time-first-limit",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "انجام در مهلت نخست",
      "تعهداتی که انجامشان تا نخستین مهلت گزارش شده است، تقسیم بر تعهداتی که نخستین مهلتشان در دوره بوده است",
    ],
    en: [
      "Done by the first limit",
      "Obligations reported done by their first limit, divided by obligations whose first limit fell in the period",
    ],
  },
  {
    code: "a16.re-dated",
    kind: "rate",
    unit: "percent",
    direction: "down",
    fa: [
      "تعهدات با مهلت تازه",
      "تعهداتی که مهلت دیگری گرفته‌اند، تقسیم بر تعهداتی که نخستین مهلتشان در دوره بوده است",
    ],
    en: [
      "Obligations given another day",
      "Obligations that were given another day, divided by obligations whose first limit fell in the period",
    ],
  },
  {
    code: "a16.days-to-acknowledge",
    kind: "median",
    unit: "day",
    direction: "down",
    fa: [
      "روز تا وصول تعهد (میانه)",
      "میانه روزهای ابلاغ تعهد تا اعلام وصول آن، برای تعهداتی که در دوره وصول شده‌اند",
    ],
    en: [
      "Days to acknowledge (median)",
      "Median of the days from the issue of an obligation to its acknowledgement, over those acknowledged in the period",
    ],
  },
];
