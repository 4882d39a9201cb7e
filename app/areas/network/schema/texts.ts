import { z } from "zod";
import { choice, recordId } from "~/kernel/fields";
import { TEXT_SOURCES } from "../texts/sources";

/** A text that was looked at, as it was shown. */
export const SettleText = z.object({
  source: choice(TEXT_SOURCES),
  recordId,
  textHash: z.string().regex(/^[0-9a-f]{32}$/, { error: "form.invalid" }),
});
export type SettleText = z.output<typeof SettleText>;
