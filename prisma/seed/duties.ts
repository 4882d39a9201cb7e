/** Whose duty it is: a county's assistant (الف), a province's representative (ب), a ministry's representative (ج). */
export type DutyRole = "assistant" | "representative" | "ministry";

export interface DutyFact {
  /** `a1` … `a17`, `b1` … `b10`, `c1` … `c10` */
  code: string;
  roleGroup: DutyRole;
  position: number;
  textFa: string;
  textEn: string;
  /** Place in circular 43515 of 1401/06/20: `43515/4-a-1` is clause 4, list الف, number 1. */
  clause: string;
  /** The number is missing in the circular itself. Its place is kept, nothing is asked under it. */
  isAbsent: boolean;
}

type Texts = readonly (readonly [fa: string, en: string] | null)[];

const ABSENT = ["این شماره در متن بخشنامه نیست", "This number is absent from the circular"] as const;

const ASSISTANT: Texts = [
  [
    "شناسایی افراد و گروه‌های فعال و تشکیل شبکه حلقه‌های میانی و همیاران",
    "Find active people and groups and form the network of circles and volunteers",
  ],
  ["ارتباط پیوسته و دوسویه با شبکه", "Keep in steady, two-way contact with the network"],
  [
    "اعلام برنامه‌های دستگاه‌ها و گرفتن نظر مردم پیش از تصمیم، هنگام اجرا و در نظارت",
    "Announce the bodies' programmes and take the people's opinion before decisions, during work and in oversight",
  ],
  null,
  [
    "اعلام نتیجه پیشنهادها، اندازه تحقق آن‌ها و علت تحقق نیافتن",
    "Tell what became of proposals, how far they were fulfilled and why not",
  ],
  [
    "برگزاری پیوسته جلسات موضوعی شبکه با دستگاه‌ها و بازتاب خواسته‌های دو طرف",
    "Hold regular thematic meetings of the network with bodies and convey what each side asks",
  ],
  [
    "زمان‌بندی حضور مسئولان در میان مردم و گفت‌وگو با آنان",
    "Schedule officials' presence among the people and talks with them",
  ],
  [
    "زمان‌بندی نشست‌های مشترک شبکه، دستگاه‌ها، شوراها و شهرداری‌ها",
    "Schedule joint meetings of the network, bodies, councils and municipalities",
  ],
  [
    "رساندن مطالبات مردم به مسئولان و پیگیری تا نتیجه‌ای که بتوان به مردم گزارش داد",
    "Bring demands to officials and follow them to a result that can be reported to the people",
  ],
  [
    "شناسایی فرایندهای زائد و طولانی و پیگیری رفع آن‌ها در شهرستان یا استان",
    "Find unnecessary and long procedures and have them removed in the county or through the province",
  ],
  [
    "آسان کردن کار اقتصادی مردم و پیشبرد پروژه‌های مشارکتی",
    "Ease people's economic activity and advance joint projects",
  ],
  [
    "شناسایی و اولویت‌بندی مسائل و جلب همکاری برای حل آن‌ها",
    "Identify and rank problems and win co-operation to solve them",
  ],
  [
    "اجرای شعارها و برنامه‌های سال با تکیه بر ظرفیت مردم",
    "Carry out the themes of the year by the people's own capacity",
  ],
  [
    "شناسایی کارهای قابل واگذاری به همیاران و پیگیری واگذاری",
    "Find works that can be handed to volunteers and see the hand-over through",
  ],
  ["جلب مشارکت مردم در برگزاری مراسم و مناسبت‌ها", "Win the people's part in ceremonies and occasions"],
  ["گزارش پیوسته اقدامات و موانع به استان", "Report work done and obstacles to the province without pause"],
  ["اجرای ابلاغیه‌های ستاد مردمی‌سازی دولت", "Carry out the directives of the people-engagement headquarters"],
];

