/**
 * columns: what its columns mean is asked; checked: looked through and waiting for a word; running; failed: its last job
 * ended with an error, and the queue tries again for some minutes; done; undoing: it is being taken back; undone.
 */
export const IMPORT_STATES = [
  "columns",
  "checked",
  "running",
  "failed",
  "done",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A list that runs and has not moved for so long is stuck: no worker is at it. A batch takes seconds. */
const STUCK_MS = 5 * 60_000;

const DAY_MS = 86_400_000;

/** Days for which a file waits to be started, one that was started waits to be gone on with, and refused rows wait, and what became of a list that was taken back. */
export const KEPT_DAYS = { waiting: 14, started: 30, refused: 30, undone: 30 };

/** The end of the time for which a file, a refused row, or what became of somebody is kept. */
export const keptUntil = (what: keyof typeof KEPT_DAYS, since: Date): Date =>
  new Date(since.getTime() + KEPT_DAYS[what] * DAY_MS);

/** Where a list stands now. */
export function stateOfImport(
  { state, movedAt, createdAt }: { state: ImportState; movedAt: Date | null; createdAt: Date },
  now: Date,
): ImportState | "stuck" {
  const moved = movedAt ?? createdAt;
  return state === "running" && now.getTime() - moved.getTime() > STUCK_MS ? "stuck" : state;
}

/** Whether the taking back of a list has stopped: its last job failed, or no worker is at it. */
export const hasUndoStopped = (
  { state, failure, movedAt }: { state: ImportState; failure: string | null; movedAt: Date | null },
  now: Date,
): boolean =>
  state === "undoing" && (failure !== null || now.getTime() - (movedAt?.getTime() ?? 0) > STUCK_MS);
