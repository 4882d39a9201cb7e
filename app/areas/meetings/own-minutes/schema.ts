import { z } from "zod";
import { jalaliDay, line, paragraphs, recordId, revision, wholeNumber } from "~/kernel/fields";
import { LONGEST_COMMENT, LONGEST_REASON } from "./choices";

export const WriteMinutes = z.object({ do: z.string().optional() });

/** A draft that was brought as a document becomes the meeting's own. */
export const TakeDraft = z.object({ draftId: recordId });
export type TakeDraft = z.output<typeof TakeDraft>;

export const OpenComments = z.object({ revision, until: jalaliDay });
export type OpenComments = z.output<typeof OpenComments>;

export const StepOfMinutes = z.object({ revision });
export type StepOfMinutes = z.output<typeof StepOfMinutes>;

export const SayOnMinutes = z.object({
  draftId: recordId,
  body: paragraphs(LONGEST_COMMENT),
  /** The number of the resolution that it is about. */
  resolution: wholeNumber(1, 9999).optional(),
});
export type SayOnMinutes = z.output<typeof SayOnMinutes>;

/** Which comment it settles stands hidden in its form. */
export const AnswerComment = z.object({ commentId: z.string(), answer: paragraphs(LONGEST_COMMENT) });
export type AnswerComment = z.output<typeof AnswerComment>;

export const ApproveMinutes = z.object({ revision, exception: line(LONGEST_REASON).optional() });
export type ApproveMinutes = z.output<typeof ApproveMinutes>;

export const CorrectMinutes = z.object({ version: wholeNumber(1, 999), reason: line(LONGEST_REASON) });
export type CorrectMinutes = z.output<typeof CorrectMinutes>;
