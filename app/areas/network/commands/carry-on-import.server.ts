import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import type { SheetRow } from "~/kernel/sheets/sheet";
import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import { faultOf } from "~/kernel/fault.server";
import { log } from "~/kernel/log.server";
import { Refusal } from "~/kernel/refusal";
import { closeImport, TakenOver, writeBatch } from "../people-import/write-batch.server";
import { getImport, getImportFile, type ImportDetails } from "../queries.server/imports";

/** Rows of one batch: one transaction, one event, one audit entry. */
const BATCH = 1000;
/** A job leaves off after this long, in milliseconds: well before another worker takes it for dead, or its own has to end. */
const LONGEST_JOB = 10_000;

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

/** The list says that it stopped, and why, to whoever waits for it. Where even that cannot be written it stands still. */
async function sayStopped(actor: PlacedActor, id: string, error: unknown): Promise<void> {
  const failure = error instanceof Refusal ? error.code : "error";
  await within(actor, (db) =>
    db.personImport.updateMany({
      where: { divisionId: actor.place.id, id, state: { in: ["running", "failed"] } },
      data: { state: "failed", failure },
    }),
  ).catch((unsaid: unknown) => log.error(faultOf(unsaid), "a list that stopped could not say so"));
}

/**
 * Brings in what is left of a list that was started, from where the last batch ended: a job that was killed, or failed, is
 * taken up by the next. Throws when another worker is at it, so that this job is tried again and finds the list done.
 */
export async function carryOnImport(
  actor: PlacedActor,
  id: string,
  now = clock(),
  longest = LONGEST_JOB,
): Promise<void> {
  authorize(actor, "carry-on", "PeopleImport");
  try {
    await bringIn(actor, id, now, longest);
  } catch (error) {
    if (!(error instanceof TakenOver)) await sayStopped(actor, id, error);
    throw error;
  }
}

async function bringIn(actor: PlacedActor, id: string, now: Date, longest: number): Promise<void> {
  const divisionId = actor.place.id;
  const begun = performance.now();
  const opened = await within(
    actor,
    async (db) => {
      const list = await getImport(db, divisionId, id);
      return list.state === "running" || list.state === "failed"
        ? { list, bytes: await getImportFile(db, divisionId, id) }
        : null;
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
