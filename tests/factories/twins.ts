import { searchKey } from "~/lib/persian-text";

/** A record of the generated register; two with one `who` are the same person. */
export type Entry = {
  who: number;
  fullName: string;
  searchKey: string;
  mobile: string | null;
  locality: string | null;
};

const GIVEN =
  "علی رضا محمد حسین حسن مهدی علیرضا محمدرضا احمد ابوالفضل مصطفی مرتضی سعید مسعود بهروز فرهاد کامران ناصر صادق طاهر زهرا فاطمه مریم معصومه نرگس الهام سمیه طاهره صدیقه لیلا پروانه شهناز مهناز اعظم اکرم خدیجه زینب رقیه نسرین پریسا".split(
    " ",
  );
const FAMILY =
  "احمدی محمدی رضایی حسینی کریمی موسوی جعفری صادقی کاظمی نوری یوسفی رحیمی اکبری مرادی قاسمی طاهری عباسی غفاری صفری ذاکری حیدری شریفی سلیمانی نظری بهرامی میرزایی قربانی سعیدی مقصودلو کیانی فروغی شهابی رستمی خسروی پاکدل دلاور یزدانی قنبری کوهستانی میربهبهانی حاجیلری قره‌جانلو سعادتمند عزیزی امینی توکلی حاتمی فلاحی ملکی وحیدی".split(
    " ",
  );
const PLACES =
  "جلین زیارت معصوم‌آباد فیض‌آباد سرخنکلاته قرق میان‌آباد توشن ناهارخوران لمسک کریم‌آباد تقرتپه نصرآباد اصفهان‌کلاته نوده قلعه‌حسن امیرآباد".split(
    " ",
  );

/** Families of one stem are families of their own. */
const ENDINGS = ["", "", "", "\u200Cنژاد", "\u200Cپور", "\u200Cزاده", "\u200Cفر"];

/** A small generator with a seed, so that every run reads the same register. */
function chanceFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
  return { next, below, pick };
}
type Chance = ReturnType<typeof chanceFrom>;

const SOUNDS = [
  ["ص", "س"],
  ["ط", "ت"],
  ["ذ", "ز"],
  ["ح", "ه"],
  ["غ", "ق"],
  ["ظ", "ز"],
] as const;

/** One letter of a long word lost, doubled or turned with its neighbour, as a hand does. */
function slip(chance: Chance, name: string): string {
  const words = name.split(" ");
  const at = words.findIndex((word) => word.length >= 5);
  const word = words[at];
  if (word === undefined) return name;
  const spot = 1 + chance.below(word.length - 2);
  const slipped = chance.pick([
    word.slice(0, spot) + word.slice(spot + 1),
    word.slice(0, spot) + (word[spot] ?? "") + word.slice(spot),
    word.slice(0, spot) + (word[spot + 1] ?? "") + (word[spot] ?? "") + word.slice(spot + 2),
  ]);
  return words.map((one, n) => (n === at ? slipped : one)).join(" ");
}

const WAYS: readonly ((chance: Chance, name: string) => string)[] = [
  (_, name) => name,
  (_, name) => name.replaceAll("ی", "ي").replaceAll("ک", "ك"),
  (_, name) => name.replaceAll("\u200C", " "),
  (chance, name) => `${chance.pick(["جناب آقای", "دکتر", "مهندس", "حاج", "سید", "سرکار خانم"])} ${name}`,
  (_, name) => {
    const [given = "", ...family] = name.split(" ");
    return [...family, given].join(" ");
  },
  (chance, name) => {
    const known = SOUNDS.filter(([one]) => name.includes(one));
    if (known.length === 0) return name;
    const [one, other] = chance.pick(known);
    return name.replace(one, other);
  },
  slip,
  (_, name) => name.replace(/^(علی|محمد)رضا/, "$1 رضا"),
];

/** A register of a county with `pairs` known pairs, their families and namesakes, and others. */
export function aRegister(pairs: number, others: number, seed = 1405): Entry[] {
  const chance = chanceFrom(seed);
  const entries: Entry[] = [];
  const add = (who: number, fullName: string, mobile: string | null, locality: string | null) =>
    entries.push({ who, fullName, searchKey: searchKey(fullName), mobile, locality });
  let numbers = 0;
  const number = () => `+98911${String(1_000_000 + (((numbers += 1) * 7_919) % 8_999_999))}`;
  let who = 0;
  for (let n = 0; n < pairs + others; n += 1) {
    const given = chance.pick(GIVEN);
    const family = chance.pick(FAMILY) + chance.pick(ENDINGS);
    const second = chance.next() < 0.35 ? ` ${chance.pick(FAMILY)}` : "";
    const name = `${given} ${family}${second}`;
    const place = chance.pick(PLACES);
    const mobile = number();
    add((who += 1), name, mobile, place);
    if (n < pairs) {
      // The other record of the pair: another way to write it, and a new number, a slip in the number or none at all.
      const written = chance.pick(WAYS)(chance, name);
      const kind = chance.next();
      const digit = 4 + chance.below(8);
      const slipped = `${mobile.slice(0, digit)}${(Number(mobile[digit]) + 1) % 10}${mobile.slice(digit + 1)}`;
      const other = kind < 0.55 ? number() : kind < 0.8 ? null : slipped;
      add(who, written, other, chance.next() < 0.92 ? place : null);
    } else if (n % 8 === 0) {
      // A brother or sister in the same house, and a namesake elsewhere.
      add(
        (who += 1),
        `${chance.pick(GIVEN.filter((one) => one !== given))} ${family}${second}`,
        number(),
        place,
      );
      add((who += 1), name, number(), chance.pick(PLACES.filter((one) => one !== place)));
    }
  }
  return entries;
}
