import type { IndicatorRow } from "./indicator-row";

/** Indicators of the network: its people, circles and contacts, and what it looked at. */
export const indicatorsOfNetwork: readonly IndicatorRow[] = [
  {
    code: "a1.active-members",
    kind: "count",
    unit: "person",
    direction: "up",
    fa: [
      "اعضای شبکه",
      "تعداد اعضایی که در آخرین روز دوره در شبکه بوده‌اند؛ آنان که مدتی است تماسی نداشته‌اند هم شمرده می‌شوند",
    ],
    en: [
      "Members of the network",
      "Members who stood in the network on the last day of the period, those who were silent for a while included",
    ],
  },
  {
    code: "a1.circles",
    kind: "count",
    unit: "circle",
    direction: "up",
    fa: ["حلقه‌های میانی فعال", "تعداد حلقه‌هایی که در آخرین روز دوره برپا بوده‌اند"],
    en: ["Active circles", "Circles that existed on the last day of the period"],
  },
  {
    code: "a1.fields-covered",
    kind: "count",
    unit: "field",
    direction: "up",
    fa: ["موضوع‌های دارای حلقه", "تعداد موضوع‌هایی که در آخرین روز دوره دست‌کم یک حلقه در آن‌ها برپا بوده است"],
    en: [
      "Fields with a circle",
      "Fields in which at least one circle was at work on the last day of the period",
    ],
  },
  {
    code: "a1.new-members",
    kind: "count",
    unit: "person",
    direction: "up",
    fa: ["همیاران تازه", "تعداد اعضایی که در دوره به شبکه پیوسته‌اند، بی کسانی که از شهرستان دیگری آمده‌اند"],
    en: [
      "New members",
      "Members who joined the network in the period, without those who came over from another county",
    ],
  },
  {
    code: "a1.in-circles",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: ["اعضای حاضر در حلقه‌ها", "اعضایی که در آخرین روز دوره عضو حلقه‌ای بوده‌اند، تقسیم بر همه اعضای آن روز"],
    en: [
      "Members in circles",
      "Members who sat in a circle on the last day of the period, divided by all members on that day",
    ],
  },
  {
    code: "a1.join-days",
    kind: "median",
    unit: "day",
    direction: "down",
    fa: [
      "روز تا پاسخ درخواست پیوستن (میانه)",
      "میانه روزهای رسیدن درخواست پیوستن تا پذیرفتن یا نپذیرفتن آن، برای درخواست‌هایی که در دوره پاسخ گرفته‌اند",
    ],
    en: [
      "Days to answer a request to join (median)",
      "Median of the days from a request to join to its decision, over requests decided in the period",
    ],
  },
  {
    code: "a2.contacts",
    kind: "count",
    unit: "contact",
    direction: "up",
    fa: ["تماس‌ها", "تعداد تماس‌های ثبت‌شده با اعضا در دوره، با هر نتیجه"],
    en: ["Contacts", "Contacts with members in the period, whatever their outcome"],
  },
  {
    code: "a2.yield",
    kind: "rate",
    unit: "percent",
    direction: "none",
    fa: [
      "تماس‌هایی که کاری از آن‌ها برآمد",
      "تماس‌های موفق دوره که در آن‌ها کاری خواسته شده است، تقسیم بر همه تماس‌های موفق دوره",
    ],
    en: [
      "Contacts that brought work",
      "Contacts of the period that reached the member and asked for something to be done, divided by all that reached the member",
    ],
  },
  {
    code: "a2.actions-closed",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "کارهای تماس‌ها که انجام شد",
      "تماس‌های دوره که کار خواسته‌شده در آن‌ها تا پایان دوره انجام شده است، تقسیم بر همه تماس‌های دوره که کاری خواسته‌اند",
    ],
    en: [
      "Work asked in contacts and done",
      "Contacts of the period whose asked work was done by the end of the period, divided by all contacts of the period that asked for work",
    ],
  },
  {
    code: "a2.within-cadence",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: [
      "اعضای در آهنگ ارتباط",
      "اعضای فعالی که در آخرین روز دوره از آخرین تماس موفق با آنان بیش از آهنگ ارتباطشان نگذشته است، تقسیم بر همه اعضای فعال آن روز",
    ],
    en: [
      "Members within cadence",
      "Active members whose last successful contact is no older than their cadence on the last day of the period, divided by all members active that day",
    ],
  },
  {
    code: "a2.reach-rate",
    kind: "rate",
    unit: "percent",
    direction: "up",
    fa: ["تماس‌های موفق", "تماس‌های دوره که به گفت‌وگو رسیده‌اند، تقسیم بر همه تماس‌های دوره"],
    en: [
      "Contacts that reached",
      "Contacts of the period that reached the member, divided by all contacts of the period",
    ],
  },
  {
    code: "a2.silence",
    kind: "median",
    unit: "day",
    direction: "down",
    fa: [
      "روز از آخرین تماس (میانه)",
      "میانه روزهایی که در آخرین روز دوره از آخرین تماس موفق با هر عضو گذشته است؛ برای کسی که هنوز تماسی نداشته از روز پیوستن؛ آنان که تماس نخواسته‌اند شمرده نمی‌شوند",
    ],
    en: [
      "Days since the last contact (median)",
      "Median of the days since each member was last reached, on the last day of the period; from the day of joining where he never was; without those who asked for no contact",
    ],
  },
  {
    code: "a3.monitored",
    kind: "count",
    unit: "obligation",
    direction: "up",
    fa: ["تعهدات دیده‌شده در محل", "تعداد تعهداتی که حلقه‌ای از شبکه در دوره در محل دیده است؛ هر تعهد یک بار"],
    en: [
      "Obligations looked at on the spot",
      "Obligations at which a circle of the network looked on the spot in the period, each counted once",
    ],
  },
];
