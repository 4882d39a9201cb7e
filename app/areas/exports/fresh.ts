import { FRESH_MINUTES } from "./choices";
import type { ExportRow } from "./queries.server";

/** Whether the file may still be fetched, by this reader, at this moment. */
export function isFetchable(
  row: Pick<ExportRow, "takenByKey" | "createdAt" | "paper">,
  readerKey: string,
  now: Date,
): boolean {
  const begun = row.paper ? row.paper.readyAt : row.createdAt;
  if (!begun) return false;
  const age = now.getTime() - begun.getTime();
  return row.takenByKey === readerKey && age <= FRESH_MINUTES * 60_000;
}
