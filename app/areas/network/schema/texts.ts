import { z } from "zod";
import { choice, paragraphs, recordId, revision } from "~/kernel/fields";
import { TEXT_SOURCES } from "../texts/sources";

/** A text that was looked at, as it was shown. */
export const SettleText = z.object({
  source: choice(TEXT_SOURCES),
  recordId,
  textHash: z.string().regex(/^[0-9a-f]{32}$/, { error: "form.invalid" }),
});
export type SettleText = z.output<typeof SettleText>;

export const RewriteNote = z.object({ note: paragraphs(2000).optional(), revision });
export type RewriteNote = z.output<typeof RewriteNote>;
