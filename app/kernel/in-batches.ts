/** Rows of one transaction in work that goes through a table. */
export const BATCH = 1000;

/** Has `once` done until it finds less than a batch; answers how many rows it was in all. `once` answers how many it did. */
export async function inBatches(once: () => Promise<number>): Promise<number> {
  let done = 0;
  let count: number;
  do {
    count = await once();
    done += count;
  } while (count === BATCH);
  return done;
}
