/**
 * Whom it binds: a county's assistant (الف), a province's representative (ب), a ministry's representative (ج) of circular
 * 43515, the head of a body for its public relations, or a province's steering council of management development.
 */
export type DutyRole = "assistant" | "representative" | "ministry" | "body-head" | "steering-council";

export interface DutyFact {
  /** `a1` … `a17`, `b1` … `b10`, `c1` … `c10`, `s1-1` … `s1-14`, `s3-1` … `s3-13` */
  code: string;
  roleGroup: DutyRole;
  position: number;
  textFa: string;
  textEn: string;
  /**
   * Place in its source: `43515/4-a-1` is clause 4, list الف, number 1 of circular 43515 of 1401/06/20; `PR/1` a clause of the
   * directive on public relations, `504956/1` a number of letter 504956 of 1398/09/09.
   */
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

/** The directive on public relations in 14 clauses. */
const PUBLIC_RELATIONS: Texts = [
  [
    "انتصاب مدیر روابط عمومی با شرایط احراز و با هماهنگی وزارتخانه و استانداری",
    "Appoint the head of public relations by the conditions of the post, with the ministry and the governorate agreeing",
  ],
  [
    "دادن حکم مشاور مدیر دستگاه به مدیر روابط عمومی",
    "Give the head of public relations an order as adviser to the head of the body",
  ],
  [
    "تشکیل شورای اطلاع‌رسانی به ریاست مدیر دستگاه و دبیری مدیر روابط عمومی",
    "Form an information council, chaired by the head of the body with public relations as its secretary",
  ],
  [
    "پیگیری حذف پست‌های ترکیبی روابط عمومی از راه وزارتخانه",
    "Have combined public-relations posts removed through the ministry",
  ],
  [
    "دعوت از مدیر روابط عمومی به جلسات دستگاه به‌عنوان عضو مدعو",
    "Invite the head of public relations to the body's meetings as an invited member",
  ],
  [
    "عضویت در شورای هماهنگی، همکاری در برنامه‌های آن و پرداخت هزینه",
    "Belong to the co-ordination council, take part in its programmes and pay the share",
  ],
  ["فرستادن کارکنان روابط عمومی به دوره‌های آموزشی", "Send public-relations staff to training"],
  ["شرکت در همایش‌ها و جشنواره‌های روابط عمومی", "Take part in conferences and festivals of public relations"],
  ["برگزاری نشست خبری در نوبت‌های منظم", "Hold press sessions at regular intervals"],
  ["تازه نگه داشتن پایگاه اطلاع‌رسانی دستگاه", "Keep the body's portal up to date"],
  [
    "ارتباط پیوسته با رسانه‌ها، به‌ویژه رسانه‌های محلی",
    "Keep in steady contact with the media, local ones above all",
  ],
  [
    "پاسخ به پرسش‌ها و درخواست‌های مردم که در رسانه‌ها آمده است",
    "Answer what people ask or request through the media",
  ],
  ["فراهم کردن امکانات روز برای روابط عمومی", "Equip public relations with up-to-date means"],
  [
    "واگذاری تولید خبر، فیلم و عکس به بیرون، تا جایی که شدنی است",
    "Hand the making of news, film and photographs to others, where it can be done",
  ],
];

/** The 13 duties of a province's steering council of management development. */
const STEERING_COUNCIL: Texts = [
  [
    "یافتن راه اجرای سیاست‌های کلی نظام اداری، نقشه راه و قانون مدیریت خدمات کشوری در استان",
    "Find how the general administrative policies, the road map and the civil-service law are carried out in the province",
  ],
  ["پیش‌بینی بودجه اصلاح نظام اداری استان", "Foresee the budget of administrative reform in the province"],
  [
    "پیگیری سلامت اداری و پاسداری از حقوق شهروندان",
    "Pursue integrity in administration and the citizens' rights",
  ],
  ["بررسی و تصویب اعتبار برنامه‌های دولت الکترونیک", "Examine and approve the funds of electronic government"],
  [
    "بهتر کردن کیفیت خدمات و رضایت مردم و کاستن از هزینه‌ها",
    "Raise the quality of services and satisfaction, and lower costs",
  ],
  ["توانمند کردن و آموزش مدیران و کارکنان", "Train managers and staff and strengthen their abilities"],
  [
    "رشد فرهنگ سازمانی با نگاه به ویژگی‌های استان",
    "Develop the culture of organisations with regard to the province",
  ],
  [
    "پاسخگویی و شفافیت با نظارت تشکل‌های مردمی",
    "Accountability and openness, with people's associations overseeing",
  ],
  ["بالا بردن بهره‌وری دستگاه‌های استان", "Raise the productivity of the province's bodies"],
  ["رد و بدل کردن تجربه‌های موفق استان‌ها", "Exchange the provinces' successful experiences"],
  [
    "تأیید گزارش‌های تحلیلی دوره‌ای برای دبیرخانه ستاد و شورای عالی اداری",
    "Confirm periodic analytic reports for the headquarters' secretariat and the High Administrative Council",
  ],
  [
    "پیشبرد مدیریت عملکرد و تأیید برگزیدگان جشنواره شهید رجایی",
    "Advance performance management and confirm the chosen of the Shahid Rajaee festival",
  ],
  [
    "تشکیل کمیته‌های تخصصی ماده ۴ و تعیین ترکیب و کار آن‌ها",
    "Form the specialised committees of article 4 and set their members and work",
  ],
];

/** A list: what its codes and its clauses begin with, whom it binds, its words in order. */
function listOf(codes: string, clauses: string, roleGroup: DutyRole, texts: Texts): DutyFact[] {
  return texts.map((text, index) => {
    const [textFa, textEn] = text ?? ABSENT;
    const position = index + 1;
    const clause = `${clauses}${position}`;
    return {
      code: `${codes}${position}`,
      roleGroup,
      position,
      textFa,
      textEn,
      clause,
      isAbsent: text === null,
    };
  });
}

/** Duties of their sources in our own short words. */
export const duties: readonly DutyFact[] = [
  ...listOf("a", "43515/4-a-", "assistant", ASSISTANT),
  ...listOf("b", "43515/4-b-", "representative", REPRESENTATIVE),
  ...listOf("c", "43515/4-c-", "ministry", MINISTRY),
  ...listOf("s1-", "PR/", "body-head", PUBLIC_RELATIONS),
  ...listOf("s3-", "504956/", "steering-council", STEERING_COUNCIL),
];
