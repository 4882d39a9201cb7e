import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { SheetRow } from "~/kernel/sheets/sheet";
import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import { closeImport, writeBatch } from "../people-import/write-batch.server";
import { getImport, getImportFile, type ImportDetails } from "../queries.server/imports";

/** Rows of one batch: one transaction, one event, one audit entry. */
const BATCH = 1000;
/** A job leaves off after this long, in milliseconds: well before another worker takes it for dead. */
const LONGEST_JOB = 20_000;

/** The rows of a list that are not in yet, batch by batch. */
async function* batchesOf(bytes: Uint8Array, list: ImportDetails): AsyncGenerator<SheetRow[]> {
  let passed = 0;
  let batch: SheetRow[] = [];
  for await (const rows of sheetRows(bytes)) {
    for (const row of rows) {
      if (row.number <= list.headerRow) continue;
      passed += 1;
      if (passed <= list.rowsDone) continue;
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Brings in what is left of a list that was started, from where the last batch ended: a job that was killed is taken up by
 * the next. Throws when another worker is at it, so that this job is tried again and finds the list done.
 */
export async function carryOnImport(
  actor: PlacedActor,
  id: string,
  now = clock(),
  longest = LONGEST_JOB,
): Promise<void> {
  authorize(actor, "carry-on", "PeopleImport");
  const divisionId = actor.place.id;
  const begun = performance.now();
  const opened = await within(
    actor,
    async (db) => {
      const list = await getImport(db, divisionId, id);
      return list.state === "running" ? { list, bytes: await getImportFile(db, divisionId, id) } : null;
    },
    { readOnly: true },
  );
  if (!opened) return;
  const { list, bytes } = opened;
  let from = list.rowsDone;
  for await (const rows of batchesOf(bytes, list)) {
    const isLast = from + rows.length >= list.rowsTotal;
    const leavesOff = !isLast && performance.now() - begun > longest;
    await within(actor, async (db) => {
      await writeBatch(db, actor, { list, rows, from, leavesOff }, now);
      if (isLast) await closeImport(db, divisionId, id, now);
    });
    if (leavesOff) return;
    from += rows.length;
  }
}
