import type { OrganisationFact, OrganisationKind } from "./organisation-fact";

type Names = readonly [fa: string, en: string];

function unit(
  code: string,
  kind: OrganisationKind,
  level: "province" | "county",
  names: Names,
  spellings: readonly string[] = [],
): OrganisationFact {
  const [nameFa, nameEn] = names;
  return { code, nameFa, nameEn, kind, groupOfFive: null, offices: { [level]: names }, spellings };
}

/** The general governor's office, its staff units, governorates, municipalities, councils, and who stands beside them. */
export const stateUnits: readonly OrganisationFact[] = [
  unit("provincial-governorate", "governorate", "province", ["استانداری", "Provincial Governorate"]),
  unit(
    "county-governorate",
    "governorate",
    "county",
    ["فرمانداری", "County Governorate"],
    ["فرماندار", "فرمانداری ویژه"],
  ),
  unit(
    "district-governorate",
    "governorate",
    "county",
    ["بخشداری", "District Governorate"],
    ["بخشدار", "بخشداری‌ها", "بخشداران"],
  ),
  unit(
    "planning-budget-reform",
    "staff-unit",
    "province",
    ["دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری", "Office of Planning, Budget and Administrative Reform"],
    ["دفتر برنامه‌ریزی، بودجه و تحول اداری", "دفتر برنامه‌ریزی و بودجه استانداری", "دفتر برنامه‌ریزی و بودجه"],
  ),
  unit(
    "governor-office",
    "staff-unit",
    "province",
    [
      "اداره کل حوزه استاندار و روابط عمومی",
      "Directorate-General of the Governor-General's Office and Public Relations",
    ],
    [
      "حوزه استاندار و روابط عمومی",
      "حوزه استاندار",
      "دفتر استاندار",
      "روابط عمومی استانداری",
      "اداره کل روابط عمومی استانداری",
    ],
  ),
  unit(
    "political-elections",
    "staff-unit",
    "province",
    ["دفتر سیاسی، انتخابات و تقسیمات کشوری", "Office of Political Affairs, Elections and Divisions"],
    [
      "دفتر امور سیاسی، انتخابات و تقسیمات کشوری",
      "دفتر سیاسی و انتخابات استانداری",
      "دفتر سیاسی استانداری",
      "ستاد انتخابات استان",
    ],
  ),
  unit(
    "urban-councils",
    "staff-unit",
    "province",
    ["دفتر امور شهری و شوراها", "Office of Urban Affairs and Councils"],
    ["دفتر امور شهری و شوراهای استانداری", "دفتر امور شهری"],
  ),
  unit(
    "rural-affairs",
    "staff-unit",
    "province",
    ["دفتر امور روستایی و شوراها", "Office of Rural Affairs and Councils"],
    ["دفتر امور روستایی", "دفتر امور روستایی استانداری"],
  ),
  unit(
    "social-cultural",
    "staff-unit",
    "province",
    ["دفتر امور اجتماعی و فرهنگی", "Office of Social and Cultural Affairs"],
    ["دفتر امور اجتماعی", "دفتر امور اجتماعی و فرهنگی استانداری"],
  ),
  unit(
    "economic-coordination",
    "staff-unit",
    "province",
    ["دفتر هماهنگی امور اقتصادی", "Office of Economic Co-ordination"],
    ["دفتر هماهنگی امور اقتصادی استانداری"],
  ),
  unit(
    "women-family",
    "staff-unit",
    "province",
    ["دفتر امور بانوان و خانواده", "Office of Women and Family Affairs"],
    ["دفتر امور زنان و خانواده", "امور بانوان استانداری"],
  ),
  unit(
    "crisis-management",
    "staff-unit",
    "province",
    ["اداره کل مدیریت بحران", "Directorate-General of Crisis Management"],
    ["مدیریت بحران", "مدیریت بحران استانداری", "ستاد مدیریت بحران"],
  ),
  unit(
    "performance-legal",
    "staff-unit",
    "province",
    ["دفتر بازرسی، مدیریت عملکرد و امور حقوقی", "Office of Inspection, Performance and Legal Affairs"],
    ["دفتر مدیریت عملکرد", "دفتر بازرسی و مدیریت عملکرد", "دفتر بازرسی استانداری"],
  ),
  unit(
    "municipality",
    "municipality",
    "county",
    ["شهرداری", "Municipality"],
    ["شهردار", "شهرداری‌ها", "شهرداران"],
  ),
  unit(
    "city-council",
    "council",
    "county",
    ["شورای اسلامی شهر", "Islamic Council of the City"],
    ["شورای شهر", "شوراهای اسلامی", "شوراهای اسلامی شهر"],
  ),
  unit("county-council", "council", "county", ["شورای اسلامی", "Islamic Council"], ["شورای اسلامی شهرستان"]),
  {
    code: "guardian-council",
    nameFa: "شورای نگهبان",
    nameEn: "Guardian Council",
    kind: "other",
    groupOfFive: null,
    offices: {
      province: [
        "دفتر نظارت و بازرسی انتخابات شورای نگهبان",
        "Elections Supervision Office of the Guardian Council",
      ],
    },
    spellings: [
      "شورای نگهبان استان",
      "دفتر شورای نگهبان",
      "دفتر نظارت شورای نگهبان",
      "دفتر نظارت و بازرسی شورای نگهبان",
    ],
  },
];