const REPRESENTATIVE: Texts = [
  ["پیگیری انجام وظایف دستیاران شهرستان", "Follow the work of the county assistants"],
  [
    "گرفتن پیشنهادهای دستیاران و رساندن مهم‌ترین آن‌ها به سطح ملی",
    "Collect the assistants' proposals and pass the most important ones to the national office",
  ],
  [
    "دریافت موانع شهرستان‌ها و حل آن‌ها از راه دستگاه‌های استان",
    "Receive the counties' obstacles and solve them through bodies of the province",
  ],
  [
    "زمان‌بندی حضور مدیران کل در شهرستان‌ها و گفت‌وگو با مردم",
    "Schedule directors-general to visit counties and talk with people",
  ],
  [
    "برگزاری جلسه ماهانه دستیاران با استاندار یا معاونان",
    "Hold a monthly meeting of assistants with the governor-general or deputies",
  ],
  ["تبادل پیوسته اطلاعات با دستیار رئیس‌جمهور", "Exchange information steadily with the president's assistant"],
  [
    "جمع‌بندی موانع و اعلام آن‌ها برای پیگیری از وزارتخانه‌ها",
    "Sum up obstacles and send them up to be pursued with ministries",
  ],
  [
    "ابلاغ تصمیم‌های تازه و شیوه اجرا به دستیاران",
    "Pass new decisions and the way to carry them out to the assistants",
  ],
  [
    "هماهنگ کردن ادارات کل در موضوعات مشترک از راه استاندار",
    "Have the governor-general co-ordinate directorates in shared matters",
  ],
  ["حضور منظم در شهرستان‌ها و مشاهده روند کار", "Visit the counties regularly and see how work proceeds"],
];

const MINISTRY: Texts = [
  ["آسان کردن فرایندهای واحدهای استانی و شهرستانی", "Ease the procedures of provincial and county units"],
  ["رفع مانع و کوتاه کردن صدور مجوزها", "Remove obstacles and shorten the issue of permits"],
  [
    "هماهنگ کردن دستگاه‌های وابسته برای حل مسائل واحدها",
    "Co-ordinate affiliated bodies to solve the units' problems",
  ],
  ["تفویض اختیار به دستگاه‌های استانی", "Delegate powers to bodies in the provinces"],
  ["همکاری پیوسته با دستیار رئیس‌جمهور", "Work together steadily with the president's assistant"],
  [
    "گرفتن برنامه‌های دستیار رئیس‌جمهور و عملی کردن آن‌ها",
    "Take the programmes of the president's assistant and put them into practice",
  ],
  [
    "پیگیری کارهای سپرده‌شده از معاونت‌ها و دستگاه‌های وابسته",
    "Follow assigned matters with deputies and affiliated bodies",
  ],
  ["گرفتن گزارش ماهانه از واحدهای استانی", "Take a monthly report from units in the provinces"],
  [
    "شناسایی ظرفیت‌ها و مسائل استان‌ها و پیشنهاد عملی",
    "Identify the provinces' capacities and problems and make workable proposals",
  ],
  [
    "اجرای ابلاغیه‌های دستیار رئیس‌جمهور در بخش خود",
    "Carry out the directives of the president's assistant in one's own sector",
  ],
];

function listOf(letter: "a" | "b" | "c", roleGroup: DutyRole, texts: Texts): DutyFact[] {
  return texts.map((text, index) => {
    const [textFa, textEn] = text ?? ABSENT;
    const position = index + 1;
    const clause = `43515/4-${letter}-${position}`;
    return {
      code: `${letter}${position}`,
      roleGroup,
      position,
      textFa,
      textEn,
      clause,
      isAbsent: text === null,
    };
  });
}

/** Duties of circular 43515, clause 4, in our own short words. */
export const duties: readonly DutyFact[] = [
  ...listOf("a", "assistant", ASSISTANT),
  ...listOf("b", "representative", REPRESENTATIVE),
  ...listOf("c", "ministry", MINISTRY),
];
