import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { faultOf } from "~/kernel/fault.server";
import { storeWrittenFile } from "~/kernel/files.server";
import { log } from "~/kernel/log.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { Refusal } from "~/kernel/refusal";
import type { ExportedList, Say } from "~/kernel/sheets/exported-list";
import { todayIn } from "~/lib/jalali";
import { isPaper, MOST_PAPER_ROWS } from "../choices";
import { PaperWritten } from "../events";
import { officePage } from "../office-page.server";
import { getExport, type ExportRow } from "../queries.server";
import { rowsOfList } from "../rows-of-list.server";

/** Rows between two words on how far it is. */
const AT_ONCE = 250;

/** The list of an export, and its taker's language; undefined where there is no such list any more. */
export type Spoken = (row: ExportRow) => Promise<{ list: ExportedList; say: Say } | undefined>;

type Job = { exportId: string; eventId: string };

/** The export says that its page was not written, and why, to whoever waits for it. */
async function sayFailed(actor: PlacedActor, id: string, error: unknown): Promise<void> {
  const failure = error instanceof Refusal ? error.code : "exports.paper.failed.error";
  await within(
    actor,
    (db) => db.$executeRaw`update export_paper set state = 'failed', failure = ${failure}
      where division_id = ${actor.place.id} and id = ${id}::uuid and state <> 'ready'`,
  ).catch((unsaid: unknown) => log.error(faultOf(unsaid), "a page that failed could not say so"));
}

/**
 * Writes an export as an office page and keeps it for its taker. A job that was killed or failed begins anew and has its
 * effect once: the page becomes ready, with one word to its taker, exactly once. What no second try can mend is said and
 * not thrown.
 */
export async function writePaper(
  actor: PlacedActor,
  { exportId, eventId }: Job,
  spoken: Spoken,
  now = clock(),
): Promise<void> {
  authorize(actor, "write-paper", "Export");
  try {
    await write(actor, { exportId, eventId }, spoken, now);
  } catch (error) {
    await sayFailed(actor, exportId, error);
    if (!(error instanceof Refusal)) throw error;
  }
}

async function write(actor: PlacedActor, { exportId, eventId }: Job, spoken: Spoken, now: Date) {
  const divisionId = actor.place.id;
  const row = await within(actor, (db) => getExport(db, divisionId, exportId), { readOnly: true });
  const { format, paper } = row;
  if (!isPaper(format) || !paper || paper.state === "ready") return;
  const found = await spoken(row);
  if (!found) throw new Refusal("missing", "exports.paper.failed.no-list");
  const { list, say } = found;

  const sayHowFar = (done: number) =>
    within(
      actor,
      (
        db,
      ) => db.$executeRaw`update export_paper set state = 'writing', failure = null, rows_done = ${done}::int
        where division_id = ${divisionId} and id = ${exportId}::uuid and state <> 'ready'`,
    );
  await sayHowFar(0);

  const at = { place: actor.place, today: todayIn(row.createdAt) };
  const asked = new URLSearchParams(row.filters);
  const dressing = await within(actor, (db) => list.dressed(db, at, asked, say), { readOnly: true });
  const rows: string[][] = [];
  for await (const batch of rowsOfList(actor, { list, asked, at, say }, MOST_PAPER_ROWS, AT_ONCE)) {
    rows.push(...batch);
    await sayHowFar(rows.length);
  }

  // Setting a page takes memory and time: outside every transaction, and its tools are brought in for it alone.
  const page = officePage({ row, list, at, say }, dressing, rows);
  const { paperOf } = await import("~/kernel/papers/paper.server");
  const { bytes, pages } = await paperOf(format, page);
  const { hash, size } = await storeWrittenFile(exportId, bytes);

  await reactOnce(actor, eventId, "write-paper", async (db) => {
    await db.$executeRaw`update export_paper set state = 'ready', failure = null, rows_done = ${rows.length}::int,
        pages = ${pages}::int, file_hash = ${hash}, file_size = ${size}::int, ready_at = ${now}
      where division_id = ${divisionId} and id = ${exportId}::uuid`;
    await audit(db, actor, "write", "Export", exportId);
    await emit(db, actor, PaperWritten, { exportId });
  });
}
