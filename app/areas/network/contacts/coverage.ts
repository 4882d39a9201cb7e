import { FIELDS, type Field } from "../choices";
import { bareName, entryKey } from "../../catalogues/choices";

/** How many stand in one spelling of a locality, in a field; null: whatever the field, everybody once. */
export type CoverageCount = { locality: string; field: Field | null; people: number; circles: number };

export type CoverageRow = {
  /** Spellings of one locality are one row, named as the catalogue has it, else by its most written spelling. */
  locality: string;
  /** Members who live there. */
  members: number;
  /** Members who live there and work in circles of the field, and circles of the field that gather there. */
  cells: Record<Field, { people: number; circles: number }>;
  /** Fields in which nobody of the locality works. */
  gaps: Field[];
};

/** Localities that are written alike are one place. */
export const localityKey = entryKey;

/**
 * By which key a written locality is told apart in a county. A catalogued village that carries its rural district is also
 * meant by its bare name, where the catalogue has one village of that name.
 */
export function placeKeys(catalogued: readonly string[]): (locality: string) => string {
  const whole = new Set(catalogued.map(localityKey));
  const bare = new Map<string, Set<string>>();
  for (const name of catalogued) {
    const key = localityKey(bareName(name));
    bare.set(key, (bare.get(key) ?? new Set()).add(localityKey(name)));
  }
  return (locality) => {
    const key = localityKey(locality);
    const [only, another] = whole.has(key) ? [] : (bare.get(key) ?? []);
    return only === undefined || another !== undefined ? key : only;
  };
}

/**
 * The matrix of localities by fields: where nobody is known first, then those with the most gaps, then those with the most
 * members. A catalogued locality has its row whether or not anybody lives in it.
 */
export function coverageRows(
  counts: readonly CoverageCount[],
  catalogued: readonly string[] = [],
): CoverageRow[] {
  const places = new Map<string, { spellings: Map<string, number>; row: Omit<CoverageRow, "gaps"> }>();
  const keyOf = placeKeys(catalogued);
  for (const locality of catalogued) {
    const key = localityKey(locality);
    if (key !== "" && !places.has(key))
      places.set(key, {
        spellings: new Map([[locality, Infinity]]),
        row: { locality, members: 0, cells: emptyCells() },
      });
  }
  for (const { locality, field, people, circles } of counts) {
    const key = keyOf(locality);
    if (key === "") continue;
    const place = places.get(key) ?? {
      spellings: new Map<string, number>(),
      row: { locality, members: 0, cells: emptyCells() },
    };
    places.set(key, place);
    place.spellings.set(locality, (place.spellings.get(locality) ?? 0) + people + circles);
    if (field === null) place.row.members += people;
    else {
      place.row.cells[field].people += people;
      place.row.cells[field].circles += circles;
    }
  }
  return [...places.values()]
    .map(({ spellings, row }) => {
      const [named] = [...spellings].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      const gaps = FIELDS.filter((field) => row.cells[field].people === 0);
      return { ...row, locality: named?.[0] ?? row.locality, gaps };
    })
    .sort(
      (a, b) =>
        Number(a.members > 0) - Number(b.members > 0) ||
        b.gaps.length - a.gaps.length ||
        b.members - a.members ||
        a.locality.localeCompare(b.locality, "fa"),
    );
}

const emptyCells = (): CoverageRow["cells"] =>
  Object.fromEntries(FIELDS.map((field) => [field, { people: 0, circles: 0 }])) as CoverageRow["cells"];
