import { searchedWords } from "~/lib/name-search";
import { sound, UNSTEADY } from "~/lib/name-sound";
import { searchKey } from "~/lib/persian-text";

/** What two records share. */
export const REASONS = [
  "same-name",
  "swapped-name",
  "same-sound",
  "near-name",
  "same-number",
  "near-number",
  "same-locality",
  "same-circle",
  "no-number",
] as const;
export type Reason = (typeof REASONS)[number];

/** A person as two of them are compared. */
export type Likened = {
  fullName: string;
  mobile: string | null;
  locality: string | null;
  circleIds: readonly string[];
};

/** From here on two records are shown as perhaps one, of a hundred. */
export const LIKELY = 65;

/** What each shared thing weighs. Only the strongest of the names counts, and of the numbers. */
const WEIGHTS: Record<Reason, number> = {
  "same-name": 60,
  "swapped-name": 58,
  "same-sound": 52,
  "near-name": 45,
  "same-number": 45,
  "near-number": 25,
  "same-locality": 20,
  "same-circle": 20,
  "no-number": 8,
};
/** Two that live in different places are less likely one. */
const ELSEWHERE = -12;

const nameOf = (fullName: string): string[] => {
  const words = searchedWords(fullName);
  const steady = words.filter((word) => !UNSTEADY.has(word));
  return steady.length > 0 ? steady : words;
};

/** One letter more, less, other, or two neighbours turned round. Words shorter than five letters are other names then. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length < 5 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  // Another first letter is another name: احمدی, محمدی.
  if (at === 0) return false;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isTurned =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return isTurned || short.slice(at + 1) === long.slice(at + 1);
}

function likenessOfNames(one: string, other: string): Reason | undefined {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (a.length === 0 || b.length === 0) return undefined;
  if (a.join("") === b.join("")) return "same-name";
  const sorted = (words: readonly string[]) => [...words].sort().join(" ");
  if (sorted(a) === sorted(b)) return "swapped-name";
  const [heardA, heardB] = [a.map(sound), b.map(sound)];
  if (heardA.join("") === heardB.join("") || sorted(heardA) === sorted(heardB)) return "same-sound";
  if (a.length < 2 || a.length !== b.length) return undefined;
  const isNear = (words: readonly string[]) =>
    heardA.every((word, at) => isSlip(word, words[at] ?? "")) &&
    heardA.some((word, at) => word === words[at]);
  return isNear(heardB) || isNear([...heardB].reverse()) ? "near-name" : undefined;
}

const SPELLINGS: readonly (Reason | undefined)[] = ["same-name", "swapped-name", "same-sound"];

/**
 * Whether two names are one, written by two hands: titles, spaces, order and letters of one sound apart. A letter more or
 * less is another name: سعید, سعیده.
 */
export const isOneName = (one: string, other: string): boolean =>
  SPELLINGS.includes(likenessOfNames(one, other));

function likenessOfNumbers(one: string | null, other: string | null): Reason | undefined {
  if (!one || !other) return "no-number";
  if (one === other) return "same-number";
  if (one.length !== other.length) return undefined;
  const differing = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  const isTurned =
    differing.length === 2 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first];
  return differing.length === 1 || isTurned ? "near-number" : undefined;
}

export type Likeness = { score: number; reasons: Reason[] };

/** How likely two records are one person, 0 … 100, and why. A name alone that many have does not suffice. */
export function likeness(one: Likened, other: Likened): Likeness {
  const name = likenessOfNames(one.fullName, other.fullName);
  const number = likenessOfNumbers(one.mobile, other.mobile);
  // A number in common is a family's, or one person under two names: worth a look in any case.
  if (!name)
    return number === "same-number" ? { score: LIKELY, reasons: [number] } : { score: 0, reasons: [] };
  const reasons: Reason[] = [name, ...(number ? [number] : [])];
  const localities = [one.locality, other.locality].map((text) => searchKey(text ?? "").replaceAll(" ", ""));
  const bothSaid = localities.every((key) => key !== "");
  if (bothSaid && localities[0] === localities[1]) reasons.push("same-locality");
  if (one.circleIds.some((id) => other.circleIds.includes(id))) reasons.push("same-circle");
  const elsewhere = bothSaid && localities[0] !== localities[1] ? ELSEWHERE : 0;
  const score = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], elsewhere);
  return { score: Math.max(0, Math.min(100, score)), reasons };
}
