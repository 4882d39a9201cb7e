import { z } from "zod";
import { choice, jalaliDay, line, paragraphs, recordId, revision } from "~/kernel/fields";
import { VERIFIED_HOW } from "./choices";

const LONGEST = 4000;

/**
 * Which obligation: its place is the debtor's. `revision` is the one that the reader saw: a step over another one is
 * refused.
 */
export type Which = { divisionId: number; id: string; revision?: number };

/** What the form of every step carries beside its own fields. */
export const Seen = z.object({ revision });

/** Acts that carry at most a note: acknowledge, start, unblock. */
export const PlainStep = z.object({ note: paragraphs(LONGEST).optional() });
export type PlainStep = z.output<typeof PlainStep>;

/** Acts that need a reason: reject, withdraw. */
export const ReasonedStep = z.object({ note: paragraphs(LONGEST) });
export type ReasonedStep = z.output<typeof ReasonedStep>;

/** What stands in the way, and which obstacle of the place it is. */
export const Block = ReasonedStep.extend({ obstacleId: recordId.optional() });
export type Block = z.output<typeof Block>;

/** Not applicable: why, and who of the meeting's chair accepted it. */
export const NotApplicable = ReasonedStep.extend({ acceptedBy: line(200) });
export type NotApplicable = z.output<typeof NotApplicable>;

/** Found done: by whom it was looked at; monitors say what they found. */
export const Verify = z
  .object({ how: choice(VERIFIED_HOW).optional(), note: paragraphs(LONGEST).optional() })
  .superRefine(({ how, note }, context) => {
    if (how === "monitors" && !note)
      context.addIssue({ code: "custom", path: ["note"], message: "obligations.verify.monitors-say" });
  });
export type Verify = z.output<typeof Verify>;

/** Another day, with its cause from the catalogue. */
export const ReDate = z.object({
  dueOn: jalaliDay,
  cause: z.string({ error: "form.choose" }).regex(/^[a-z0-9-]{1,60}$/, { error: "form.choose" }),
  note: paragraphs(LONGEST).optional(),
});
export type ReDate = z.output<typeof ReDate>;

export const Report = z.object({
  text: paragraphs(LONGEST).optional(),
  letterNumber: line(100).optional(),
  /** Address of the page of a record of the debtor's place. */
  record: line(300).optional(),
  /** Why it is done although an office to which it was passed on has not finished. */
  word: paragraphs(LONGEST).optional(),
});
export type Report = z.output<typeof Report>;

const ChildRow = z.object({
  officeId: recordId.optional(),
  dueOn: jalaliDay.optional(),
  text: paragraphs(LONGEST).optional(),
});

/** A row without an office and without words of its own was left empty; any other has to be whole. */
const Children = z
  .array(ChildRow.optional())
  .max(40)
  .transform((rows, context) => {
    const filled = rows.flatMap((row, index) => {
      if (!row || (row.officeId === undefined && row.text === undefined)) return [];
      const { officeId, dueOn, text } = row;
      if (officeId && dueOn) return [{ officeId, dueOn, ...(text ? { text } : {}) }];
      const path = [index, officeId ? "dueOn" : "officeId"];
      context.addIssue({ code: "custom", path, message: officeId ? "form.required" : "form.choose" });
      return [];
    });
    if (filled.length === 0) context.addIssue({ code: "custom", message: "obligations.pass-on.none" });
    return filled;
  });

export const PassOn = z.object({
  children: Children,
  /** Why a child is due later than its parent. */
  word: paragraphs(LONGEST).optional(),
});
export type PassOn = z.output<typeof PassOn>;
