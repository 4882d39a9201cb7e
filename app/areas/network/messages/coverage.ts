/** Words of fields of activity and of the coverage of localities by them. */
export const fa = {
  "network.field": "زمینه کار",
  "network.field.help": "نوع کار حلقه؛ درباره باور کسی نیست و بر هیچ فردی نوشته نمی‌شود.",
  "network.field.none": "هنوز روشن نیست",
  "network.field.social": "اجتماعی",
  "network.field.cultural": "فرهنگی",
  "network.field.economic": "اقتصادی",
  "network.field.religious": "مذهبی",
  "network.field.scientific": "علمی",
  "network.coverage": "پوشش",
  "network.coverage.title": "پوشش محل‌ها و زمینه‌ها",
  "network.coverage.intro":
    "اعضای هر محل در حلقه‌های هر زمینه. محل‌هایی که هنوز کسی در آن‌ها شناخته نیست نخست می‌آیند. هر خانه افراد خود را باز می‌کند.",
  "network.coverage.unknown": "در {count} محل هنوز کسی شناخته نیست",
  "network.coverage.catalogue":
    "ردیف‌ها محل‌های فهرست پایه شهرستان‌اند، به‌اضافه آنچه برای عضو یا حلقه‌ای جور دیگری نوشته شده است.",
  "network.coverage.catalogue.see": "فهرست محل‌ها",
  "network.coverage.share": "{share} خانه‌ها پوشش دارند",
  "network.coverage.places": "{count} محل",
  "network.coverage.locality": "محل",
  "network.coverage.members": "اعضا",
  "network.coverage.empty-cell": "خالی",
  "network.coverage.cell": "{locality}، {field}: {count} نفر",
  "network.coverage.gap": "{locality}، {field}: هنوز کسی نیست",
  "network.coverage.circles": "{count} حلقه",
  "network.coverage.gaps-of": "هنوز کسی نیست",
  "network.coverage.filled-of": "پوشش دارد",
  "network.coverage.full": "همه زمینه‌ها پوشش دارند.",
  "network.coverage.without-locality": "محل {count} عضو نوشته نشده است و در هیچ خانه‌ای نیامده‌اند.",
  "network.coverage.without-field": "زمینه {count} حلقه روشن نیست و در هیچ خانه‌ای نیامده‌اند.",
  "network.coverage.see-people": "دیدن افراد",
  "network.coverage.see-circles": "دیدن حلقه‌ها",
  "network.coverage.none.title": "هنوز چیزی برای سنجیدن نیست",
  "network.coverage.none.text": "با نوشتن محل اعضا و زمینه حلقه‌ها، جاهای خالی همین‌جا دیده می‌شوند.",
  "network.coverage.nobody": "در این محل هنوز کسی در این زمینه کار نمی‌کند. اعضای همین محل در زمینه‌های دیگر:",
  "network.coverage.nobody-at-all": "در این محل هنوز عضوی نیست.",
} as const;

export type CoverageKey = keyof typeof fa;

export const en: Record<CoverageKey, string> = {
  "network.field": "Field of activity",
  "network.field.help": "The kind of work of the circle; it says nothing of belief and stands on no person.",
  "network.field.none": "Not clear yet",
  "network.field.social": "Social",
  "network.field.cultural": "Cultural",
  "network.field.economic": "Economic",
  "network.field.religious": "Religious",
  "network.field.scientific": "Scientific",
  "network.coverage": "Coverage",
  "network.coverage.title": "Coverage of localities and fields",
  "network.coverage.intro":
    "Members of each locality in the circles of each field. Localities where nobody is known yet come first. Every cell opens its people.",
  "network.coverage.unknown": "nobody is known yet in {count|one locality|# localities}",
  "network.coverage.catalogue":
    "The rows are the localities of the county's catalogue, and whatever is written otherwise of a member or a circle.",
  "network.coverage.catalogue.see": "Catalogue of localities",
  "network.coverage.share": "{share} of the cells are covered",
  "network.coverage.places": "{count|# locality|# localities}",
  "network.coverage.locality": "Locality",
  "network.coverage.members": "Members",
  "network.coverage.empty-cell": "Empty",
  "network.coverage.cell": "{locality}, {field}: {count|one person|# people}",
  "network.coverage.gap": "{locality}, {field}: nobody yet",
  "network.coverage.circles": "{count|# circle|# circles}",
  "network.coverage.gaps-of": "Nobody yet",
  "network.coverage.filled-of": "Covered",
  "network.coverage.full": "All fields are covered.",
  "network.coverage.without-locality":
    "The locality of {count|one member|# members} is not written; they stand in no cell.",
  "network.coverage.without-field":
    "The field of {count|one circle|# circles} is not clear; they stand in no cell.",
  "network.coverage.see-people": "See the people",
  "network.coverage.see-circles": "See the circles",
  "network.coverage.none.title": "There is nothing to measure yet",
  "network.coverage.none.text":
    "Write the locality of members and the field of circles, and the empty places are seen here.",
  "network.coverage.nobody":
    "Nobody of this locality works in this field yet. Members of the same locality in other fields:",
  "network.coverage.nobody-at-all": "This locality has no member yet.",
};
