/** Words of notifications: what happened, in one sentence, without anybody's name. */
export const fa = {
  "notifications.title": "اعلان‌ها",
  "notifications.unread": "{count} اعلان خوانده‌نشده",
  "notifications.all-read": "همه را خواندم",
  "notifications.marked": "همه اعلان‌ها خوانده‌شده به شمار آمد.",
  "notifications.open": "دیدن",
  "notifications.new": "تازه",
  "notifications.empty.title": "اعلانی نیست",
  "notifications.empty.text":
    "وقتی پاسخی برسد، تعهدی ابلاغ شود یا گزارشی برگردد، همین‌جا خبر می‌شوید؛ هر خبر به همان پرونده می‌رسد.",
  "notifications.unknown": "در کارهای این محل تغییری رخ داد.",
  "notifications.minutes-issued": "از {name} «{title}» ابلاغ شد و {count} تعهد به اینجا رسید.",
  "notifications.obligation-reported": "انجام تعهدی از «{title}» اعلام شد و راستی‌آزمایی شما را می‌خواهد.",
  "notifications.obligation-verified": "انجام تعهدی از «{title}» تأیید شد.",
  "notifications.obligation-rejected": "اعلام انجام تعهدی از «{title}» پذیرفته نشد؛ دلیل آن را ببینید.",
  "notifications.obstacle-raised": "{name} مانعی بازتاب داد: «{title}».",
  "notifications.obstacle-answered": "استان به مانع «{title}» پاسخ داد؛ نظر شهرستان لازم است.",
  "notifications.obstacle-contested": "{name} پاسخ به مانع «{title}» را نپذیرفت.",
  "notifications.report-submitted": "گزارش {period} از {name} رسید.",
  "notifications.obligation-re-dated": "مهلت تعهدی از «{title}» تغییر کرد؛ روز تازه و علت آن را ببینید.",
  "notifications.obligation-ended": "تعهدی از «{title}» دیگر خواسته نمی‌شود؛ دلیل آن را ببینید.",
  "notifications.obligations-issued": "از {name} «{title}» ابلاغ شد و {count} تعهد به اینجا رسید.",
  "notifications.silent-chased": "{name} از {count} اداره اینجا پاسخ «{title}» را دوباره خواست.",
  "notifications.offices-reminded":
    "به {count} اداره اینجا یادآوری رفت: {dueSoon} تعهد نزدیک مهلت، {overdue} از مهلت گذشته، {silent} بی‌پاسخ.",
  "notifications.limits-moved":
    "تقویم کاری تغییر کرد و مهلت {count} تعهدِ {offices} اداره اینجا جابه‌جا شد. روز گفته‌شده کنار مهلت مانده است.",
  "notifications.issued-limits-moved":
    "تقویم کاری جاهایی که به آن‌ها ابلاغ کرده‌اید تغییر کرد و مهلت برخی تعهدها به روز کاری رفت.",
  "notifications.silence-escalated":
    "در {name} {count} اداره پس از یادآوری هم به {escalated} تعهد پاسخ نداده‌اند.",
  "notifications.report-commented": "درباره گزارش {period} یادداشتی رسید.",
  "notifications.report-returned": "گزارش {period} برای اصلاح برگشت.",
  "notifications.report-approved": "گزارش {period} تأیید شد.",
  "notifications.report-accepted": "گزارش {period} در دفتر ملی پذیرفته شد.",
  "notifications.demand-answered": "{office} به مطالبه‌ای پاسخ داد؛ اکنون از شهروند پرسیده می‌شود.",
  "notifications.demand-judged-solved": "شهروند گفت مطالبه‌ای که نزد {office} بود حل شد.",
  "notifications.demand-judged-partly": "شهروند گفت مطالبه‌ای که نزد {office} بود تا حدی حل شد.",
  "notifications.calls-assigned": "{count} تماس به شما سپرده شد.",
  "notifications.holder-appointed": "برای پست «{name}» انتصاب تازه‌ای ثبت شد.",
  "notifications.holder-ended": "پایان انتصاب پست «{name}» ثبت شد.",
  "notifications.holder-link":
    "برای دارنده پست «{name}» پیوند گذرواژه تازه ساخته شد. اگر او نخواسته بود، به سطح بالا خبر دهید.",
  "notifications.deputy-named": "برای پست «{name}» جانشین تعیین شد.",
  "notifications.deputy-ended": "جانشینی پست «{name}» پایان یافت.",
  "notifications.demand-judged-no": "شهروند گفت مطالبه‌ای که نزد {office} بود حل نشد؛ دوباره باز شد.",
  "notifications.glass-opened":
    "استان برای {count} دقیقه نگاهی اضطراری به پرونده افراد شهرستان باز کرد؛ دلیل و آنچه دیده شد را ببینید.",
  "notifications.relocation-waits":
    "{name} پیشنهاد کرده است یکی از اعضای آن به این شهرستان بیاید. خودش رضایت داده است و پاسخ با شماست.",
  "notifications.relocation-consented":
    "عضوی که پیشنهاد رفتنش به {name} را ثبت کرده‌اید رضایت داد؛ اکنون پاسخ با آنجاست.",
  "notifications.relocation-refused": "عضوی که پیشنهاد رفتنش به {name} را ثبت کرده‌اید نخواست برود.",
  "notifications.relocation-withdrawn": "پیشنهاد آمدن عضوی از {name} دیگر برقرار نیست.",
  "notifications.relocation-accepted":
    "{name} عضوی را که پیشنهاد کرده بودید پذیرفت؛ پرونده او اینجا بایگانی می‌شود.",
  "notifications.relocation-declined": "{name} عضوی را که پیشنهاد کرده بودید نپذیرفت؛ دلیل آن را ببینید.",
  "notifications.relocation-expired": "مهلت پیشنهاد جابه‌جایی عضوی میان اینجا و {name} گذشت.",
  "notifications.person-erased": "یکی از اعضای شبکه خواست همه نوشته‌های او پاک شود و پاک شد.",
  "notifications.office-merged": "«{name}» به «{heir}» پیوست و {count} تعهد و مطالبه باز آن به همان‌جا رفت.",
  "notifications.office-abolished": "«{name}» پایان یافت؛ {count} تعهد و مطالبه باز آن در انتظار جانشین است.",
  "notifications.office-returned": "پایان «{name}» برگردانده شد؛ آنچه هنوز باز بود به آن بازگشت.",
  "notifications.paper-written": "برگ اداری خروجی شماره {number} آماده دریافت است.",
  "notifications.obligation-day-asked": "برای تعهدی از «{title}» مهلت دیگری خواسته شد؛ روز و دلیل را ببینید.",
  "notifications.county-closed":
    "شهرستان {name} بسته شد و پست‌هایش بسته است؛ آنچه در آن باز مانده را پیگیری کنید.",
  "notifications.county-succeeded":
    "شهرستان {name} بسته شد و این شهرستان جانشین آن است؛ کار آن از این پس اینجا دنبال می‌شود.",
  "notifications.county-reopened": "بسته شدن شهرستان {name} برگردانده شد و آن شهرستان دوباره دایر است.",
  "notifications.words-corrected":
    "{name} متن {count} تعهد را که به اینجا ابلاغ کرده بود اصلاح کرد؛ متن پیشین در روند همان تعهد است.",
  "notifications.office-owes": "از {name} «{title}» ابلاغ شد و {count} تعهد به این اداره رسید.",
  "notifications.office-chased": "{name} پاسخ {count} تعهد از «{title}» را دوباره خواست.",
  "notifications.office-reminded":
    "یادآوری: {dueSoon} تعهد نزدیک مهلت، {overdue} از مهلت گذشته، {silent} بی‌پاسخ.",
  "notifications.officer-appointed": "برای حساب «{name}» انتصاب تازه‌ای ثبت شد.",
  "notifications.officer-ended": "پایان انتصاب در حساب «{name}» ثبت شد.",
  "notifications.officer-link":
    "برای حساب «{name}» پیوند گذرواژه تازه ساخته شد. اگر دارنده‌اش نخواسته بود، پیگیری کنید.",
  "notifications.meeting-invited": "{name} شما را به جلسه «{title}» می‌خواند: {day} ساعت {time}، {venue}.",
  "notifications.meeting-moved": "جلسه «{title}» {name} به {day} ساعت {time} رفت؛ جا: {venue}.",
  "notifications.meeting-cancelled": "جلسه «{title}» {name} که {day} ساعت {time} بود برگزار نمی‌شود.",
  "notifications.meeting-reminder": "یادآوری: جلسه «{title}» {name}، {day} ساعت {time}، {venue}.",
  "notifications.topic.meetings": "جلسه‌ها",
  "notifications.topic.obligations": "تعهدها",
  "notifications.topic.reminders": "یادآوری‌ها",
  "notifications.topic.demands": "مطالبه‌ها",
  "notifications.topic.obstacles": "مانع‌ها",
  "notifications.topic.reports": "گزارش‌ها و سندها",
  "notifications.topic.network": "شبکه",
  "notifications.topic.posts": "پست‌ها و حساب‌ها",
  "notifications.topic.bodies": "دستگاه‌ها و شهرستان‌ها",
  "notifications.subject.meetings": "پیوند: جلسه‌ها",
  "notifications.subject.obligations": "پیوند: تعهدها",
  "notifications.subject.reminders": "پیوند: یادآوری‌ها",
  "notifications.subject.demands": "پیوند: مطالبه‌ها",
  "notifications.subject.obstacles": "پیوند: مانع‌ها",
  "notifications.subject.reports": "پیوند: گزارش‌ها و سندها",
  "notifications.subject.network": "پیوند: شبکه",
  "notifications.subject.posts": "پیوند: پست‌ها و حساب‌ها",
  "notifications.subject.bodies": "پیوند: دستگاه‌ها و شهرستان‌ها",
  "notifications.subject.digest": "پیوند: {count} خبر تازه",
  "notifications.digest.group": "{title}: {count}",
  "notifications.digest.and": "، ",
  "notifications.mail.foot":
    "این نامه خودکار فرستاده شده است. آنچه می‌رسد را در «حساب من، پیام‌ها» تغییر دهید.",
  "notifications.sms.too-long": "این متن با پیوندش در {parts} بخش پیامک جا نمی‌شود؛ کوتاهش کنید.",
} as const;

