import {
  company,
  directorate,
  executive,
  organisationForm,
  provincialDirectorate,
} from "./organisation-forms";
import type { OrganisationFact } from "./organisation-fact";

const COMPANIES = "companies-banks-insurance";
const PRODUCTION = "infrastructure-production";

/** A bank as it is organised everywhere: branches of a province under one management. */
function bank(code: string, fa: string, en: string): OrganisationFact {
  return executive(code, [fa, en], COMPANIES, {
    province: [`مدیریت شعب ${fa}`, `${en}, Branch Management`],
    county: [`شعبه ${fa}`, `${en}, Branch`],
  });
}

/** Companies, banks, insurance; infrastructure and production. */
export const economicBodies: readonly OrganisationFact[] = [
  executive("water-sewage", ["آب و فاضلاب", "Water and Sewage"], COMPANIES, company, [
    "آبفا",
    "شرکت آبفا",
    "اداره آبفا",
  ]),
  executive(
    "regional-water",
    ["آب منطقه‌ای", "Regional Water"],
    COMPANIES,
    {
      province: ["شرکت آب منطقه‌ای", "Regional Water Company"],
      county: ["اداره منابع آب", "Water Resources Office"],
    },
    ["منابع آب", "امور منابع آب"],
  ),
  executive(
    "power-distribution",
    ["توزیع برق", "Electricity Distribution"],
    COMPANIES,
    {
      province: ["شرکت توزیع نیروی برق", "Electricity Distribution Company"],
      county: ["مدیریت توزیع برق", "Electricity Distribution Office"],
    },
    ["توزیع نیروی برق", "شرکت توزیع برق", "اداره برق", "مدیریت برق"],
  ),
  executive("regional-power", ["برق منطقه‌ای", "Regional Electricity"], COMPANIES, {
    province: ["شرکت برق منطقه‌ای", "Regional Electricity Company"],
  }),
  executive("gas", ["گاز", "Gas"], COMPANIES, company),
  executive(
    "telecom",
    ["مخابرات", "Telecommunication"],
    COMPANIES,
    {
      province: ["شرکت مخابرات", "Telecommunication Company"],
      county: ["اداره مخابرات", "Telecommunication Office"],
    },
    ["مخابرات منطقه"],
  ),
  executive(
    "oil-products",
    ["پخش فرآورده‌های نفتی", "Oil Products Distribution"],
    COMPANIES,
    {
      province: ["شرکت پخش فرآورده‌های نفتی", "Oil Products Distribution Company"],
      county: ["ناحیه پخش فرآورده‌های نفتی", "Oil Products Distribution Area"],
    },
    ["شرکت نفت"],
  ),
  executive(
    "post-company",
    ["پست", "Post"],
    COMPANIES,
    {
      province: ["اداره کل پست", "Directorate-General of Post"],
      county: ["اداره پست", "Post Office"],
    },
    ["شرکت پست"],
  ),
  bank("bank-keshavarzi", "بانک کشاورزی", "Keshavarzi Bank"),
  bank("bank-melli", "بانک ملی", "Melli Bank"),
  bank("bank-maskan", "بانک مسکن", "Maskan Bank"),
  executive("bimeh-iran", ["بیمه ایران", "Iran Insurance"], COMPANIES, {
    province: ["سرپرستی بیمه ایران", "Iran Insurance, Provincial Management"],
    county: ["شعبه بیمه ایران", "Iran Insurance, Branch"],
  }),

  executive(
    "agriculture",
    ["جهاد کشاورزی", "Agriculture"],
    PRODUCTION,
    {
      province: ["سازمان جهاد کشاورزی", "Agriculture Organisation"],
      county: ["مدیریت جهاد کشاورزی", "Agriculture Office"],
    },
    ["اداره جهاد کشاورزی", "کشاورزی"],
  ),
  executive("roads-urban", ["راه و شهرسازی", "Roads and Urban Development"], PRODUCTION, directorate),
  executive(
    "road-maintenance",
    ["راهداری و حمل و نقل جاده‌ای", "Road Maintenance and Transport"],
    PRODUCTION,
    directorate,
    ["راهداری", "اداره کل راهداری", "اداره راهداری"],
  ),
  executive(
    "industry-mine-trade",
    ["صنعت، معدن و تجارت", "Industry, Mine and Trade"],
    PRODUCTION,
    {
      province: ["سازمان صنعت، معدن و تجارت", "Industry, Mine and Trade Organisation"],
      county: ["اداره صنعت، معدن و تجارت", "Office of Industry, Mine and Trade"],
    },
    ["صمت", "سازمان صمت", "اداره صمت"],
  ),
  executive("industrial-estates", ["شهرک‌های صنعتی", "Industrial Estates"], PRODUCTION, {
    province: ["شرکت شهرک‌های صنعتی", "Industrial Estates Company"],
  }),
  executive(
    "natural-resources",
    ["منابع طبیعی و آبخیزداری", "Natural Resources and Watershed Management"],
    PRODUCTION,
    directorate,
    ["منابع طبیعی", "اداره کل منابع طبیعی", "اداره منابع طبیعی"],
  ),
  executive("environment", ["حفاظت محیط زیست", "Environmental Protection"], PRODUCTION, directorate, [
    "محیط زیست",
    "حفاظت از محیط زیست",
  ]),
  executive(
    "housing-foundation",
    ["بنیاد مسکن انقلاب اسلامی", "Housing Foundation"],
    PRODUCTION,
    {
      province: ["بنیاد مسکن انقلاب اسلامی", "Housing Foundation"],
      county: ["بنیاد مسکن انقلاب اسلامی", "Housing Foundation"],
    },
    ["بنیاد مسکن"],
  ),
  executive("rural-cooperatives", ["تعاون روستایی", "Rural Co-operatives"], PRODUCTION, organisationForm),
  executive("nomads", ["امور عشایر", "Nomadic Affairs"], PRODUCTION, directorate, ["امور عشایری"]),
  executive("fisheries", ["شیلات", "Fisheries"], PRODUCTION, directorate),
  executive("ports", ["بنادر و دریانوردی", "Ports and Maritime Affairs"], PRODUCTION, directorate),
  executive("railways", ["راه‌آهن", "Railways"], PRODUCTION, provincialDirectorate, [
    "راه آهن",
    "اداره کل راه آهن",
  ]),
  executive("airports", ["فرودگاه‌ها", "Airports"], PRODUCTION, provincialDirectorate, ["فرودگاه"]),
  executive("meteorology", ["هواشناسی", "Meteorology"], PRODUCTION, directorate),
  executive("customs", ["گمرک", "Customs"], PRODUCTION, directorate, ["گمرکات"]),
  executive(
    "communications",
    ["ارتباطات و فناوری اطلاعات", "Communications and Information Technology"],
    PRODUCTION,
    provincialDirectorate,
  ),
];
