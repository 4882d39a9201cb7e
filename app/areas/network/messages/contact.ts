/** Words of contacts with many people at once, of what members asked for, and of texts to be copied. */
export const fa = {
  "network.outcome.action-needed": "اقدام لازم",
  "network.contact.note.help":
    "خود او این نوشته را در صفحه خود می‌خواند. از باور سیاسی، مذهبی یا قومی کسی چیزی ننویسید.",
  "network.contact.next-at.help": "مثلاً ۱۰:۳۰؛ سپس روز را برگزینید.",
  "network.many.title": "ثبت تماس گروهی",
  "network.many.open": "تماس گروهی",
  "network.many.intro":
    "پس از یک گردهمایی یا از روی فهرست کاغذی: افراد را علامت بزنید و یک نتیجه با یک تاریخ برای همه ثبت کنید.",
  "network.many.find": "یافتن افراد",
  "network.many.find.do": "نشان دادن افراد",
  "network.many.find.name": "نام یا شماره همراه",
  "network.many.find.circle": "حلقه",
  "network.many.find.everybody": "همه اعضا",
  "network.many.people": "چه کسانی بودند؟",
  "network.many.people.help": "با یافتن افراد تازه، علامت‌ها می‌مانند. تا {max} نفر در یک ثبت جا می‌گیرند.",
  "network.many.ticked": "{count} نفر علامت خورده",
  "network.many.tick-all": "علامت همه",
  "network.many.untick-all": "برداشتن همه",
  "network.many.none-found": "کسی پیدا نشد. نام دیگری بنویسید یا حلقه دیگری برگزینید.",
  "network.many.more": "{count} نفر نخست نشان داده شده است؛ بقیه را با نام یا حلقه بیابید.",
  "network.many.nobody": "دست‌کم یک نفر را علامت بزنید.",
  "network.many.too-many": "در یک ثبت دست بالا {max} نفر جا می‌گیرند؛ بقیه را در ثبت دیگری بیاورید.",
  "network.many.unknown-person": "یکی از افراد دیگر در شبکه این شهرستان نیست. دوباره بیابید و علامت بزنید.",
  "network.many.all-there":
    "برای همه این افراد همین نتیجه با همین تاریخ و راه تماس ثبت شده است؛ چیزی افزوده نشد.",
  "network.many.outcome": "نتیجه برای همه",
  "network.many.channel": "راه تماس",
  "network.many.happened-on": "تاریخ",
  "network.many.happened-on.help": "برای فهرست کاغذی، روز گردهمایی را بنویسید؛ روز آینده پذیرفته نمی‌شود.",
  "network.many.note": "یادداشت برای همه",
  "network.many.save": "ثبت برای همه",
  "network.many.recorded": "برای {count} نفر ثبت شد: {outcome}.",
  "network.many.already": "{count} نفر از پیش ثبت شده بودند و دوباره نوشته نشدند.",
  "network.many.undone": "ثبت گروهی برداشته شد: {count} نفر.",
  "network.many.from-circle": "تماس با اعضای حلقه",

  "network.actions": "اقدام‌های لازم",
  "network.actions.intro":
    "آنچه اعضا در تماس خواسته‌اند و هنوز بسته نشده است. با نوشتن کار انجام‌شده بسته می‌شود و خود او نوشته شما را در صفحه خود می‌خواند.",
  "network.actions.empty.title": "اقدام بازی نیست",
  "network.actions.empty.text": "هر تماس با نتیجه «اقدام لازم» اینجا می‌ماند تا کار انجام‌شده نوشته شود.",
  "network.action.asked-on": "خواسته‌شده در {date}",
  "network.action.open-days": "{count} روز باز",
  "network.action.today": "امروز",
  "network.action.no-note": "یادداشتی نوشته نشده است؛ از خود او بپرسید.",
  "network.action.done": "چه کاری انجام شد؟",
  "network.action.take": "انجام شد",
  "network.action.taken": "اقدام بسته شد.",
  "network.action.taken-already": "این اقدام را کس دیگری بسته است.",
  "network.action.taken-note": "انجام شد: {note}",
  "network.action.is-open": "هنوز باز است",
  "network.action.see": "اقدام‌های باز",

  "network.text.title": "پیام آماده",
  "network.text.help":
    "متن را اگر خواستید تغییر دهید، رونوشت بردارید و در پیام‌رسان خود بفرستید. از اینجا چیزی فرستاده نمی‌شود.",
  "network.text.kind.greeting": "احوال‌پرسی",
  "network.text.kind.invitation": "دعوت به نشست",
  "network.text.kind.thanks": "سپاس پس از گردهمایی",
  "network.text.greeting":
    "سلام {name}، {sender} هستم، {post}. خواستم جویای احوال شما باشم و نظرتان را درباره کارهای شهرستان بشنوم. هر وقت فرصت داشتید خبر بدهید تا تماس بگیرم.",
  "network.text.invitation":
    "سلام {name}، {sender} هستم، {post}. برای نشست بعدی شبکه از شما دعوت می‌کنم. روز و ساعت آن را در همین پیام‌رسان می‌نویسم؛ لطفاً بگویید می‌توانید بیایید یا نه.",
  "network.text.thanks":
    "سلام {name}، {sender} هستم، {post}. از اینکه در گردهمایی همراه بودید سپاسگزارم. آنچه گفته شد ثبت شده است و نتیجه را به شما خبر می‌دهم.",
  "network.text.everybody": "همراه گرامی",
} as const;

