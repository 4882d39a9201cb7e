import { z } from "zod";
import { jalaliDay, paragraphs } from "~/kernel/fields";

export const CloseCircle = z.object({ closedOn: jalaliDay, reason: paragraphs(300) });
export type CloseCircle = z.output<typeof CloseCircle>;

export const ReopenCircle = z.object({
  /** Those who were members when it closed come back. */
  members: z
    .literal("on", { error: "form.invalid" })
    .optional()
    .transform((tick) => tick === "on"),
});
export type ReopenCircle = z.output<typeof ReopenCircle>;
