import type { PaperKind } from "~/kernel/papers/office-page";
import type { SheetKind } from "~/kernel/sheets/sheet";

export const SHEET_KINDS = ["xlsx", "csv"] as const satisfies readonly SheetKind[];
const PAPER_KINDS = ["pdf", "docx"] as const satisfies readonly PaperKind[];
export const EXPORT_FORMATS = [...SHEET_KINDS, ...PAPER_KINDS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A sheet is written while it is fetched; an office page by a job, which takes its time. */
export const isPaper = (format: ExportFormat): format is PaperKind =>
  PAPER_KINDS.some((kind) => kind === format);

export type PaperState = "waiting" | "writing" | "ready" | "failed";

/** Most rows of one office page: some eighty leaves. */
export const MOST_PAPER_ROWS = 2000;

/** Most rows of one export. */
export const MOST_ROWS = 100_000;

/** Shortest reason, in letters: less says nothing. */
export const SHORTEST_REASON = 10;

/** How long the file of an export may be fetched by whoever took it. */
export const FRESH_MINUTES = 30;
