/** Words of texts that are worth a look. */
export const textsFa = {
  "network.texts": "نوشته‌هایی برای بازبینی",
  "network.texts.lead":
    "در این نوشته‌ها واژه‌ای هست که شاید باور سیاسی یا دینی یا تبار کسی را برساند. اگر چنین است آن را از نوشته بردارید؛ اگر نه، بگویید که دیده‌اید. این‌جا فقط جای نوشته می‌ماند و درباره کسی چیزی ثبت نمی‌شود.",
  "network.texts.none.title": "نوشته‌ای برای بازبینی نیست",
  "network.texts.none.text": "نوشته‌های آزاد شبکه هر شب خوانده می‌شود.",
  "network.texts.open": "باز کردن",
  "network.texts.open-what": "باز کردن جای این نوشته: {place}",
  "network.texts.fine": "دیدم، ایرادی ندارد",
  "network.texts.changed": "این نوشته در این میان عوض شده یا دیده شده است. فهرست تازه را ببینید.",
  "network.texts.circle-topic": "موضوع یک حلقه",
  "network.texts.action-note": "آنچه پس از گفت‌وگوی {day} انجام شد",
  "network.texts.contact-note": "یادداشت گفت‌وگوی {day}",
  "network.texts.person-note": "یادداشت صفحه یک عضو",
  "network.texts.person-source": "خانه «معرف» در صفحه یک عضو",
  "network.texts.step-note": "یادداشت تغییر وضعیت در {day}",
  "network.texts.tie-note": "یادداشت یک رابطه",
} as const;

export const textsEn: Record<keyof typeof textsFa, string> = {
  "network.texts": "Texts to look at",
  "network.texts.lead":
    "A word in these texts may tell somebody’s political or religious belief, or descent. If so, take it out of the text; if not, say that you have looked. Only the place of a text is kept here, and nothing about anybody.",
  "network.texts.none.title": "No text waits for a look",
  "network.texts.none.text": "The free texts of the network are read every night.",
  "network.texts.open": "Open",
  "network.texts.open-what": "Open where this text stands: {place}",
  "network.texts.fine": "Looked at, fine",
  "network.texts.changed": "This text has changed or was looked at meanwhile. See the list as it is now.",
  "network.texts.circle-topic": "The topic of a circle",
  "network.texts.action-note": "What was done after the talk of {day}",
  "network.texts.contact-note": "Note of the talk of {day}",
  "network.texts.person-note": "Note on a member’s page",
  "network.texts.person-source": "“Introduced by” on a member’s page",
  "network.texts.step-note": "Note of a change of state on {day}",
  "network.texts.tie-note": "Note of a relationship",
};
