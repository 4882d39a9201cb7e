/** columns: what its columns mean is asked; checked: looked through and waiting for a word; running; done. */
export const IMPORT_STATES = ["columns", "checked", "running", "done"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
