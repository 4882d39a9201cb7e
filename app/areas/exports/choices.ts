import type { SheetKind } from "~/kernel/sheets/sheet";

export const SHEET_KINDS = ["xlsx", "csv"] as const satisfies readonly SheetKind[];

/** Most rows of one export. */
export const MOST_ROWS = 50_000;

/** Shortest reason, in letters: less says nothing. */
export const SHORTEST_REASON = 10;

/** How long the file of an export may be fetched by whoever took it. */
export const FRESH_MINUTES = 30;
