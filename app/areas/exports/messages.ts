/** Words of lists taken out as files. */
export const fa = {
  "exports.title": "خروجی‌ها",
  "exports.open": "خروجی",
  "exports.new": "خروجی از «{list}»",
  "exports.log": "خروجی‌های گرفته‌شده",
  "exports.log.intro":
    "هر فهرستی که از اینجا به پرونده رفته، با گیرنده و دلیلش. این ردیف‌ها ویرایش یا پاک نمی‌شوند و تنها همین‌جا دیده می‌شوند.",
  "exports.list": "فهرست",
  "exports.narrowed": "محدود به",
  "exports.everything": "همه ردیف‌ها",
  "exports.format": "قالب",
  "exports.format.xlsx": "اکسل (XLSX)",
  "exports.format.csv": "متن ساده (CSV)",
  "exports.reason": "دلیل",
  "exports.reason.help":
    "این فهرست داده شخصی دارد. دلیل در خروجی‌های شهرستان می‌ماند و بالای برگ نوشته می‌شود؛ نام کسی را در آن ننویسید.",
  "exports.reason-short":
    "دلیل را دست‌کم در {min} نویسه بنویسید تا بعدها روشن باشد این فهرست برای چه گرفته شد.",
  "exports.note":
    "نام و پست شما، زمان و شماره خروجی بالای برگ نوشته می‌شود. هر خروجی تا {most} ردیف جا دارد.",
  "exports.take": "ساختن پرونده",
  "exports.too-many":
    "این فهرست بیش از {most} ردیف دارد. با فیلتر کوچک‌ترش کنید و دوباره بگیرید. پرونده‌ای ساخته نشد.",
  "exports.number": "شماره خروجی",
  "exports.rows": "ردیف",
  "exports.taken-by": "گیرنده",
  "exports.taken-at": "زمان",
  "exports.personal": "داده شخصی",
  "exports.one": "خروجی شماره {number}",
  "exports.ready": "پرونده آماده است.",
  "exports.ready.text": "تا {minutes} دقیقه پس از ساختن، تنها خودتان آن را دریافت می‌کنید.",
  "exports.fetch": "دریافت پرونده",
  "exports.over": "زمان دریافت این پرونده گذشته است.",
  "exports.over.text": "اگر هنوز لازم است، از همان فهرست دوباره خروجی بگیرید.",
  "exports.others": "این پرونده را تنها گیرنده‌اش دریافت می‌کند.",
  "exports.again": "خروجی تازه از همین فهرست",
  "exports.empty.title": "هنوز خروجی گرفته نشده است",
  "exports.empty.text": "دکمه «خروجی» بالای هر فهرست است.",
  "exports.mark.by": "گیرنده: {name}، {post}، {place}",
  "exports.mark.at": "تاریخ {day} ساعت {time} · شماره خروجی {number}",
  "exports.mark.narrowed": "محدود به: {filters}",
  "exports.mark.reason": "دلیل: {reason}",
  "exports.mark.personal": "این برگ داده شخصی دارد و تنها برای همین کار است.",
} as const;

export type ExportsKey = keyof typeof fa;

export const en: Record<ExportsKey, string> = {
  "exports.title": "Exports",
  "exports.open": "Export",
  "exports.new": "Export “{list}”",
  "exports.log": "Exports taken",
  "exports.log.intro":
    "Every list that left this place as a file, with who took it and why. These rows are never edited or removed, and only this place sees them.",
  "exports.list": "List",
  "exports.narrowed": "Narrowed to",
  "exports.everything": "all rows",
  "exports.format": "Format",
  "exports.format.xlsx": "Excel (XLSX)",
  "exports.format.csv": "Plain text (CSV)",
  "exports.reason": "Reason",
  "exports.reason.help":
    "This list holds personal data. The reason stays in the county’s exports and is written at the top of the sheet; name nobody in it.",
  "exports.reason-short":
    "Give a reason of at least {min} characters, so that it is clear later what this list was taken for.",
  "exports.note":
    "Your name and post, the time and the export number are written at the top of the sheet. An export holds up to {most} rows.",
  "exports.take": "Make the file",
  "exports.too-many":
    "This list has more than {most} rows. Narrow it by a filter and export again. No file was made.",
  "exports.number": "Export number",
  "exports.rows": "Rows",
  "exports.taken-by": "Taken by",
  "exports.taken-at": "Time",
  "exports.personal": "Personal data",
  "exports.one": "Export number {number}",
  "exports.ready": "The file is ready.",
  "exports.ready.text": "For {minutes} minutes after it was made, you alone can download it.",
  "exports.fetch": "Download",
  "exports.over": "This file can no longer be downloaded.",
  "exports.over.text": "If it is still needed, export the same list again.",
  "exports.others": "Only the one who took this file can download it.",
  "exports.again": "Export this list again",
  "exports.empty.title": "Nothing has been exported yet",
  "exports.empty.text": "The button “Export” stands above every list.",
  "exports.mark.by": "Taken by: {name}, {post}, {place}",
  "exports.mark.at": "Date {day} at {time} · Export number {number}",
  "exports.mark.narrowed": "Narrowed to: {filters}",
  "exports.mark.reason": "Reason: {reason}",
  "exports.mark.personal": "This sheet holds personal data and serves this purpose alone.",
};
