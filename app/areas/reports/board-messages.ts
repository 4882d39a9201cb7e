/** Words of the boards: borders, peers, intervals. */
export const fa = {
  "reports.board.borders": "مرزها",
  "reports.board.borders.then": "آن‌گونه که بود",
  "reports.board.borders.today": "در مرزهای امروز",
  "reports.board.borders.note":
    "در مرزهای امروز: شهرستان‌های به‌هم‌پیوسته جمع شده‌اند و شهرستانی که چند جانشین دارد، جدا آمده است؛ سهم هر جانشین دانسته نیست.",
  "reports.board.change.now": "امروز: {names}",
  "reports.board.change.once": "آن روز: {names}",
  "reports.board.change.divided": "تقسیم‌شده به {names}",
  "reports.board.change.closed": "بسته‌شده، بی جانشین",
  "reports.board.last-year": "یک سال پیش",
  "reports.board.interval": "بازه ۹۵٪",
  "reports.board.too-few": "مورد کم، بی‌مقایسه",
  "reports.board.peers.by-population": "هم‌جمعیت‌ها",
  "reports.board.peers.by-grade": "هم‌درجه‌ها",
  "reports.board.peers.below": "زیر {to} نفر",
  "reports.board.peers.between": "{from} تا {to} نفر",
  "reports.board.peers.above": "{from} نفر و بیش",
  "reports.board.peers.unknown": "جمعیت نامعلوم: جوان‌تر از سرشماری",
  "reports.board.peers.special": "فرمانداری ویژه",
  "reports.board.peers.ordinary": "فرمانداری عادی",
  "reports.board.peers.cases": "مورد",
  "reports.board.peers.floor": "دست‌کم {least} مورد",
  "reports.board.peers.census":
    "جمعیت از سرشماری ۱۳۹۵ است. مرزی بودن شهرستان‌ها ثبت نشده است و در گروه‌بندی نمی‌آید.",
} as const;

export const en = {
  "reports.board.borders": "Borders",
  "reports.board.borders.then": "As it was",
  "reports.board.borders.today": "In today's borders",
  "reports.board.borders.note":
    "In today's borders: joined counties are added up; a county that several follow stands apart, for nobody knows whose part is whose.",
  "reports.board.change.now": "Today: {names}",
  "reports.board.change.once": "Then: {names}",
  "reports.board.change.divided": "Divided into {names}",
  "reports.board.change.closed": "Closed, without a successor",
  "reports.board.last-year": "A year before",
  "reports.board.interval": "95 % interval",
  "reports.board.too-few": "Too few cases",
  "reports.board.peers.by-population": "By population",
  "reports.board.peers.by-grade": "By grade",
  "reports.board.peers.below": "Fewer than {to} people",
  "reports.board.peers.between": "{from} to {to} people",
  "reports.board.peers.above": "{from} people and more",
  "reports.board.peers.unknown": "Population unknown: younger than the census",
  "reports.board.peers.special": "Special governorate",
  "reports.board.peers.ordinary": "Ordinary governorate",
  "reports.board.peers.cases": "cases",
  "reports.board.peers.floor": "At least {least|one case|# cases}",
  "reports.board.peers.census":
    "Population is that of the census of 1395. Which counties lie at a border is not recorded and groups nobody.",
} as const satisfies Record<keyof typeof fa, string>;
