import { ROW_WORDS, type Preview, type RowWord } from "./problems";

type SaidOf = Record<"update" | "add" | "leftOut" | "open", number>;

export type Expected = Record<"added" | "updated" | "unchanged" | "asked" | "refused", number>;

/** What becomes of the rows of a list by what was said of them so far. */
export function expected(preview: Preview, { likely, asked }: Record<"likely" | "asked", SaidOf>): Expected {
  return {
    added: preview.added - likely.update - likely.leftOut + asked.add,
    updated: preview.updated + likely.update + asked.update,
    unchanged: preview.unchanged + preview.repeated,
    asked: asked.open,
    refused: preview.refused + likely.leftOut + asked.leftOut,
  };
}

/** What can be said of all rows at once: that somebody bears another name is said of each, and so not where all ask it. */
export function wordsForAll({ likely }: { likely: SaidOf }): RowWord[] {
  const isAnyLikely = Object.values(likely).some((count) => count > 0);
  return ROW_WORDS.filter((word) => word !== "update" || isAnyLikely);
}
