import { directorate, executive, provincialDirectorate } from "./organisation-forms";
import type { OrganisationFact } from "./organisation-fact";

const CULTURE = "science-culture-education";
const PUBLIC = "public-social-judicial";
const HEALTH = "support-health";

/** Bodies of science and culture, of public and judicial affairs, of support and health. */
export const publicBodies: readonly OrganisationFact[] = [
  executive("education", ["آموزش و پرورش", "Education"], CULTURE, directorate),
  executive(
    "technical-training",
    ["آموزش فنی و حرفه‌ای", "Technical and Vocational Training"],
    CULTURE,
    {
      province: ["اداره کل آموزش فنی و حرفه‌ای", "Directorate-General of Technical and Vocational Training"],
      county: ["مرکز آموزش فنی و حرفه‌ای", "Technical and Vocational Training Centre"],
    },
    ["فنی و حرفه‌ای"],
  ),
  executive("culture", ["فرهنگ و ارشاد اسلامی", "Culture and Islamic Guidance"], CULTURE, directorate, [
    "ارشاد اسلامی",
    "فرهنگ و ارشاد",
  ]),
  executive(
    "heritage",
    ["میراث فرهنگی، گردشگری و صنایع دستی", "Cultural Heritage, Tourism and Handicrafts"],
    CULTURE,
    directorate,
    [
      "میراث فرهنگی",
      "میراث فرهنگی و گردشگری",
      "میراث فرهنگی، صنایع دستی و گردشگری",
      "اداره میراث فرهنگی، صنایع دستی و گردشگری",
    ],
  ),
  executive("sport-youth", ["ورزش و جوانان", "Sport and Youth"], CULTURE, directorate),
  executive(
    "islamic-propagation",
    ["تبلیغات اسلامی", "Islamic Propagation"],
    CULTURE,
    {
      province: ["اداره کل تبلیغات اسلامی", "Directorate-General of Islamic Propagation"],
      county: ["اداره تبلیغات اسلامی", "Office of Islamic Propagation"],
    },
    ["سازمان تبلیغات اسلامی"],
  ),
  executive("libraries", ["کتابخانه‌های عمومی", "Public Libraries"], CULTURE, directorate, [
    "نهاد کتابخانه‌های عمومی",
  ]),
  executive(
    "children-centre",
    ["کانون پرورش فکری کودکان و نوجوانان", "Centre for Children and Adolescents"],
    CULTURE,
    {
      province: [
        "اداره کل کانون پرورش فکری کودکان و نوجوانان",
        "Directorate-General of the Centre for Children and Adolescents",
      ],
      county: ["مرکز کانون پرورش فکری کودکان و نوجوانان", "Centre for Children and Adolescents"],
    },
    ["کانون پرورش فکری"],
  ),
  executive(
    "literacy",
    ["نهضت سوادآموزی", "Literacy Movement"],
    CULTURE,
    {
      province: ["معاونت نهضت سوادآموزی", "Deputy Office of the Literacy Movement"],
    },
    ["سوادآموزی"],
  ),
  executive("state-university", ["دانشگاه دولتی", "State University"], CULTURE, {
    province: ["دانشگاه دولتی", "State University"],
  }),
  executive(
    "payame-noor",
    ["دانشگاه پیام نور", "Payame Noor University"],
    CULTURE,
    {
      province: ["دانشگاه پیام نور", "Payame Noor University"],
      county: ["مرکز دانشگاه پیام نور", "Payame Noor University Centre"],
    },
    ["پیام نور"],
  ),
  executive(
    "azad-university",
    ["دانشگاه آزاد اسلامی", "Islamic Azad University"],
    CULTURE,
    {
      province: ["دانشگاه آزاد اسلامی", "Islamic Azad University"],
      county: ["واحد دانشگاه آزاد اسلامی", "Islamic Azad University Branch"],
    },
    ["دانشگاه آزاد"],
  ),
  executive("science-park", ["پارک علم و فناوری", "Science and Technology Park"], CULTURE, {
    province: ["پارک علم و فناوری", "Science and Technology Park"],
  }),
  executive("endowments", ["اوقاف و امور خیریه", "Endowments and Charity"], CULTURE, directorate, ["اوقاف"]),
  executive(
    "broadcaster",
    ["صدا و سیما", "Broadcasting Organisation"],
    CULTURE,
    {
      province: ["صدا و سیمای مرکز", "Broadcasting Centre"],
    },
    [
      "صدا و سیمای استان",
      "مرکز صدا و سیما",
      "صدا و سیمای مرکز استان",
      "سازمان صدا و سیما",
      "صداوسیما",
      "صداوسیمای استان",
      "صداوسیمای مرکز",
    ],
  ),

  executive(
    "justice",
    ["دادگستری", "Justice"],
    PUBLIC,
    {
      province: ["دادگستری کل", "Justice Administration"],
      county: ["دادگستری", "Justice Office"],
    },
    ["اداره کل دادگستری"],
  ),
  executive("civil-registration", ["ثبت احوال", "Civil Registration"], PUBLIC, directorate),
  executive(
    "deeds-registration",
    ["ثبت اسناد و املاک", "Registration of Deeds and Property"],
    PUBLIC,
    directorate,
    ["ثبت اسناد"],
  ),
  executive("forensic-medicine", ["پزشکی قانونی", "Forensic Medicine"], PUBLIC, directorate),
  executive("prisons", ["زندان‌ها", "Prisons"], PUBLIC, provincialDirectorate, [
    "زندان‌ها و اقدامات تأمینی و تربیتی",
  ]),
  executive("penalties", ["تعزیرات حکومتی", "Government Penalties"], PUBLIC, directorate, [
    "سازمان تعزیرات حکومتی",
  ]),
  executive("inspection", ["بازرسی", "Inspection"], PUBLIC, provincialDirectorate, [
    "سازمان بازرسی کل کشور",
    "بازرسی کل",
  ]),
  executive(
    "audit-court",
    ["دیوان محاسبات", "Court of Audit"],
    PUBLIC,
    {
      province: ["دیوان محاسبات", "Court of Audit"],
    },
    ["اداره کل دیوان محاسبات", "دیوان محاسبات کشور"],
  ),
  executive(
    "police",
    ["فرماندهی انتظامی", "Police Command"],
    PUBLIC,
    {
      province: ["فرماندهی انتظامی", "Police Command"],
      county: ["فرماندهی انتظامی", "Police Command"],
    },
    ["نیروی انتظامی", "پلیس", "پلیس راهور", "پلیس راهنمایی و رانندگی"],
  ),
  executive("planning", ["مدیریت و برنامه‌ریزی", "Management and Planning"], PUBLIC, {
    province: ["سازمان مدیریت و برنامه‌ریزی", "Management and Planning Organisation"],
  }),
  executive(
    "economy",
    ["امور اقتصادی و دارایی", "Economic Affairs and Finance"],
    PUBLIC,
    {
      province: ["اداره کل امور اقتصادی و دارایی", "Directorate-General of Economic Affairs and Finance"],
      county: ["اداره امور اقتصادی و دارایی", "Office of Economic Affairs and Finance"],
    },
    [
      "اقتصادی و دارایی",
      "اقتصاد و دارایی",
      "اداره کل اقتصاد و دارایی",
      "امور اقتصاد و دارایی",
      "دارایی",
      "اداره دارایی",
    ],
  ),
  executive("taxes", ["امور مالیاتی", "Tax Affairs"], PUBLIC, directorate),

  executive(
    "medical-university",
    ["دانشگاه علوم پزشکی", "University of Medical Sciences"],
    HEALTH,
    {
      province: [
        "دانشگاه علوم پزشکی و خدمات بهداشتی درمانی",
        "University of Medical Sciences and Health Services",
      ],
      county: ["شبکه بهداشت و درمان", "Health and Treatment Network"],
    },
    ["علوم پزشکی", "شبکه بهداشت", "مرکز بهداشت", "دانشگاه علوم پزشکی و خدمات بهداشتی، درمانی"],
  ),
  executive("welfare", ["بهزیستی", "Welfare"], HEALTH, directorate, ["سازمان بهزیستی"]),
  executive(
    "relief-committee",
    ["کمیته امداد امام خمینی", "Imam Khomeini Relief Committee"],
    HEALTH,
    {
      province: ["کمیته امداد امام خمینی", "Imam Khomeini Relief Committee"],
      county: ["کمیته امداد امام خمینی", "Imam Khomeini Relief Committee"],
    },
    ["کمیته امداد", "کمیته امداد امام", "کمیته امداد امام خمینی (ره)", "اداره کل کمیته امداد"],
  ),
  executive(
    "martyrs-foundation",
    ["بنیاد شهید و امور ایثارگران", "Martyrs and Veterans Foundation"],
    HEALTH,
    {
      province: ["بنیاد شهید و امور ایثارگران", "Martyrs and Veterans Foundation"],
      county: ["بنیاد شهید و امور ایثارگران", "Martyrs and Veterans Foundation"],
    },
    ["بنیاد شهید", "اداره کل بنیاد شهید و امور ایثارگران", "امور ایثارگران"],
  ),
  executive(
    "red-crescent",
    ["جمعیت هلال احمر", "Red Crescent Society"],
    HEALTH,
    {
      province: ["جمعیت هلال احمر", "Red Crescent Society"],
      county: ["جمعیت هلال احمر", "Red Crescent Society"],
    },
    ["هلال احمر"],
  ),
  executive(
    "labour-welfare",
    ["تعاون، کار و رفاه اجتماعی", "Co-operatives, Labour and Social Welfare"],
    HEALTH,
    directorate,
    ["کار و رفاه اجتماعی", "اداره کار"],
  ),
  executive(
    "social-security",
    ["تأمین اجتماعی", "Social Security"],
    HEALTH,
    {
      province: ["اداره کل تأمین اجتماعی", "Directorate-General of Social Security"],
      county: ["شعبه تأمین اجتماعی", "Social Security Branch"],
    },
    ["سازمان تأمین اجتماعی", "اداره تأمین اجتماعی"],
  ),
  executive("health-insurance", ["بیمه سلامت", "Health Insurance"], HEALTH, directorate),
  executive(
    "emergency",
    ["اورژانس پیش‌بیمارستانی", "Pre-hospital Emergency Service"],
    HEALTH,
    {
      province: ["مرکز اورژانس پیش‌بیمارستانی", "Pre-hospital Emergency Centre"],
    },
    ["اورژانس", "اورژانس ۱۱۵"],
  ),
  executive("veterinary", ["دامپزشکی", "Veterinary Services"], HEALTH, directorate),
  executive("standards", ["استاندارد", "Standards"], HEALTH, provincialDirectorate),
];
