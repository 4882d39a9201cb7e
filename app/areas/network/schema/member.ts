import { z } from "zod";
import { line, mobileNumber, OUT_OF_DATE, recordId } from "~/kernel/fields";

/** What a person says is right about him. */
export const ProposeCorrection = z.object({
  fullName: line(120),
  mobile: mobileNumber.optional(),
  locality: line(100).optional(),
});
export type ProposeCorrection = z.output<typeof ProposeCorrection>;

export const DecideCorrection = z.object({
  correctionId: recordId,
  decision: z.enum(["accept", "decline"], OUT_OF_DATE),
});
export type DecideCorrection = z.output<typeof DecideCorrection>;

export const EraseMe = z.object({ sure: z.literal("on", { error: "network.me.erase.tick" }) });
