/** Words of what the register holds of a person: national code, capacities, ways to reach him. */
export const fa = {
  "network.person.national-code": "کد ملی",
  "network.person.national-code.help":
    "لازم نیست. رمزشده نگه داشته می‌شود، در هیچ صفحه‌ای کامل دیده نمی‌شود و فقط با نوشتن همه رقم‌ها پیدا می‌شود.",
  "network.person.national-code.kept":
    "ثبت شده است: {code}. برای عوض کردن، کد تازه را بنویسید؛ خالی یعنی همان بماند.",
  "network.person.national-code.remove": "کد ملی پاک شود",
  "network.person.national-code.padded":
    "کد ملی کمتر از ده رقم نوشته شده بود و با صفر آغازین ثبت شد. سه رقم پایانی را با کارت او بسنجید.",
  "network.national-code-wrong":
    "این کد ملی درست نیست: ده رقم است و رقم پایانی آن با بقیه می‌خواند. دوباره بخوانید.",
  "network.national-code-no-key": "این سامانه کلید نگهداری کد ملی ندارد؛ این خانه را خالی بگذارید.",
  "network.national-code-taken":
    "این کد ملی به نام {name} در شبکه شهرستان ثبت است. صفحه او را باز کنید یا کد را دوباره بخوانید.",
  "network.national-code-taken-now": "این کد ملی همین حالا برای عضو دیگری ثبت شد. فهرست را ببینید.",
  "network.person.belief":
    "در یادداشت‌های این صفحه شاید باور سیاسی، مذهبی یا قومی کسی نوشته شده باشد. اگر چنین است آن را بردارید؛ این هشدار جایی نگه داشته نمی‌شود.",
  "network.person.capacities": "توانایی‌ها",
  "network.capacity.expertise": "دانش تخصصی",
  "network.capacity.teaching": "آموزش",
  "network.capacity.media": "رسانه و اطلاع‌رسانی",
  "network.capacity.venue": "جای گردهمایی",
  "network.capacity.transport": "رفت‌وآمد",
  "network.capacity.coordination": "هماهنگی مردم",
  "network.capacity.field-work": "کار میدانی",
  "network.capacity.funding": "کمک مالی",
  "network.ways": "راه‌های تماس",
  "network.ways.edit": "تغییر راه‌های تماس",
  "network.ways.help":
    "آنچه خود او گفته است. راهی که نخواسته، در صف تماس نشان داده می‌شود و پیشنهاد نمی‌شود. تاریخ رضایت یا خواسته او همراه آن می‌ماند.",
  "network.ways.none": "هنوز پرسیده نشده است.",
  "network.ways.preferred": "راهی که ترجیح می‌دهد",
  "network.ways.preferred.own": "راهی که ترجیح می‌دهید",
  "network.ways.no-preference.own": "ترجیحی ندارم",
  "network.ways.no-preference": "ترجیحی نگفته است",
  "network.ways.further-number": "شماره دیگر",
  "network.ways.prefers": "ترجیح: {way}",
  "network.ways.handle": "نام یا شماره در {way}",
  "network.ways.barred": "تماس نگیرید از راه: {ways}",
  "network.ways.no-phone": "خواسته است به او تلفن نشود.",
  "network.ways.no-message": "خواسته است برای او پیامی فرستاده نشود.",
  "network.way.phone": "تلفن",
  "network.way.sms": "پیامک",
  "network.way.visit": "دیدار حضوری",
  "network.way.eitaa": "ایتا",
  "network.way.bale": "بله",
  "network.way.rubika": "روبیکا",
  "network.way.soroush": "سروش‌پلاس",
  "network.way.igap": "آی‌گپ",
  "network.standing.open": "پرسیده نشده",
  "network.standing.consents": "رضایت داده",
  "network.standing.barred": "تماس نگیرید",
} as const;

export const en: Record<keyof typeof fa, string> = {
  "network.person.national-code": "National code",
  "network.person.national-code.help":
    "Not needed. It is kept sealed, no page shows it whole, and only all of its digits find it.",
  "network.person.national-code.kept":
    "Registered: {code}. Write a new one to change it; left empty, it stays.",
  "network.person.national-code.remove": "Remove the national code",
  "network.person.national-code.padded":
    "The national code had fewer than ten digits and was registered with leading zeros. Check its last three digits against the card.",
  "network.national-code-wrong":
    "This is not a national code: it has ten digits, and its last digit follows from the others. Read it again.",
  "network.national-code-no-key":
    "This installation has no key to keep national codes with; leave this field empty.",
  "network.national-code-taken":
    "This national code is registered in the county's network for {name}. Open that person's page or read the code again.",
  "network.national-code-taken-now":
    "This national code was registered for another member just now. Look at the list.",
  "network.person.belief":
    "A note on this page may hold somebody's political, religious or ethnic belief. If so, take it out; this warning is kept nowhere.",
  "network.person.capacities": "Capacities",
  "network.capacity.expertise": "Expert knowledge",
  "network.capacity.teaching": "Teaching",
  "network.capacity.media": "Media and information",
  "network.capacity.venue": "A place to gather",
  "network.capacity.transport": "Transport",
  "network.capacity.coordination": "Bringing people together",
  "network.capacity.field-work": "Field work",
  "network.capacity.funding": "Financial help",
  "network.ways": "Ways of contact",
  "network.ways.edit": "Change the ways of contact",
  "network.ways.help":
    "What this person said. A way that is not wanted is shown in the call queue and never suggested. The day of the consent or of the wish stays beside it.",
  "network.ways.none": "Nobody has asked yet.",
  "network.ways.preferred": "Preferred way",
  "network.ways.preferred.own": "The way you prefer",
  "network.ways.no-preference.own": "No preference",
  "network.ways.no-preference": "No preference was stated",
  "network.ways.further-number": "Further number",
  "network.ways.prefers": "Prefers: {way}",
  "network.ways.handle": "Name or number on {way}",
  "network.ways.barred": "Do not contact by: {ways}",
  "network.ways.no-phone": "Asked not to be phoned.",
  "network.ways.no-message": "Asked not to be sent messages.",
  "network.way.phone": "Phone",
  "network.way.sms": "SMS",
  "network.way.visit": "In person",
  "network.way.eitaa": "Eitaa",
  "network.way.bale": "Bale",
  "network.way.rubika": "Rubika",
  "network.way.soroush": "Soroush Plus",
  "network.way.igap": "iGap",
  "network.standing.open": "Not asked",
  "network.standing.consents": "Consents",
  "network.standing.barred": "Do not contact",
};
