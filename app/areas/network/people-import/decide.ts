import { searchKey, stripHonorifics } from "~/lib/persian-text";
import type { Problem } from "./problems";
import type { GivenPerson } from "./read-row";

/** A person as a row gives him, with the hash by which his county finds his national code. */
export type CodedPerson = GivenPerson & { codeHash: string | null };

/** A person of the county who may be the one that a row speaks of. */
export type Known = {
  id: string;
  fullName: string;
  searchKey: string;
  mobile: string | null;
  locality: string | null;
  codeHash: string | null;
};

export type Decided = {
  added: (CodedPerson & { id: string })[];
  changed: (CodedPerson & { id: string })[];
  /** By the index of the row. */
  refused: Map<number, Problem>;
  /** Whom each row that is taken means, by its index. */
  meant: Map<number, string>;
  /** Rows that speak of somebody whom an earlier row of these brought in already. */
  repeated: number;
};

const wordsOf = (name: string) => searchKey(stripHonorifics(name)).split(" ").filter(Boolean);

/** Whether two names may be one person's: they share a word. One number under two strange names is two people. */
function mayBeOne(one: string, other: string): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

const nameKey = (person: { searchKey: string; locality: string | null }) =>
  JSON.stringify([person.searchKey, person.locality]);

/** What a later row adds to an earlier one: what it says holds, what it leaves open stays. */
function merged<T extends CodedPerson>(earlier: T, later: CodedPerson): T {
  const said = Object.entries(later).filter(([, value]) => value !== null);
  return { ...earlier, ...Object.fromEntries(said) };
}

/** Two with two national codes are two. */
const isOther = (one: { codeHash: string | null }, other: { codeHash: string | null }) =>
  one.codeHash !== null && other.codeHash !== null && one.codeHash !== other.codeHash;

/** The people known, found by national code, by number and by name with place. */
class Index {
  private readonly byId = new Map<string, Known>();
  private readonly byMobile = new Map<string, Known>();
  private readonly byCode = new Map<string, Known>();
  private readonly byName = new Map<string, Known[]>();

  add(known: Known): void {
    this.byId.set(known.id, known);
    if (known.mobile) this.byMobile.set(known.mobile, known);
    if (known.codeHash) this.byCode.set(known.codeHash, known);
    const key = nameKey(known);
    const same = this.byName.get(key) ?? [];
    if (!same.some(({ id }) => id === known.id)) this.byName.set(key, [...same, known]);
  }

  withId = (id: string) => this.byId.get(id);

  withMobile = (mobile: string) => this.byMobile.get(mobile);

  withCode = (hash: string) => this.byCode.get(hash);

  /** Of this name and place, and without a second number or code: nobody has two. */
  named = (given: CodedPerson) =>
    (this.byName.get(nameKey(given)) ?? []).filter(
      (known) => (!known.mobile || !given.mobile) && !isOther(known, given),
    );
}

/** What somebody said of a row, by its index: whom of the county it means, or that it stays out. */
export type Said = ReadonlyMap<number, { means: string } | "leave-out">;

/**
 * Whom each row means: by national code, by number, and by name and place where either side has none. Who is known is
 * changed, who is not is added, unless it is `said` whom of the county he is; a code or a number that belongs to somebody of
 * quite another name, a number that belongs to somebody of another code, and a name that several bear, are refused.
 */
export function decide(
  rows: readonly (CodedPerson | null)[],
  known: readonly Known[],
  newId: () => string,
  said: Said = new Map(),
): Decided {
  const index = new Index();
  for (const person of known) index.add(person);
  const added = new Map<string, CodedPerson & { id: string }>();
  const changed = new Map<string, CodedPerson & { id: string }>();
  const refused = new Map<number, Problem>();
  const ofRow = new Map<number, string>();
  let repeated = 0;

  const meant = (given: CodedPerson, row: number): Known | Problem | null => {
    const word = said.get(row);
    if (word === "leave-out") return "left-out";
    const holder = given.mobile ? index.withMobile(given.mobile) : undefined;
    const coded = given.codeHash ? index.withCode(given.codeHash) : undefined;
    if (coded) {
      if (!mayBeOne(coded.fullName, given.fullName)) return "code-of-another";
      return holder && holder.id !== coded.id ? "of-another" : coded;
    }
    if (holder) {
      return mayBeOne(holder.fullName, given.fullName) && !isOther(holder, given) ? holder : "of-another";
    }
    const told = word && index.withId(word.means);
    if (told) return isOther(told, given) ? "code-of-another" : told;
    const [first, second] = index.named(given);
    if (!first) return null;
    if (!second) return first;
    return given.mobile ? null : "several";
  };

  rows.forEach((given, row) => {
    if (!given) return;
    const one = meant(given, row);
    if (typeof one === "string") return void refused.set(row, one);
    const id = one?.id ?? newId();
    ofRow.set(row, id);
    index.add({
      ...given,
      id,
      mobile: given.mobile ?? one?.mobile ?? null,
      codeHash: given.codeHash ?? one?.codeHash ?? null,
    });
    if (!one) return void added.set(id, { ...given, id });
    const pending = added.get(id) ?? changed.get(id);
    if (pending) repeated += 1;
    const next = pending ? merged(pending, given) : { ...given, id };
    (added.has(id) ? added : changed).set(id, next);
  });
  return { added: [...added.values()], changed: [...changed.values()], refused, meant: ofRow, repeated };
}
