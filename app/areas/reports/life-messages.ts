/** Words of a report's later life: versions, samples, signatures, rehearsal, letters. */
export const lifeFa = {
  "reports.version.number": "نسخه {number}",
  "reports.version.reopened": "نسخه {number} باز شده است",
  "reports.version.reopened.text": "{name}، {day}: {reason}",
  "reports.version.stands":
    "نسخه {number} پابرجاست و در همه جمع‌ها می‌ماند تا نسخه تازه تأیید شود. شرح‌ها از همان نسخه آمده است.",
  "reports.version.is-old": "این نسخه {number} است؛ نسخه {newer} پس از آن آمده است.",
  "reports.version.later-open": "نسخه {number} نزد {place} است و هنوز فرستاده نشده است.",
  "reports.version.read": "خواندن نسخه {number}",
  "reports.version.difference": "دیدن تفاوت نسخه {newer} با نسخه {older}",
  "reports.version.later": "نسخه تازه: {state}",
  "reports.reopen": "باز کردن نسخه تازه",
  "reports.reopen.help":
    "گزارش پذیرفته‌شده همان می‌ماند که هست. نسخه تازه‌ای از روی آن باز می‌شود و این دلیل بالای آن می‌آید؛ گزارش استان هم همراه شهرستان باز می‌شود.",
  "reports.reopen.reason": "دلیل باز کردن",
  "reports.reopen.press": "باز کردن گزارش",
  "reports.difference.title": "تفاوت نسخه {newer} با نسخه {older}",
  "reports.difference.crumb": "تفاوت نسخه‌ها",
  "reports.difference.figures": "عددهایی که تغییر کرد",
  "reports.difference.before": "نسخه {number}",
  "reports.difference.no-figure": "هیچ عددی تغییر نکرد.",
  "reports.difference.same-figures": "{count} عدد همان است که بود.",
  "reports.difference.narratives": "شرح‌هایی که تغییر کرد",
  "reports.difference.no-narrative": "هیچ شرحی تغییر نکرد.",
  "reports.difference.same-narratives": "{count} شرح همان است که بود.",
  "reports.difference.same-lines": "{count} سطر بی‌تغییر",
  "reports.difference.added": "افزوده",
  "reports.difference.removed": "برداشته",
  "reports.difference.none": "نبود",
} as const;

export type LifeKey = keyof typeof lifeFa;

export const lifeEn: Record<LifeKey, string> = {
  "reports.version.number": "Version {number}",
  "reports.version.reopened": "Version {number} has been opened",
  "reports.version.reopened.text": "{name}, {day}: {reason}",
  "reports.version.stands":
    "Version {number} stands and stays in every total until the new one is approved. The narratives come from it.",
  "reports.version.is-old": "This is version {number}; version {newer} came after it.",
  "reports.version.later-open": "Version {number} lies with {place} and has not been submitted yet.",
  "reports.version.read": "Read version {number}",
  "reports.version.difference": "See what version {newer} changed of version {older}",
  "reports.version.later": "New version: {state}",
  "reports.reopen": "Open a new version",
  "reports.reopen.help":
    "The accepted report stays as it is. A new version begins from it with this reason above it; with a county's report the province's own is opened too.",
  "reports.reopen.reason": "Reason for opening it",
  "reports.reopen.press": "Open the report",
  "reports.difference.title": "What version {newer} changed of version {older}",
  "reports.difference.crumb": "Difference of versions",
  "reports.difference.figures": "Figures that changed",
  "reports.difference.before": "Version {number}",
  "reports.difference.no-figure": "No figure changed.",
  "reports.difference.same-figures": "{count|One figure is|# figures are} as before.",
  "reports.difference.narratives": "Narratives that changed",
  "reports.difference.no-narrative": "No narrative changed.",
  "reports.difference.same-narratives": "{count|One narrative is|# narratives are} as before.",
  "reports.difference.same-lines": "{count|One line|# lines} unchanged",
  "reports.difference.added": "Added",
  "reports.difference.removed": "Removed",
  "reports.difference.none": "Not there",
};