export type NotificationKey = keyof typeof fa;

export const en: Record<NotificationKey, string> = {
  "notifications.title": "Notifications",
  "notifications.unread": "{count|# unread notification|# unread notifications}",
  "notifications.all-read": "I have read them all",
  "notifications.marked": "All notifications are marked as read.",
  "notifications.open": "Open",
  "notifications.new": "New",
  "notifications.empty.title": "No notifications",
  "notifications.empty.text":
    "When an answer comes, an obligation is issued or a report is returned, you are told here; every line leads to its record.",
  "notifications.unknown": "Something changed in the work of this place.",
  "notifications.minutes-issued":
    "{name} issued “{title}”, which brought {count|one obligation|# obligations} here.",
  "notifications.obligation-reported":
    "An obligation from “{title}” was reported done and waits for your verification.",
  "notifications.obligation-verified": "An obligation from “{title}” was verified as done.",
  "notifications.obligation-rejected":
    "A report that an obligation from “{title}” is done was not accepted; see why.",
  "notifications.obstacle-raised": "{name} raised an obstacle: “{title}”.",
  "notifications.obstacle-answered":
    "The province answered the obstacle “{title}”; the county's word is needed.",
  "notifications.obstacle-contested": "{name} does not accept the answer to the obstacle “{title}”.",
  "notifications.report-submitted": "The report of {name} for {period} has come.",
  "notifications.obligation-re-dated":
    "An obligation from “{title}” has another due day; see the day and the cause.",
  "notifications.obligation-ended": "An obligation from “{title}” is no longer asked; see the reason.",
  "notifications.obligations-issued":
    "“{title}” was issued by {name} and brought {count|one obligation|# obligations} here.",
  "notifications.silent-chased":
    "{name} asked {count|one office|# offices} here once more to answer “{title}”.",
  "notifications.offices-reminded":
    "{count|One office was|# offices were} reminded: {dueSoon} near the limit, {overdue} overdue, {silent} unanswered.",
  "notifications.limits-moved":
    "The working calendar changed, and {count|one limit|# limits} of {offices|one office|# offices} here moved. The day as it was said stays beside the limit.",
  "notifications.issued-limits-moved":
    "The working calendar of places you issued to has changed, and some limits went to working days.",
  "notifications.silence-escalated":
    "In {name} {count|one office has|# offices have} left {escalated|one obligation|# obligations} unanswered after a reminder.",
  "notifications.report-commented": "The report for {period} was commented on.",
  "notifications.report-returned": "The report for {period} was returned for correction.",
  "notifications.report-approved": "The report for {period} was approved.",
  "notifications.report-accepted": "The national office accepted the report for {period}.",
  "notifications.demand-answered": "{office} answered a demand; now the citizen is asked.",
  "notifications.demand-judged-solved": "A citizen said that a demand with {office} is solved.",
  "notifications.demand-judged-partly": "A citizen said that a demand with {office} is partly solved.",
  "notifications.calls-assigned": "{count|One call was|# calls were} given to you.",
  "notifications.holder-appointed": "A new holder was appointed to the post “{name}”.",
  "notifications.holder-ended": "The end of an appointment to the post “{name}” was recorded.",
  "notifications.holder-link":
    "A link for a new password was made for the holder of the post “{name}”. If the holder had not asked for it, tell the level above.",
  "notifications.deputy-named": "A deputy was named for the post “{name}”.",
  "notifications.deputy-ended": "The deputyship for the post “{name}” ended.",
  "notifications.demand-judged-no":
    "A citizen said that a demand with {office} is not solved; it was opened again.",
  "notifications.glass-opened":
    "The province opened an emergency look into the county's people for {count|one minute|# minutes}; see why, and what was seen.",
  "notifications.relocation-waits":
    "{name} offers that one of its members comes to this county. The member has consented, and the answer is yours.",
  "notifications.relocation-consented":
    "The member whom you offered to {name} has consented; the answer is now with that county.",
  "notifications.relocation-refused": "The member whom you offered to {name} does not want to go.",
  "notifications.relocation-withdrawn": "The offer of a member from {name} no longer holds.",
  "notifications.relocation-accepted":
    "{name} accepted the member whom you offered; the record here is being archived.",
  "notifications.relocation-declined": "{name} declined the member whom you offered; see why.",
  "notifications.relocation-expired":
    "The time of an offer that a member goes over between here and {name} is over.",
  "notifications.person-erased": "A member of the network had everything about them deleted.",
  "notifications.office-merged":
    "“{name}” became part of “{heir}”, and {count|one open item|# open items} went over to it.",
  "notifications.office-abolished":
    "“{name}” has ended; {count|one open item waits|# open items wait} for an heir.",
  "notifications.office-returned":
    "The end of “{name}” was taken back; what was still open has returned to it.",
  "notifications.paper-written": "The office page of export number {number} is ready to be downloaded.",
  "notifications.obligation-day-asked":
    "Another day is asked for an obligation from “{title}”; see the day and the reason.",
  "notifications.county-closed":
    "{name} County was closed and so are its posts; see to what is still open there.",
  "notifications.county-succeeded":
    "{name} County was closed and this county succeeds it; its work goes on here.",
  "notifications.county-reopened": "The closing of {name} County was taken back; it is open again.",
  "notifications.words-corrected":
    "{name} changed the words of {count|one obligation|# obligations} issued here; the former words are in the timeline.",
  "notifications.office-owes":
    "“{title}” was issued by {name} and brought {count|one obligation|# obligations} to this office.",
  "notifications.office-chased":
    "{name} asked once more for your answer to {count|one obligation|# obligations} from “{title}”.",
  "notifications.office-reminded":
    "Reminder: {dueSoon} near the limit, {overdue} overdue, {silent} unanswered.",
  "notifications.officer-appointed": "Somebody was appointed to act for “{name}” by an account.",
  "notifications.officer-ended": "The end of an appointment to act for “{name}” was recorded.",
  "notifications.officer-link":
    "A link for a new password was made for the account of “{name}”. If its holder had not asked for it, look into it.",
  "notifications.meeting-invited": "{name} invites you to “{title}”: {day} at {time}, {venue}.",
  "notifications.meeting-moved": "“{title}” of {name} was moved to {day} at {time}; place: {venue}.",
  "notifications.meeting-cancelled":
    "“{title}” of {name}, which was on {day} at {time}, will not take place.",
  "notifications.meeting-reminder": "Reminder: “{title}” of {name}, {day} at {time}, {venue}.",
  "notifications.topic.meetings": "Meetings",
  "notifications.topic.obligations": "Obligations",
  "notifications.topic.reminders": "Reminders",
  "notifications.topic.demands": "Demands",
  "notifications.topic.obstacles": "Obstacles",
  "notifications.topic.reports": "Reports and documents",
  "notifications.topic.network": "Network",
  "notifications.topic.posts": "Posts and accounts",
  "notifications.topic.bodies": "Bodies and counties",
  "notifications.subject.meetings": "Peyvand: meetings",
  "notifications.subject.obligations": "Peyvand: obligations",
  "notifications.subject.reminders": "Peyvand: reminders",
  "notifications.subject.demands": "Peyvand: demands",
  "notifications.subject.obstacles": "Peyvand: obstacles",
  "notifications.subject.reports": "Peyvand: reports and documents",
  "notifications.subject.network": "Peyvand: network",
  "notifications.subject.posts": "Peyvand: posts and accounts",
  "notifications.subject.bodies": "Peyvand: bodies and counties",
  "notifications.subject.digest": "Peyvand: {count|one piece of news|# pieces of news}",
  "notifications.digest.group": "{title}: {count}",
  "notifications.digest.and": ", ",
  "notifications.mail.foot":
    "This letter was sent automatically. Change what reaches you under “My account, messages”.",
  "notifications.sms.too-long":
    "With its link this text does not fit {parts|one part|the # parts} of an SMS; shorten it.",
};
