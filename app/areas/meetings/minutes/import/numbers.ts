import { foldPattern } from "~/lib/written-names/letters";

const UNITS =
  "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده".split(" ");
const TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد".split(" ");
const IRREGULAR: readonly (readonly [string, number])[] = [
  ["اول", 1],
  ["نخست", 1],
  ["سوم", 3],
  ["سیام", 30],
  ["هیجده", 18],
];

/** Cardinals and ordinals, without spaces. «سهم» is a share, not a third. */
const VALUES = new Map<string, number>(IRREGULAR);
UNITS.forEach((word, index) => put(word, index + 1));
TENS.forEach((ten, index) => {
  const value = (index + 2) * 10;
  put(ten, value);
  UNITS.slice(0, 9).forEach((unit, below) => put(`${ten}و${unit}`, value + below + 1));
  VALUES.set(`${ten}وسوم`, value + 3);
});

function put(word: string, value: number): void {
  VALUES.set(word, value);
  if (!word.endsWith("سه") && !word.endsWith("سی")) VALUES.set(`${word}م`, value);
}

/** Source of a pattern for a number in digits (up to four) or in words, in folded letters. */
export const NUMBER = foldPattern(
  new RegExp(
    `(?:\\d{1,4}(?!\\d|[/.]\\d)|(?:اول|نخست|سوم|سی ام|هیجدهم?|` +
      `(?:(?:${TENS.join("|")}) ?و ?)?(?:${UNITS.join("|")}|سو)م?|(?:${TENS.join("|")})م?)(?![\\p{L}\\p{N}]))`,
    "u",
  ),
).source;

/** The value of what `NUMBER` found, where it is one. */
export function numberOf(written: string): number | null {
  const key = written.replaceAll(" ", "");
  if (/^\d{1,4}$/.test(key)) return Number(key);
  return VALUES.get(key) ?? null;
}
