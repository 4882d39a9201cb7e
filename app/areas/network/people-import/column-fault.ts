import { LEFT_OUT, mayRepeat, type ColumnChoice } from "./fields";
import { isBelief } from "./headers";

export type ColumnFault =
  | "form.out-of-date"
  | "network.import.field-twice"
  | "network.import.name-missing"
  | "network.import.name-twice"
  | "network.import.belief";

/**
 * Why columns cannot be read so, or null: a name must be among them, once; each field once but those of which somebody may
 * have many; and none that speaks of a person's belief.
 */
export function columnFault(
  columns: readonly ColumnChoice[],
  headers: readonly string[],
): ColumnFault | null {
  const has = (choice: ColumnChoice) => columns.includes(choice);
  const single = columns.filter((choice) => !mayRepeat(choice));
  if (columns.length !== headers.length) return "form.out-of-date";
  if (new Set(single).size !== single.length) return "network.import.field-twice";
  if (!has("full-name") && !has("last-name")) return "network.import.name-missing";
  if (has("full-name") && (has("first-name") || has("last-name"))) return "network.import.name-twice";
  if (columns.some((choice, index) => choice !== LEFT_OUT && isBelief(headers[index] ?? ""))) {
    return "network.import.belief";
  }
  return null;
}
