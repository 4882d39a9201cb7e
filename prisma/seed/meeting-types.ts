import type { AgendaSection, MeetingKind, Participants, QuorumKind } from "~/areas/meetings/choices";

export type MeetingTypeFact = {
  code: string;
  fa: string;
  en: string;
  kind: MeetingKind;
  levels: readonly ("county" | "province")[];
  participants: readonly Participants[];
  quorum: { kind: QuorumKind; count?: number };
  minutesLong: number;
  agenda: readonly AgendaSection[];
};

const section = (fa: string, en: string, minutes: number, fills?: AgendaSection["fills"]): AgendaSection => ({
  fa,
  en,
  minutes,
  ...(fills && { fills }),
});
const followUp = (minutes = 20) =>
  section("پیگیری مصوبات قبل", "Follow-up of earlier resolutions", minutes, "follow-up");
const closing = section("جمع‌بندی و مصوبات", "Conclusions and resolutions", 15);
const both = ["county", "province"] as const;

/** The national base of the types of meetings (S4-a6, a7, a8, b5; S2; S3), in the order in which forms offer them. */
export const meetingTypes: readonly MeetingTypeFact[] = [
  {
    code: "thematic",
    fa: "نشست موضوعی شبکه با دستگاه‌ها",
    en: "Thematic meeting of the network with bodies",
    kind: "thematic",
    levels: both,
    participants: ["network", "bodies"],
    quorum: { kind: "none" },
    minutesLong: 90,
    agenda: [
      followUp(),
      section("گزارش دستگاه", "Report of the body", 20),
      section("نظر شبکه", "The network's word", 35),
      closing,
    ],
  },
  {
    code: "among-people",
    fa: "حضور مسئولان میان مردم",
    en: "Officials among the people",
    kind: "among-people",
    levels: both,
    participants: ["bodies", "people"],
    quorum: { kind: "none" },
    minutesLong: 120,
    agenda: [
      section("گزارش کارهای قول داده‌شده", "What became of earlier promises", 15, "follow-up"),
      section("سخن مردم", "The people's word", 75),
      section("پاسخ و قول مسئولان", "Answers and promises of the officials", 30),
    ],
  },
  {
    code: "joint",
    fa: "نشست مشترک شبکه، دستگاه‌ها، شوراها و شهرداری‌ها",
    en: "Joint meeting of network, bodies, councils and municipalities",
    kind: "joint",
    levels: both,
    participants: ["network", "bodies", "councils", "municipalities"],
    quorum: { kind: "half" },
    minutesLong: 120,
    agenda: [followUp(25), section("مسئله‌های مشترک", "Shared issues", 75), closing],
  },
  {
    code: "monthly-provincial",
    fa: "جلسه ماهانه استان با دستگاه‌ها",
    en: "Monthly provincial meeting with bodies",
    kind: "provincial",
    levels: ["province"],
    participants: ["bodies"],
    quorum: { kind: "half" },
    minutesLong: 120,
    agenda: [
      section("تعهدهای معوق", "Overdue obligations", 35, "follow-up"),
      section("مانع‌های باز شهرستان‌ها", "Open obstacles of the counties", 50, "obstacles"),
      section("سایر موارد", "Other matters", 20),
      closing,
    ],
  },
  {
    code: "administrative-council",
    fa: "شورای اداری",
    en: "Administrative council",
    kind: "council",
    levels: both,
    participants: ["bodies"],
    quorum: { kind: "two-thirds" },
    minutesLong: 120,
    agenda: [followUp(), section("دستور جلسه", "Agenda", 85), closing],
  },
  {
    code: "pr-assembly",
    fa: "مجمع عمومی شورای روابط عمومی",
    en: "General assembly of the public relations council",
    kind: "council",
    levels: both,
    participants: ["bodies"],
    quorum: { kind: "half" },
    minutesLong: 120,
    agenda: [
      followUp(),
      section("گزارش دبیرخانه", "Report of the secretariat", 25),
      section("دستور جلسه", "Agenda", 60),
      closing,
    ],
  },
  {
    code: "committee",
    fa: "کمیته یا کارگروه",
    en: "Committee or working group",
    kind: "council",
    levels: both,
    participants: ["bodies"],
    quorum: { kind: "half" },
    minutesLong: 60,
    agenda: [followUp(15), section("دستور جلسه", "Agenda", 30), closing],
  },
];
