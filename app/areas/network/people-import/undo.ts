import type { ImportState } from "./states";

/**
 * Days for which a list may be taken back once it is in: as long as a merge, since a wrong list shows when its people are
 * called, and a county calls through a list within a month. Longer would keep former names and numbers for longer.
 */
export const UNDO_IMPORT_DAYS = 30;

const DAY_MS = 86_400_000;

/** What somebody may have of his own since a list brought him in; for each he stays. */
export const TOUCHES = [
  "contact",
  "tie",
  "file",
  "way",
  "call",
  "link",
  "correction",
  "relocation",
  "join-request",
  "invitation",
  "message",
] as const;
export type Touch = (typeof TOUCHES)[number];

/** Values of a person that a list may change, by their columns. */
export const TRACED = [
  "full_name",
  "mobile",
  "tier",
  "locality",
  "note",
  "source",
  "capacities",
  "national_code_hash",
] as const;
export type Traced = (typeof TRACED)[number];

/** Columns that follow another one and are neither compared nor told. */
export const FOLLOWING: Readonly<Partial<Record<Traced, string>>> = {
  full_name: "search_key",
  national_code_hash: "national_code_sealed",
};

/** Why something of a list was not taken back. */
export const STAY_REASONS = [
  ...TOUCHES,
  "edited",
  "membership",
  "step",
  "merged",
  "cancelled",
  "number-taken",
  "circle",
  ...TRACED,
] as const;
export type StayReason = (typeof STAY_REASONS)[number];

/** The words of a reason. */
export const stayReasonKey = (reason: StayReason) =>
  `network.undo.reason.${
    reason === "full_name" ? "name" : reason === "national_code_hash" ? "national-code" : reason
  }` as const;

/** What became of a person when the list was taken back. */
export const UNDO_OUTCOMES = ["cancelled", "restored", "partly", "stayed"] as const;
export type UndoOutcome = (typeof UNDO_OUTCOMES)[number];

/** The end of the time for which a list may be taken back. */
export const undoableUntil = (since: Date): Date => new Date(since.getTime() + UNDO_IMPORT_DAYS * DAY_MS);

type Standing = {
  state: ImportState | "stuck";
  finishedAt: Date | null;
  movedAt: Date | null;
  hasTraces: boolean;
};

/**
 * Until when a list may be taken back; null where it may not: nothing of it is in, it goes on at this moment, its time is over, or what it did is kept no longer.
 */
export function mayBeUndoneUntil(
  { state, finishedAt, movedAt, hasTraces }: Standing,
  now: Date,
): Date | null {
  const since = finishedAt ?? movedAt;
  if (!hasTraces || !since || !["done", "failed", "stuck"].includes(state)) return null;
  const until = undoableUntil(since);
  return until > now ? until : null;
}
