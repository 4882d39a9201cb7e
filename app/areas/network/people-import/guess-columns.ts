import { COLUMN_CHOICES, LEFT_OUT, mayRepeat, type ColumnChoice } from "./fields";
import { headerKey, isBelief, meaningOf, type Meaning } from "./headers";

const NAMES: readonly (Meaning | ColumnChoice)[] = ["full-name", "name", "first-name", "last-name"];

/** What a column says: as the county read it the last time, else by its header. */
function meant(header: string, remembered: ReadonlyMap<string, string>): Meaning | typeof LEFT_OUT {
  if (isBelief(header)) return LEFT_OUT;
  const own = meaningOf(header);
  const known = COLUMN_CHOICES.find((choice) => choice === remembered.get(headerKey(header)));
  // How a name was read, or that it was not, followed from the other columns of that list; those of this one decide anew.
  if (own && NAMES.includes(own) && (!known || known === LEFT_OUT || NAMES.includes(known))) return own;
  return known ?? own ?? LEFT_OUT;
}

/** How columns of names are read together: as one column of whole names where there is one, else as the two parts. */
function readingOfNames(all: readonly (Meaning | typeof LEFT_OUT)[]): (name: Meaning) => ColumnChoice {
  const has = (name: Meaning) => all.includes(name);
  if (has("full-name")) return (name) => (name === "full-name" ? "full-name" : LEFT_OUT);
  const isWhole = has("name") && (!has("last-name") || has("first-name"));
  if (isWhole) return (name) => (name === "name" ? "full-name" : LEFT_OUT);
  if (!has("last-name")) return () => "full-name";
  return (name) => (name === "last-name" ? "last-name" : "first-name");
}

/**
 * What each column is likely to be: as the county read it the last time, else by its header. `columnFault` finds nothing
 * in it but, at most, that no column is a name.
 */
export function guessColumns(
  headers: readonly string[],
  remembered: ReadonlyMap<string, string> = new Map(),
): ColumnChoice[] {
  const all = headers.map((header) => meant(header, remembered));
  const nameRead = readingOfNames(all);
  // Where no column is called a mobile, the first number is taken for one; the others are kept beside it.
  const firstNumber = all.includes("mobile") ? -1 : all.indexOf("phone");
  const taken = new Set<ColumnChoice>();
  return all.map((meaning, index) => {
    const guess =
      index === firstNumber ? "mobile" : NAMES.includes(meaning) ? nameRead(meaning as Meaning) : meaning;
    if (guess === "name" || guess === LEFT_OUT) return LEFT_OUT;
    if (mayRepeat(guess) || !taken.has(guess)) {
      taken.add(guess);
      return guess;
    }
    return guess === "mobile" ? "phone" : LEFT_OUT;
  });
}
