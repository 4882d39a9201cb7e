/** Words of who acts for a post from day to day. */
export const fa = {
  "posts.deputy": "جانشین",
  "posts.deputy.name": "تعیین جانشین",
  "posts.deputy.title": "جانشین {post}",
  "posts.deputy.lead":
    "در این روزها جانشین اختیار این پست را دارد و هر کارش با نام کسی که به جای او کار می‌کند ثبت می‌شود. اختیار دارنده پست سر جای خود است و جانشینی در روز پایان خودبه‌خود تمام می‌شود.",
  "posts.deputy.lead.vacant":
    "این پست در این روزها دارنده ندارد. جانشین تا روز پایان، یا تا آغاز کار دارنده تازه، اختیار پست را دارد و هر کارش به نام جانشین ثبت می‌شود.",
  "posts.deputy.pair":
    "آنچه یکی گزارش کرده یا گواهی داده است، دیگری تأیید نمی‌کند: این دو در کار این پست یک دست‌اند.",
  "posts.deputy.do": "ثبت جانشین",
  "posts.deputy.order": "شماره نامه",
  "posts.deputy.order.help": "اگر نامه‌ای هست",
  "posts.deputy.starts": "از روز",
  "posts.deputy.ends": "تا روز",
  "posts.deputy.ends.help": "آخرین روزی که به جای او کار می‌کند",
  "posts.deputy.named": "{name} جانشین شد.",
  "posts.deputy.acts": "جانشین تا {until}: {name}",
  "posts.deputy.to-come": "جانشین از {from} تا {until}: {name}",
  "posts.deputy.end": "پایان جانشینی",
  "posts.deputy.end.title": "پایان جانشینی {name}",
  "posts.deputy.end.lead":
    "با ثبت این، اختیار جانشین در همین دم پایان می‌یابد. آنچه ثبت کرده با نام خودش و دارنده پست می‌ماند.",
  "posts.deputy.end.do": "پایان جانشینی",
  "posts.deputy.history": "جانشین‌ها تاکنون",
  "posts.deputy.history.for": "به جای",
  "posts.deputy.history.vacant": "پست بی‌دارنده",
  "posts.deputy.history.by": "تعیین‌کننده",
  "posts.deputy.history.ended": "پایان پیش از موعد: {date}",
  "posts.deputy.overlaps":
    "این پست در این روزها جانشین دیگری دارد. روزها را جابه‌جا کنید یا نخست آن جانشینی را پایان دهید.",
  "posts.deputy.acts-already": "این شخص در این روزها جانشین پست دیگری در همین جاست.",
  "posts.deputy.beyond-term": "دارنده پست همه این روزها را در این پست نیست. روزها را در مدت حکم او بگذارید.",
  "posts.deputy.oneself": "کسی جانشین خودش نمی‌شود.",
  "posts.deputy.too-long": "جانشینی بیش از یک سال نمی‌شود.",
  "posts.deputy.over": "این جانشینی پیش‌تر پایان یافته است.",
  "posts.deputy.changed": "این جانشینی همین حالا تغییر کرد. صفحه را دوباره باز کنید.",
} as const;

export const en: Record<keyof typeof fa, string> = {
  "posts.deputy": "Deputy",
  "posts.deputy.name": "Name a deputy",
  "posts.deputy.title": "Deputy: {post}",
  "posts.deputy.lead":
    "In these days the deputy has the power of this post, and whatever the deputy does carries the name of the holder too. The holder keeps the power; the deputyship ends by itself after its last day.",
  "posts.deputy.lead.vacant":
    "Nobody holds this post in these days. The deputy has its power until the last day, or until a new holder begins, and whatever the deputy does says so.",
  "posts.deputy.pair":
    "What one of the two reported or attested, the other does not verify: for this post they are one hand.",
  "posts.deputy.do": "Record the deputy",
  "posts.deputy.order": "Letter number",
  "posts.deputy.order.help": "If there is a letter",
  "posts.deputy.starts": "First day",
  "posts.deputy.ends": "Last day",
  "posts.deputy.ends.help": "The last day of acting for the holder",
  "posts.deputy.named": "{name} is named as deputy.",
  "posts.deputy.acts": "deputy until {until}: {name}",
  "posts.deputy.to-come": "deputy from {from} until {until}: {name}",
  "posts.deputy.end": "End the deputyship",
  "posts.deputy.end.title": "End the deputyship of {name}",
  "posts.deputy.end.lead":
    "As soon as this is recorded the deputy has no power here. What the deputy recorded stays under both names.",
  "posts.deputy.end.do": "End the deputyship",
  "posts.deputy.history": "Deputies so far",
  "posts.deputy.history.for": "Acted for",
  "posts.deputy.history.vacant": "the vacant post",
  "posts.deputy.history.by": "Named by",
  "posts.deputy.history.ended": "ended early: {date}",
  "posts.deputy.overlaps":
    "This post has another deputy in these days. Choose other days, or end that deputyship first.",
  "posts.deputy.acts-already": "This person acts for another post of this place in these days.",
  "posts.deputy.beyond-term":
    "The holder does not have this post through all of these days. Keep within the days of that appointment.",
  "posts.deputy.oneself": "Nobody is his own deputy.",
  "posts.deputy.too-long": "A deputyship lasts a year at most.",
  "posts.deputy.over": "This deputyship ended before.",
  "posts.deputy.changed": "This deputyship was changed a moment ago. Open the page again.",
};
