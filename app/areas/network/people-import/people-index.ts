import type { GivenPerson } from "./read-row";

/** A person as a row gives him, with the hash by which his county finds his national code. */
export type CodedPerson = GivenPerson & { codeHash: string | null };

/** A person who may be the one that a row speaks of. */
export type Known = {
  id: string;
  fullName: string;
  searchKey: string;
  mobile: string | null;
  locality: string | null;
  codeHash: string | null;
  /** The first row that speaks of him. */
  row?: number;
  /** Nobody but that row knows him. */
  isNew?: boolean;
};

const nameKey = (person: { searchKey: string; locality: string | null }) =>
  JSON.stringify([person.searchKey, person.locality]);

/** Two with two national codes are two. */
export const isOther = (one: { codeHash: string | null }, other: { codeHash: string | null }) =>
  one.codeHash !== null && other.codeHash !== null && one.codeHash !== other.codeHash;

/** The people known and those whom earlier rows bring in, found by national code, by number and by name with place. */
export class PeopleIndex {
  private readonly byId = new Map<string, Known>();
  private readonly byMobile = new Map<string, Known>();
  private readonly byCode = new Map<string, Known>();
  private readonly byName = new Map<string, Known[]>();

  /** Takes in somebody of the county, unless a row has spoken of him since. */
  learn(known: Known): void {
    if (!this.byId.has(known.id)) this.put(known);
  }

  /** Takes in somebody as a row leaves him. */
  put(known: Known): void {
    this.byId.set(known.id, known);
    if (known.mobile) this.byMobile.set(known.mobile, known);
    if (known.codeHash) this.byCode.set(known.codeHash, known);
    const key = nameKey(known);
    const others = (this.byName.get(key) ?? []).filter(({ id }) => id !== known.id);
    this.byName.set(key, [...others, known]);
  }

  withId = (id: string) => this.byId.get(id);

  withMobile = (mobile: string | null) => (mobile === null ? undefined : this.byMobile.get(mobile));

  withCode = (hash: string | null) => (hash === null ? undefined : this.byCode.get(hash));

  /** Of this name and place, and without a second number or code: nobody has two. */
  named = (given: CodedPerson) =>
    (this.byName.get(nameKey(given)) ?? []).filter(
      (known) => (!known.mobile || !given.mobile) && !isOther(known, given),
    );
}
