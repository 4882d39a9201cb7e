import { searchKey } from "~/lib/persian-text";

/** Whether each word of what was searched stands somewhere in the row's texts, in either language. */
export function matches(row: object, q: string): boolean {
  const texts = searchKey(
    Object.values(row)
      .filter((value) => typeof value === "string")
      .join(" "),
  );
  return searchKey(q)
    .split(" ")
    .every((word) => texts.includes(word));
}
