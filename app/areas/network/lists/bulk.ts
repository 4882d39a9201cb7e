/** What may be done with many people at once, beside recording a contact. */
export const BULK_ACTS = ["circle", "tier", "call", "archive"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Those that are taken back as easily as they are done; archiving asks for a reason instead. */
export const UNDONE_ACTS = ["circle", "tier"] as const;

/**
 * Why something was not done with somebody.
 * - gone: not on the joining path (any more); already: it is so already
 * - too-early: the day lies before his present state began, or before the circle was formed
 * - himself: nobody is given his own call
 */
export type NotDone = "gone" | "already" | "too-early" | "himself";

/** What came of an act on many people: ids only, for a result is kept with its form. */
export type BulkOutcome = {
  act: BulkAct;
  done: number;
  notDone: { id: string; why: NotDone }[];
  /** What takes it back, where it can be. */
  undo?: { was: string[]; tier?: string };
};
