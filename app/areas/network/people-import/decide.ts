import { isOneName } from "../duplicates/likeness";
import { isOther, PeopleIndex, type CodedPerson, type Known } from "./people-index";
import type { Problem, RowQuestion } from "./problems";
import { numbersOfBoth, withoutNumber } from "./read-row";

/** Whose number or code the row of somebody of another name has. */
export type Asked = { kind: Exclude<RowQuestion, "likely">; of: Known };

export type Decided = {
  added: (CodedPerson & { id: string })[];
  /** A name that stands is kept, unless it was said that he bears another now. */
  changed: (CodedPerson & { id: string; isRenamed: boolean })[];
  /** By the index of the row. */
  refused: Map<number, Problem>;
  /** Rows of which somebody has to say who is meant, by their index: without a word they are not taken. */
  asked: Map<number, Asked>;
  /** Whom each row that is taken means, by its index. */
  meant: Map<number, string>;
  /** Rows that speak of somebody whom an earlier row brings in already, with that row; by their index. */
  repeated: Map<number, number>;
};

/** What somebody said of a row: that it is the one beside whom it stood in the preview, another one, or stays out. */
export type RowSaid = {
  word: "update" | "add" | "leave-out";
  question: RowQuestion;
  /** Whom of the county it stood beside; null where that was a row of the same list. */
  personId: string | null;
  /** What that row named him. */
  otherName: string | null;
};
/** By the index of the row. */
export type Said = ReadonlyMap<number, RowSaid>;

type Meaning = { who: Known | null; given: CodedPerson; isRenamed: boolean };

/** What either of two rows says. */
const both = <T>(one: readonly T[] | null, other: readonly T[] | null): T[] | null =>
  one || other ? [...new Set([...(one ?? []), ...(other ?? [])])] : null;

/** What a later row adds to an earlier one: what it says holds, what it leaves open stays, and no number, capacity or circle is lost. */
function merged<T extends CodedPerson>(earlier: T, later: CodedPerson, isRenamed: boolean): T {
  const said = Object.entries(later).filter(([, value]) => value !== null);
  const { fullName, searchKey } = isRenamed ? later : earlier;
  const numbers = numbersOfBoth(earlier, later);
  const capacities = both(earlier.capacities, later.capacities);
  const circleIds = both(earlier.circleIds, later.circleIds);
  return { ...earlier, ...Object.fromEntries(said), fullName, searchKey, numbers, capacities, circleIds };
}

/** Whether what was said of a row was said of this question and this person. */
const isAbout = (said: RowSaid, kind: RowQuestion, of: Known) =>
  said.question === kind &&
  (said.personId === null ? isOneName(said.otherName ?? "", of.fullName) : said.personId === of.id);

/**
 * Whom one row means. A national code or a number means whoever holds it where the two names are one; under another name
 * it is asked. Then name and place mean somebody where either side has no number.
 */
function meaning(given: CodedPerson, index: PeopleIndex, said?: RowSaid): Meaning | Problem | Asked {
  if (said?.word === "leave-out") return "left-out";
  const coded = index.withCode(given.codeHash);
  const holder = index.withMobile(given.mobile);
  const claimed = coded ?? holder;
  if (claimed) {
    const isRenamed = !isOneName(claimed.fullName, given.fullName);
    const kind = coded ? "code" : "number";
    const word = said && isAbout(said, kind, claimed) ? said.word : null;
    if (isRenamed && word === "add") {
      if (!said || !coded) return meaning(withoutNumber(given), index);
      // Another one than the holder of the code is another one than the holder of the number.
      const next: RowSaid | undefined = holder && { ...said, question: "number", personId: holder.id };
      return meaning({ ...given, nationalCode: null, codeHash: null }, index, next);
    }
    if (isRenamed && word === null) {
      // Somebody of this very name and place whom the county knows without a number: the number stays where it is.
      const [one, second] = coded
        ? []
        : index.named({ ...given, mobile: null }).filter((known) => !known.mobile);
      if (one && !second) return { who: one, given: withoutNumber(given), isRenamed: false };
      return { kind, of: claimed };
    }
    if (coded && holder && holder.id !== coded.id) return "of-another";
    if (isOther(claimed, given)) return "of-another";
    return { who: claimed, given, isRenamed };
  }
  const told = said?.word === "update" && said.personId ? index.withId(said.personId) : undefined;
  if (told) return isOther(told, given) ? "code-of-another" : { who: told, given, isRenamed: false };
  const [first, second] = index.named(given);
  if (second && !given.mobile) return "several";
  return { who: second ? null : (first ?? null), given, isRenamed: false };
}

/**
 * Whom each row means. Who is known is changed, who is not is added; what nobody but a person can tell is asked. Rows are
 * taken one after another, and each knows those before it: `index` holds them, so that many calls read one list.
 */
export function decide(
  rows: readonly (CodedPerson | null)[],
  known: readonly Known[],
  newId: () => string,
  {
    said = new Map(),
    index = new PeopleIndex(),
    numberOf = (at) => at,
  }: { said?: Said; index?: PeopleIndex; numberOf?: (index: number) => number } = {},
): Decided {
  for (const person of known) index.learn(person);
  const added = new Map<string, Decided["added"][number]>();
  const changed = new Map<string, Decided["changed"][number]>();
  const decided = { refused: new Map(), asked: new Map(), meant: new Map(), repeated: new Map() } as Pick<
    Decided,
    "refused" | "asked" | "meant" | "repeated"
  >;
  rows.forEach((row, at) => {
    if (!row) return;
    const found = meaning(row, index, said.get(at));
    if (typeof found === "string") return void decided.refused.set(at, found);
    if ("kind" in found) return void decided.asked.set(at, found);
    const { who, given, isRenamed } = found;
    const id = who?.id ?? newId();
    decided.meant.set(at, id);
    index.put({
      id,
      ...(who && !isRenamed
        ? { fullName: who.fullName, searchKey: who.searchKey }
        : { fullName: given.fullName, searchKey: given.searchKey }),
      mobile: given.mobile ?? who?.mobile ?? null,
      locality: given.locality ?? who?.locality ?? null,
      codeHash: given.codeHash ?? who?.codeHash ?? null,
      row: who?.row ?? numberOf(at),
      isNew: who ? who.isNew === true : true,
    });
    if (!who) return void added.set(id, { ...given, id });
    if (who.row !== undefined) decided.repeated.set(at, who.row);
    const [first, before] = [added.get(id), changed.get(id)];
    if (first) added.set(id, merged(first, given, isRenamed));
    else if (before) {
      changed.set(id, { ...merged(before, given, isRenamed), isRenamed: before.isRenamed || isRenamed });
    } else changed.set(id, { ...given, id, isRenamed });
  });
  return { ...decided, added: [...added.values()], changed: [...changed.values()] };
}
