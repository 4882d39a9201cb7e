/** What a column of a list of people may be read as. */
export const IMPORT_FIELDS = [
  "full-name",
  "first-name",
  "last-name",
  "mobile",
  "phone",
  "national-code",
  "locality",
  "tier",
  "capacities",
  "circle",
  "joined-on",
  "source",
  "note",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A column that is not brought in. */
export const LEFT_OUT = "none";
export const COLUMN_CHOICES = [LEFT_OUT, ...IMPORT_FIELDS] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];

/** What several columns may be read as: somebody has many numbers. */
const OFTEN: readonly ColumnChoice[] = [LEFT_OUT, "phone"];
export const mayRepeat = (choice: ColumnChoice): boolean => OFTEN.includes(choice);

/** Which columns are brought in, by their place in the file: of the others nothing is kept. */
export const takenColumns = (columns: readonly ColumnChoice[]): number[] =>
  columns.flatMap((choice, index) => (choice === LEFT_OUT ? [] : [index]));
