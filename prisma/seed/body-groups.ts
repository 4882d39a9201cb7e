export interface BodyGroupFact {
  code: "all-executive-bodies" | "governors" | "related-bodies";
  nameFa: string;
  nameEn: string;
  /**
   * `offices`: every office of an executive body in the province; `governorates`: every governorate under it;
   * `vague`: who is meant stays open until a person names them.
   */
  kind: "offices" | "governorates" | "vague";
  /** Further forms in documents; half-spaces, glued endings and Arabic letters need none of their own. */
  spellings: readonly string[];
}

export const bodyGroups: readonly BodyGroupFact[] = [
  {
    code: "all-executive-bodies",
    nameFa: "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان",
    nameEn: "All executive bodies, institutions and organisations of the province",
    kind: "offices",
    spellings: [
      "کلیه دستگاه‌های اجرایی، نهادهای و سازمان‌های استان",
      "کلیه دستگاه‌های اجرایی، سازمان‌ها و نهادهای استان",
      "کلیه دستگاه‌های اجرایی، سازمان‌ها و نهادهای عمومی استان",
      "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌ها",
      "کلیه دستگاه‌های اجرایی و نهادهای استان",
      "کلیه دستگاه‌های اجرایی استان",
      "کلیه دستگاه‌های اجرایی",
      "کلیه دستگاه‌ها، نهادها و سازمان‌های استان",
      "کلیه دستگاه‌ها",
      "کلیه ادارات کل و دستگاه‌های اجرایی استان",
      "کلیه ادارات و دستگاه‌های اجرایی استان",
      "همه دستگاه‌های اجرایی استان",
      "همه دستگاه‌های اجرایی",
      "تمامی دستگاه‌های اجرایی استان",
      "تمامی دستگاه‌های اجرایی",
      "دستگاه‌های اجرایی استان",
      "دستگاه‌های اجرایی",
      "مدیران کل دستگاه‌های اجرایی استان",
    ],
  },
  {
    code: "governors",
    nameFa: "فرمانداران استان",
    nameEn: "The governors of the province",
    kind: "governorates",
    spellings: [
      "فرمانداران",
      "فرمانداران محترم",
      "فرمانداران محترم استان",
      "فرمانداران تابعه",
      "فرمانداران تابعه استان",
      "فرمانداران محترم تابعه استان",
      "فرمانداران شهرستان‌ها",
      "فرمانداران شهرستان‌های استان",
      "کلیه فرمانداران",
      "کلیه فرمانداران استان",
      "کلیه فرمانداران محترم استان",
      "تمامی فرمانداران استان",
      "همه فرمانداران استان",
      "فرمانداری‌ها",
      "فرمانداری‌های استان",
      "فرمانداری‌های تابعه",
      "کلیه فرمانداری‌ها",
      "کلیه فرمانداری‌های استان",
    ],
  },
  {
    code: "related-bodies",
    nameFa: "دستگاه‌های اجرایی مرتبط با موضوع",
    nameEn: "Executive bodies concerned with the matter",
    kind: "vague",
    spellings: [
      "دستگاه‌های اجرایی مرتبط",
      "دستگاه‌های مرتبط با موضوع",
      "دستگاه‌های مرتبط",
      "دستگاه‌های اجرایی ذی‌ربط",
      "دستگاه‌های ذی‌ربط",
      "دستگاه‌های اجرایی مربوط",
      "دستگاه‌های اجرایی مربوطه",
      "دستگاه‌های مربوطه",
      "دستگاه‌های مسئول",
      "ادارات مرتبط",
      "ادارات ذی‌ربط",
      "ادارات مربوطه",
      "واحدهای اجرایی مرتبط",
      "واحدهای مرتبط",
      "سازمان‌های مرتبط",
      "سایر دستگاه‌ها",
      "سایر دستگاه‌های مرتبط",
      "سایر دستگاه‌های اجرایی",
    ],
  },
];
