import { z } from "zod";
import { OUT_OF_DATE, paragraphs, recordId, revision } from "~/kernel/fields";
import { normalise } from "~/lib/persian-text";
import { parsePeriod, type Period } from "~/lib/period";

const LONGEST_NARRATIVE = 8000;
const LONGEST_SENTENCE = 600;
const LONGEST_REASON = 2000;

/** Text that may be blank: normalised, at most `max` characters. */
const maybe = (max: number) =>
  z
    .string()
    .optional()
    .transform((text, ctx): string => {
      const normal = normalise(text ?? "").trim();
      if (normal.length > max) ctx.addIssue({ code: "custom", message: `form.too-long?max=${max}` });
      return normal;
    });

const code = z.string(OUT_OF_DATE).regex(/^[a-z][a-z0-9.-]{0,60}$/, OUT_OF_DATE);
const place = z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(0, OUT_OF_DATE).max(99_999, OUT_OF_DATE);

const quarter = z.string(OUT_OF_DATE).transform((text, ctx): Period => {
  const period = parsePeriod(text);
  if (period?.includes("-Q")) return period;
  ctx.addIssue({ code: "custom", message: OUT_OF_DATE.error });
  return z.NEVER;
});

export const OpenReport = z.object({ period: quarter });
export type OpenReport = z.output<typeof OpenReport>;

/** The revision of a text that a form was filled from; 0 where nothing was saved then. */
const savedRevision = z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(0, OUT_OF_DATE);

export const SaveNarrative = z.object({
  reportId: recordId,
  dutyCode: code,
  text: maybe(LONGEST_NARRATIVE),
  blankReason: maybe(LONGEST_SENTENCE),
  revision: savedRevision,
});
export type SaveNarrative = z.output<typeof SaveNarrative>;

export const ExplainFigure = z.object({
  reportId: recordId,
  subject: code,
  text: paragraphs(LONGEST_SENTENCE),
  revision: savedRevision,
});
export type ExplainFigure = z.output<typeof ExplainFigure>;

/** Somebody saw what is asked about and calls it right. */
export const ConfirmFigure = z.object({
  reportId: recordId,
  subject: code,
  about: z.string(OUT_OF_DATE).regex(/^[a-z0-9/+-]{1,80}$/, OUT_OF_DATE),
  revision: savedRevision,
});
export type ConfirmFigure = z.output<typeof ConfirmFigure>;

export const ReplyToComment = z.object({
  reportId: recordId,
  commentId: recordId,
  text: paragraphs(LONGEST_REASON),
  revision: savedRevision,
});
export type ReplyToComment = z.output<typeof ReplyToComment>;

export const SubmitReport = z.object({
  reportId: recordId,
  attest: z.literal("on", { error: "reports.form.attest" }),
  revision,
});
export type SubmitReport = z.output<typeof SubmitReport>;

export const NameMissingChild = z.object({
  reportId: recordId,
  childDivisionId: place,
  reason: paragraphs(LONGEST_SENTENCE),
  revision: savedRevision,
});
export type NameMissingChild = z.output<typeof NameMissingChild>;

const reviewed = { divisionId: place, reportId: recordId };

export const TakeUpReport = z.object({ ...reviewed, revision });
export type TakeUpReport = z.output<typeof TakeUpReport>;

export const SeeSampledRecord = z.object({ ...reviewed, recordId });
export type SeeSampledRecord = z.output<typeof SeeSampledRecord>;

export const CommentOnReport = z.object({
  ...reviewed,
  indicatorCode: code.optional(),
  text: paragraphs(LONGEST_REASON),
});
export type CommentOnReport = z.output<typeof CommentOnReport>;

/** Names a figure that is approved with an exception. */
export const ExceptFigure = z.object({
  ...reviewed,
  indicatorCode: code,
  reason: paragraphs(LONGEST_SENTENCE),
  revision: savedRevision,
});
export type ExceptFigure = z.output<typeof ExceptFigure>;

export const DropFigureException = z.object({ ...reviewed, indicatorCode: code, revision });
export type DropFigureException = z.output<typeof DropFigureException>;

export const ReturnReport = z.object({ ...reviewed, reason: paragraphs(LONGEST_REASON), revision });
export type ReturnReport = z.output<typeof ReturnReport>;

/** For approving and for accepting. */
export const DecideReport = z.object({ ...reviewed, revision });
export type DecideReport = z.output<typeof DecideReport>;

export const ExcusePlace = z.object({
  divisionId: place,
  period: quarter,
  reason: paragraphs(LONGEST_SENTENCE),
  revision: savedRevision,
});
export type ExcusePlace = z.output<typeof ExcusePlace>;
