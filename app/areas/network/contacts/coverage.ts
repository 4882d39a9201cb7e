import { searchKey } from "~/lib/persian-text";
import { FIELDS, type Field } from "../choices";

/** How many stand in one spelling of a locality, in a field; null: whatever the field, everybody once. */
export type CoverageCount = { locality: string; field: Field | null; people: number; circles: number };

export type CoverageRow = {
  /** Spellings of one locality are one row; the most written one names it. */
  locality: string;
  /** Members who live there. */
  members: number;
  /** Members who live there and work in circles of the field, and circles of the field that gather there. */
  cells: Record<Field, { people: number; circles: number }>;
  /** Fields in which nobody of the locality works. */
  gaps: Field[];
};

/** Localities that are written alike are one place. */
export const localityKey = (locality: string): string => searchKey(locality);

/** The matrix of localities by fields, those with the most gaps first, then those with the most members. */
export function coverageRows(counts: readonly CoverageCount[]): CoverageRow[] {
  const places = new Map<string, { spellings: Map<string, number>; row: Omit<CoverageRow, "gaps"> }>();
  for (const { locality, field, people, circles } of counts) {
    const key = localityKey(locality);
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
        b.gaps.length - a.gaps.length || b.members - a.members || a.locality.localeCompare(b.locality, "fa"),
    );
}

const emptyCells = (): CoverageRow["cells"] =>
  Object.fromEntries(FIELDS.map((field) => [field, { people: 0, circles: 0 }])) as CoverageRow["cells"];
