import { FRESH_MINUTES } from "./choices";
import type { ExportRow } from "./queries.server";

/** Whether the file may still be fetched, by this reader, at this moment. */
export function isFetchable(
  row: Pick<ExportRow, "takenByKey" | "createdAt">,
  readerKey: string,
  now: Date,
): boolean {
  const age = now.getTime() - row.createdAt.getTime();
  return row.takenByKey === readerKey && age <= FRESH_MINUTES * 60_000;
}