export type ContactKey = keyof typeof fa;

export const en: Record<ContactKey, string> = {
  "network.outcome.action-needed": "Action needed",
  "network.contact.note.help":
    "The person reads this on their own page. Write nothing about anybody's political, religious or ethnic belief.",
  "network.contact.next-at.help": "10:30, for instance; then choose the day.",
  "network.many.title": "Record a contact with many",
  "network.many.open": "Many at once",
  "network.many.intro":
    "After a gathering, or from a paper list: tick the people and record one outcome of one day for all of them.",
  "network.many.find": "Find people",
  "network.many.find.do": "Show people",
  "network.many.find.name": "Name or mobile number",
  "network.many.find.circle": "Circle",
  "network.many.find.everybody": "All members",
  "network.many.people": "Who was there?",
  "network.many.people.help": "Finding more people keeps the ticks. One entry holds up to {max} people.",
  "network.many.ticked": "{count|# person|# people} ticked",
  "network.many.tick-all": "Tick all",
  "network.many.untick-all": "Untick all",
  "network.many.none-found": "Nobody was found. Write another name or choose another circle.",
  "network.many.more": "The first {count} people are shown; find the others by name or circle.",
  "network.many.nobody": "Tick at least one person.",
  "network.many.too-many": "One entry holds at most {max} people; record the others in another entry.",
  "network.many.unknown-person":
    "One of these people is no longer in this county's network. Find and tick them again.",
  "network.many.all-there":
    "All of these people have this outcome of this day and channel already; nothing was added.",
  "network.many.outcome": "Outcome for all",
  "network.many.channel": "Channel",
  "network.many.happened-on": "Day",
  "network.many.happened-on.help":
    "For a paper list write the day of the gathering; a coming day is not taken.",
  "network.many.note": "Note for all",
  "network.many.save": "Record for all",
  "network.many.recorded": "Recorded for {count|one person|# people}: {outcome}.",
  "network.many.already": "{count|One person was|# people were} recorded already and not written twice.",
  "network.many.undone": "The entry for {count|one person|# people} was taken back.",
  "network.many.from-circle": "Contact with the circle",

  "network.actions": "Actions needed",
  "network.actions.intro":
    "What members asked for and nobody has closed yet. Writing down what was done closes it, and the person reads your words on their own page.",
  "network.actions.empty.title": "No action is open",
  "network.actions.empty.text":
    "Every contact with the outcome “Action needed” stays here until it is written down what was done.",
  "network.action.asked-on": "Asked for on {date}",
  "network.action.open-days": "Open for {count|one day|# days}",
  "network.action.today": "today",
  "network.action.no-note": "No note was written; ask the member.",
  "network.action.done": "What was done?",
  "network.action.take": "Done",
  "network.action.taken": "The action was closed.",
  "network.action.taken-already": "Somebody else has closed this action.",
  "network.action.taken-note": "Done: {note}",
  "network.action.is-open": "Still open",
  "network.action.see": "Open actions",

  "network.text.title": "Prepared message",
  "network.text.help":
    "Change the text if you like, copy it and send it with your own messenger. Nothing is sent from here.",
  "network.text.kind.greeting": "A greeting",
  "network.text.kind.invitation": "An invitation",
  "network.text.kind.thanks": "Thanks after a gathering",
  "network.text.greeting":
    "Hello {name}, this is {sender}, {post}. I would like to ask how you are and to hear your opinion about the work of the county. Tell me when it suits you and I will call.",
  "network.text.invitation":
    "Hello {name}, this is {sender}, {post}. I invite you to the next meeting of the network. I will write its day and hour here; please tell me whether you can come.",
  "network.text.thanks":
    "Hello {name}, this is {sender}, {post}. Thank you for being with us at the gathering. What was said is recorded, and I will tell you what comes of it.",
  "network.text.everybody": "friend",
};
