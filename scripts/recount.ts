/** `npm run recount`: compares every cell with its records, mends what differs and prints it. Exits with 1 if anything did. */
import { closeDb } from "../app/kernel/db.server";
import { recountAll } from "../workers/nightly";

const differences = await recountAll();
for (const { divisionId, period, code, cell, records } of differences)
  console.log(`${divisionId} ${period} ${code}: ${JSON.stringify(cell)} → ${JSON.stringify(records)}`);
console.log(
  differences.length === 0
    ? "Every cell agrees with its records."
    : `${differences.length} cells were mended.`,
);
await closeDb();
process.exitCode = differences.length === 0 ? 0 : 1;
