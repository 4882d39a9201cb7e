import { z } from "zod";
import { choice, paragraphs } from "~/kernel/fields";
import { SHEET_KINDS } from "./choices";

export const TakeExport = z.object({
  format: choice(SHEET_KINDS),
  /** Asked for where the list holds persons. */
  reason: paragraphs(500).optional(),
});
export type TakeExport = z.output<typeof TakeExport>;
