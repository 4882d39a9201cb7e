import { within, type Db } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";

/** Rows in one transaction. */
const BATCH = 1000;

/** Each removes one batch of what is kept no longer, and answers how many. The policies know the days as well, by real time. */
const SWEEPS: Record<"lists" | "files" | "rows" | "traces", (db: Db) => Promise<number>> = {
  lists: (db) => db.$executeRaw`delete from person_import i using (
      select division_id, id from person_import
      where state in ('columns', 'checked') and created_at < now() - interval '14 days' limit ${BATCH}
    ) old where i.division_id = old.division_id and i.id = old.id`,
  files: (db) => db.$executeRaw`delete from person_import_file f using (
      select division_id, import_id from person_import_file where kept_until < now() limit ${BATCH}
    ) old where f.division_id = old.division_id and f.import_id = old.import_id`,
  rows: (db) => db.$executeRaw`delete from person_import_refusal r using (
      select division_id, import_id, row_number from person_import_refusal where kept_until < now() limit ${BATCH}
    ) old where r.division_id = old.division_id and r.import_id = old.import_id and r.row_number = old.row_number`,
  traces: (db) => db.$executeRaw`delete from person_import_trace t using (
      select division_id, import_id, person_id from person_import_trace where kept_until < now() limit ${BATCH}
    ) old where t.division_id = old.division_id and t.import_id = old.import_id and t.person_id = old.person_id`,
};

export type SweptImports = Record<keyof typeof SWEEPS, number>;

/**
 * Removes what lists of people brought along and nobody needs: lists that were never started, with their files, files of
 * those that stopped long ago, rows that were refused a month ago, and what was kept to take a list back. Returns how many of each went.
 */
export async function sweepImports(): Promise<SweptImports> {
  const swept: SweptImports = { lists: 0, files: 0, rows: 0, traces: 0 };
  for (const kind of ["lists", "files", "rows", "traces"] as const) {
    let count: number;
    do {
      count = await within(relayActor, SWEEPS[kind]);
      swept[kind] += count;
    } while (count === BATCH);
  }
  return swept;
}
