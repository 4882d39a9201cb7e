/** Words of the cadence, of who waits for a contact, and of whose call it is. */
export const fa = {
  "network.cadence": "آهنگ تماس",
  "network.cadence.intro":
    "هر عضو در هر سطح، چند روز یک بار از شما بشنود؟ هر خانه‌ای که خالی بماند از سطح بالاتر می‌آید: شهرستان از استان، استان از کشور.",
  "network.cadence.intro.nation":
    "پایه کشور: هر استان و شهرستان تا آهنگ خود را ننویسد همین را دارد. خانه خالی یعنی آهنگ معمول.",
  "network.cadence.core": "هسته، هر چند روز",
  "network.cadence.active": "فعال، هر چند روز",
  "network.cadence.wide": "گسترده، هر چند روز",
  "network.cadence.else": "اگر خالی بماند: {days} روز",
  "network.cadence.save": "ثبت آهنگ",
  "network.cadence.saved": "آهنگ تماس ثبت شد. فهرست‌ها و شاخص‌ها از همین حالا با آن سنجیده می‌شوند.",
  "network.cadence.set": "تنظیم آهنگ",

  "network.waiting": "در انتظار تماس",
  "network.waiting.open": "فهرست انتظار",
  "network.waiting.intro":
    "اعضا بر پایه سطح و روزهایی که از آخرین گفت‌وگو گذشته است. هر خانه فهرست خود را باز می‌کند.",
  "network.waiting.tier": "سطح",
  "network.waiting.band.within": "در آهنگ",
  "network.waiting.band.past": "نوبت تماس رسیده",
  "network.waiting.band.long": "بیش از دو برابر آهنگ",
  "network.waiting.band.never": "گفت‌وگو نشده",
  "network.waiting.cell": "{tier}، {band}: {count} نفر",
  "network.waiting.all": "همه منتظران",
  "network.waiting.list": "{count} نفر",
  "network.waiting.none": "در این خانه کسی نیست.",
  "network.waiting.with": "با {name}",
  "network.waiting.caller": "تماس با",
  "network.waiting.unassigned": "–",
  "network.waiting.tick": "علامت {name}",

  "network.assign": "سپردن تماس",
  "network.assign.help":
    "افراد را در فهرست علامت بزنید. تا وقتی با عضو گفت‌وگو نشده، تماس نزد همان کس می‌ماند و در صف دیگران نمی‌آید.",
  "network.assign.to": "به چه کسی؟",
  "network.assign.officials": "دستیار و کارشناسان شهرستان",
  "network.assign.trusted": "اعضای هسته",
  "network.assign.nobody": "هیچ‌کس؛ به صف همه برگردد",
  "network.assign.do": "سپردن تماس علامت‌خورده‌ها",
  "network.assign.done": "تماس {count} نفر سپرده شد.",
  "network.assign.taken-back": "تماس {count} نفر به صف همه برگشت.",
  "network.assign.not-a-caller": "این شخص دیگر از مسئولان شهرستان یا اعضای هسته نیست؛ کس دیگری را برگزینید.",
  "network.assign.himself": "عضو با خودش تماس نمی‌گیرد؛ علامت او را بردارید یا کس دیگری را برگزینید.",

  "network.calls.whose": "صف",
  "network.calls.everybody": "دارای شماره",
  "network.calls.mine": "سپرده به من",
  "network.calls.without": "بدون شماره",
  "network.calls.without.done": "همه کسانی که نوبت تماسشان است شماره دارند.",
  "network.calls.mine.done": "تماسی به شما سپرده نشده است، یا امروز به همه سر زده‌اید.",
} as const;

export type CadenceKey = keyof typeof fa;

export const en: Record<CadenceKey, string> = {
  "network.cadence": "Cadence of contact",
  "network.cadence.intro":
    "How many days apart should a member of each tier hear from you? A field left empty follows the level above: a county its province, a province the nation.",
  "network.cadence.intro.nation":
    "The base of the nation: every province and county has this until it writes its own. An empty field means the usual cadence.",
  "network.cadence.core": "Core, every how many days",
  "network.cadence.active": "Active, every how many days",
  "network.cadence.wide": "Wide, every how many days",
  "network.cadence.else": "Left empty: {days|one day|# days}",
  "network.cadence.save": "Save the cadence",
  "network.cadence.saved": "The cadence was saved. Lists and indicators are measured by it from now on.",
  "network.cadence.set": "Set the cadence",

  "network.waiting": "Waiting for a contact",
  "network.waiting.open": "Waiting list",
  "network.waiting.intro":
    "Members by tier and by the days since the last conversation. Every cell opens its own list.",
  "network.waiting.tier": "Tier",
  "network.waiting.band.within": "Within cadence",
  "network.waiting.band.past": "A contact is due",
  "network.waiting.band.long": "More than twice the cadence",
  "network.waiting.band.never": "Not reached yet",
  "network.waiting.cell": "{tier}, {band}: {count|one person|# people}",
  "network.waiting.all": "All who wait",
  "network.waiting.list": "{count|# person|# people}",
  "network.waiting.none": "Nobody stands in this cell.",
  "network.waiting.with": "with {name}",
  "network.waiting.caller": "Call is with",
  "network.waiting.unassigned": "–",
  "network.waiting.tick": "Tick {name}",

  "network.assign": "Give calls",
  "network.assign.help":
    "Tick people in the list. Until the member is reached the call stays with that person and comes in nobody else's queue.",
  "network.assign.to": "To whom?",
  "network.assign.officials": "Assistant and experts of the county",
  "network.assign.trusted": "Members of the core",
  "network.assign.nobody": "Nobody; back to everybody's queue",
  "network.assign.do": "Give the ticked calls",
  "network.assign.done": "The calls of {count|one person|# people} were given.",
  "network.assign.taken-back": "The calls of {count|one person|# people} are back in everybody's queue.",
  "network.assign.not-a-caller":
    "This person no longer holds a post in the county or is no longer of the core; choose somebody else.",
  "network.assign.himself": "A member does not call himself; untick him or choose somebody else.",

  "network.calls.whose": "Queue",
  "network.calls.everybody": "With a number",
  "network.calls.mine": "Given to me",
  "network.calls.without": "Without a number",
  "network.calls.without.done": "Everybody whose turn it is has a number.",
  "network.calls.mine.done": "No call was given to you, or you have tried all of them today.",
};
