/** Fewer records than this are looked at all. */
const LEAST = 3;

/** More than so many nobody looks at before an approval. */
const MOST = 12;

/** How many of a submission's records are to be seen before it is approved: all of three, else their root, twelve at most. */
export const sampleSize = (records: number): number =>
  Math.min(records, MOST, Math.max(LEAST, Math.ceil(Math.sqrt(records))));
