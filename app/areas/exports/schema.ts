import { z } from "zod";
import { choice, paragraphs } from "~/kernel/fields";
import { EXPORT_FORMATS } from "./choices";

export const TakeExport = z.object({
  format: choice(EXPORT_FORMATS),
  /** Asked for where the list holds persons. */
  reason: paragraphs(500).optional(),
});
export type TakeExport = z.output<typeof TakeExport>;
