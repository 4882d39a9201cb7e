/** Words of what is unfinished in a county that is about to be closed, and who goes on with it. */
export const fa = {
  "divisions.left": "آنچه هنوز باز است",
  "divisions.left.lead":
    "بستن شهرستان هیچ‌یک از این‌ها را به پایان نمی‌برد و به جانشین نمی‌سپارد. آنچه باید پیش از آن انجام شود به فرمانداری بگویید. این‌جا تنها شمار آن‌ها آمده است؛ خود پرونده‌ها را نمی‌بینید.",
  "divisions.left.none": "هیچ کاری در این شهرستان باز نمانده است.",
  "divisions.left.people": "{count} عضو شبکه",
  "divisions.left.people.then":
    "پرونده می‌ماند و کسی پیگیر آن نیست. شهرستان باید پیش از بستن، جابه‌جایی هر عضو را به شهرستان جانشین پیشنهاد دهد.",
  "divisions.left.circles": "{count} حلقه میانی",
  "divisions.left.circles.then": "سابقه حلقه با عضوهایش می‌ماند؛ در شهرستان جانشین از نو تشکیل می‌شود.",
  "divisions.left.joining": "{count} درخواست عضویت در انتظار",
  "divisions.left.joining.then": "کسی پاسخ نمی‌دهد و پس از ۹۰ روز پاک می‌شود.",
  "divisions.left.relocations": "{count} پیشنهاد جابه‌جایی باز",
  "divisions.left.relocations.then":
    "پیشنهاد رفتن از این شهرستان تا پایان مهلتش پذیرفتنی است؛ پیشنهاد آمدن به آن بی‌پاسخ می‌ماند.",
  "divisions.left.demands": "{count} مطالبه باز",
  "divisions.left.demands.then":
    "اداره‌ای که پیوند شخصی دارد هنوز پاسخ می‌دهد و شهروند با کد پیگیری می‌بیند، ولی دیگر چیزی ارجاع نمی‌شود.",
  "divisions.left.owed": "{count} تعهد اداره‌های شهرستان به دیگران",
  "divisions.left.owed.then": "صادرکننده همچنان می‌بیند، پیگیری می‌کند و انجام کار را تأیید می‌کند.",
  "divisions.left.issued": "{count} تعهد صادرشده از شهرستان",
  "divisions.left.issued.then": "پس از بستن کسی انجام کار را تأیید نمی‌کند؛ پیش از آن تأیید یا پس گرفته شود.",
  "divisions.left.obstacles": "{count} مانع حل‌نشده",
  "divisions.left.obstacles.then": "استان هنوز پاسخ می‌دهد، ولی کسی درباره پاسخ نظر نمی‌دهد.",
  "divisions.left.minutes": "{count} صورت‌جلسه در بازبینی",
  "divisions.left.minutes.then": "ثبت نمی‌شود و تعهدی از آن صادر نمی‌شود.",
  "divisions.left.reports": "{count} گزارش ارسال‌نشده",
  "divisions.left.reports.then":
    "دیگر ارسال نمی‌شود. برای فصل جاری گزارشی لازم نیست؛ گزارش فصل گذشته پیش از بستن ارسال شود.",
  "divisions.left.reviewed": "{count} گزارش در دست بررسی استان",
  "divisions.left.reviewed.then": "استان همچنان تأیید می‌کند؛ گزارشی که برگردانده شود دیگر اصلاح نمی‌شود.",
  "divisions.left.holders": "{count} دارنده پست یا جانشین او",
  "divisions.left.holders.then": "اختیار همان دم پایان می‌یابد و اگر شهرستان برگردد با همان حکم بازمی‌گردد.",
  "divisions.left.officers": "{count} دارنده حساب اداره",
  "divisions.left.officers.then": "اختیار همان دم پایان می‌یابد و اگر شهرستان برگردد با همان حکم بازمی‌گردد.",
} as const;

export const en: Record<keyof typeof fa, string> = {
  "divisions.left": "What is still open",
  "divisions.left.lead":
    "Closing the county finishes none of this and hands none of it to a successor. Tell the governorate what has to be done before. These are numbers alone; the records themselves are not shown to you.",
  "divisions.left.none": "Nothing is open in this county.",
  "divisions.left.people": "{count|1 member|# members} of the network",
  "divisions.left.people.then":
    "The files stay and nobody keeps up with them. Before the closing the county has to offer each member to go over to a successor.",
  "divisions.left.circles": "{count|1 circle|# circles}",
  "divisions.left.circles.then":
    "What is known of a circle and its members stays; in the successor it is formed anew.",
  "divisions.left.joining": "{count|1 request|# requests} to join, waiting",
  "divisions.left.joining.then": "Nobody answers, and after 90 days a request is erased.",
  "divisions.left.relocations": "{count|1 open offer|# open offers} to go over",
  "divisions.left.relocations.then":
    "An offer to leave this county may be accepted until its day; an offer to come here stays unanswered.",
  "divisions.left.demands": "{count|1 open demand|# open demands}",
  "divisions.left.demands.then":
    "An office with a personal link still answers and the citizen sees it by the tracking code, but nothing more is referred.",
  "divisions.left.owed": "{count|1 obligation|# obligations} that offices of the county owe to others",
  "divisions.left.owed.then": "The issuer still sees it, chases it and verifies what was done.",
  "divisions.left.issued": "{count|1 obligation|# obligations} issued by the county",
  "divisions.left.issued.then": "Nobody verifies what was done: have them verified or withdrawn before.",
  "divisions.left.obstacles": "{count|1 unsolved obstacle|# unsolved obstacles}",
  "divisions.left.obstacles.then": "The province still answers, but nobody judges the answer.",
  "divisions.left.minutes": "{count|1 document|# documents} of minutes under review",
  "divisions.left.minutes.then": "Nothing of it is saved or issued.",
  "divisions.left.reports": "{count|1 report|# reports} not submitted",
  "divisions.left.reports.then":
    "It stays unsubmitted. None is due for the running quarter; that of a past quarter should be sent before.",
  "divisions.left.reviewed": "{count|1 report|# reports} under review by the province",
  "divisions.left.reviewed.then":
    "The province still approves; a report that is returned is mended by nobody.",
  "divisions.left.holders": "{count|1 holder|# holders} of a post or deputy",
  "divisions.left.holders.then":
    "Power ends at once, and is back under the same order if the closing is taken back.",
  "divisions.left.officers": "{count|1 holder|# holders} of an office's account",
  "divisions.left.officers.then":
    "Power ends at once, and is back under the same order if the closing is taken back.",
};
