import type { EditOutcome } from "./schema";

/** Columns of an outcome from its form; each line of its sub-items is one of them. */
export const outcomeWords = ({
  kind,
  text,
  parties,
  limitWritten,
  items,
  speaker,
  place,
}: Omit<EditOutcome, "revision">) => ({
  kind,
  text,
  partiesWritten: parties ?? null,
  deadlineWritten: limitWritten ?? null,
  items: (items ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
  speaker: speaker ?? null,
  placeName: place ?? null,
});
