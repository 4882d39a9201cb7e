import { z } from "zod";
import { parseTrackingCode } from "~/lib/identifiers";
import {
  choice,
  jalaliDay,
  letterNumber,
  line,
  mobileNumber,
  paragraphs,
  recordId,
  revision,
  wholeNumber,
} from "~/kernel/fields";
import { ANSWERS, STATES, VERDICTS } from "./lifecycle";
import { KINDS, FIELDS, CHANNELS, REFUSAL_REASONS } from "./choices";

export const RecordDemand = z.object({
  kind: choice(KINDS),
  title: line(200),
  field: choice(FIELDS),
  locality: line(120).optional(),
  channel: choice(CHANNELS),
  receivedOn: jalaliDay,
  fullName: line(120),
  mobile: mobileNumber.optional(),
  words: paragraphs(8000),
});
export type RecordDemand = z.output<typeof RecordDemand>;

export const ReferDemand = z.object({
  officeId: recordId,
  /** Working days that the office has. */
  days: wholeNumber(1, 60),
  note: paragraphs(1000).optional(),
  revision,
});
export type ReferDemand = z.output<typeof ReferDemand>;

export const AnswerDemand = z
  .object({
    answerKind: choice(ANSWERS),
    answerText: paragraphs(4000),
    reason: choice(REFUSAL_REASONS).optional(),
    /** Number of the office's letter, when the answer came on paper. */
    letterNumber: letterNumber(60).optional(),
    revision,
  })
  .superRefine(({ answerKind, reason }, ctx) => {
    if (answerKind === "refused" && !reason) {
      ctx.addIssue({ code: "custom", path: ["reason"], message: "demands.refusal-needs-reason" });
    }
  });
export type AnswerDemand = z.output<typeof AnswerDemand>;

export const JudgeDemand = z.object({
  verdict: choice(Object.keys(VERDICTS) as [keyof typeof VERDICTS, ...(keyof typeof VERDICTS)[]]),
});
export type JudgeDemand = z.output<typeof JudgeDemand>;

export const WithdrawDemand = z.object({ reason: paragraphs(1000), revision });
export type WithdrawDemand = z.output<typeof WithdrawDemand>;

/** Filters of the list, as they stand in the address. */
export const DemandFilter = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  late: z.literal("1").optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
});
export type DemandFilter = z.output<typeof DemandFilter>;

/** The code of a citizen's slip, in digits of any kind. */
export const TrackDemand = z.object({
  code: line(60).transform((text, ctx): string => {
    const code = parseTrackingCode(text);
    if (code) return code;
    ctx.addIssue({ code: "custom", message: "demands.track.unknown" });
    return z.NEVER;
  }),
});
export type TrackDemand = z.output<typeof TrackDemand>;
