/** Words of whoever answers for an office of an executive body by an account of his own. */
export const fa = {
  "officers.title": "حساب {office}",
  "officers.page": "حساب اداره",
  "officers.lead":
    "دارنده هر یک از این پست‌ها با شماره همراه و گذرواژه خود وارد می‌شود، تعهدها و مطالبه‌های همین اداره را می‌بیند و پاسخ می‌دهد. از این محل چیز دیگری نمی‌بیند و گزارش خود را تأیید نمی‌کند.",
  "officers.back": "بازگشت به {office}",
  "officers.post.public-relations": "مدیر روابط عمومی",
  "officers.post.officer": "رابط مردمی‌سازی",
  "officers.column.post": "پست",
  "officers.column.holder": "دارنده",
  "officers.column.order": "شماره حکم",
  "officers.column.from": "از",
  "officers.column.to": "تا",
  "officers.column.reason": "دلیل پایان",
  "officers.column.move": "گام بعدی",
  "officers.unreached": "پیام نمی‌رسد؛ ببینید",
  "officers.vacant": "بلاتصدی",
  "officers.vacant.since": "بلاتصدی از {date}",
  "officers.to-come": "از {date}: {name}",
  "officers.appoint": "انتصاب",
  "officers.appoint.title": "انتصاب برای {office}",
  "officers.end": "پایان",
  "officers.end.title": "پایان انتصاب {name}",
  "officers.link": "پیوند گذرواژه",
  "officers.link.title": "پیوند گذرواژه {name}",
  "officers.history": "دارندگان پیشین",
  "officers.works-here":
    "این شخص در همین‌جا پستی دارد و می‌تواند گزارش اداره را تأیید کند؛ کس دیگری را برگزینید.",
} as const;

export type OfficersKey = keyof typeof fa;

export const en: Record<OfficersKey, string> = {
  "officers.title": "Account: {office}",
  "officers.page": "Account of the office",
  "officers.lead":
    "Whoever holds one of these posts signs in with a mobile number and a password, and sees and answers what this office owes and the demands referred to it. Nothing else of this place is shown, and nobody verifies the own report.",
  "officers.back": "Back to {office}",
  "officers.post.public-relations": "Public relations manager",
  "officers.post.officer": "Engagement officer",
  "officers.column.post": "Post",
  "officers.column.holder": "Holder",
  "officers.column.order": "Order number",
  "officers.column.from": "From",
  "officers.column.to": "To",
  "officers.column.reason": "Why it ended",
  "officers.column.move": "Next step",
  "officers.unreached": "Messages do not arrive; see why",
  "officers.vacant": "vacant",
  "officers.vacant.since": "vacant since {date}",
  "officers.to-come": "from {date}: {name}",
  "officers.appoint": "Appoint",
  "officers.appoint.title": "Appoint for {office}",
  "officers.end": "End",
  "officers.end.title": "End the appointment of {name}",
  "officers.link": "Password link",
  "officers.link.title": "Password link for {name}",
  "officers.history": "Former holders",
  "officers.works-here":
    "This person holds a post here and could verify what the office reports; choose somebody else.",
};
