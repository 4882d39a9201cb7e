import { z } from "zod";
import {
  choice,
  jalaliDay,
  letterNumber,
  line,
  paragraphs,
  recordId,
  revision,
  wholeNumber,
} from "~/kernel/fields";
import {
  CADENCE_NAMES,
  CHILDREN_FATES,
  DEADLINE_KINDS,
  DEADLINE_UNITS,
  MOST_ADDRESSED,
  RECORD_KINDS,
  VERIFIED_HOW,
  type Deadline,
} from "./choices";

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

/** Most rows that are acknowledged at once: a page of the in-tray. */
const MOST_AT_ONCE = 200;

/** What an office acknowledges of its in-tray: the ticked rows, or the one whose button was pressed. */
export const AcknowledgeMany = z
  .object({
    which: z.array(recordId).max(MOST_AT_ONCE, { error: "form.invalid" }).default([]),
    only: recordId.optional(),
  })
  .transform(({ which, only }) => (only ? [only] : which))
  .refine((ids) => ids.length > 0, { error: "obligations.tray.none-picked", path: ["which"] });

/** Acts that need a reason: reject. */
export const ReasonedStep = z.object({ note: paragraphs(LONGEST) });
export type ReasonedStep = z.output<typeof ReasonedStep>;

/** What becomes of those to whom an obligation was passed on when it ends: they owe nothing more, or go on, with a word. */
const endFields = {
  note: paragraphs(LONGEST),
  children: choice(CHILDREN_FATES).optional(),
  childrenWord: paragraphs(LONGEST).optional(),
};
const keptForAReason = (
  { children, childrenWord }: { children?: string | undefined; childrenWord?: string | undefined },
  context: z.RefinementCtx,
) => {
  if (children === "keep" && !childrenWord)
    context.addIssue({ code: "custom", path: ["childrenWord"], message: "form.required" });
};

/** The issuer no longer asks it. */
export const Withdraw = z.object(endFields).superRefine(keptForAReason);
export type Withdraw = z.output<typeof Withdraw>;

/** What stands in the way, and which obstacle of the place it is. */
export const Block = ReasonedStep.extend({ obstacleId: recordId.optional() });
export type Block = z.output<typeof Block>;

/** Not applicable: why. Whoever accepts it is the chair himself. */
export const NotApplicable = z.object(endFields).superRefine(keptForAReason);
export type NotApplicable = z.output<typeof NotApplicable>;

/** Found done: by whom it was looked at; of monitors which circle, on what day, and what they found. */
export const Verify = z
  .object({
    how: choice(VERIFIED_HOW).optional(),
    circleId: recordId.optional(),
    visitedOn: jalaliDay.optional(),
    note: paragraphs(LONGEST).optional(),
  })
  .superRefine(({ how, circleId, visitedOn, note }, context) => {
    if (how !== "monitors") return;
    if (!note)
      context.addIssue({ code: "custom", path: ["note"], message: "obligations.verify.monitors-say" });
    if (!circleId) context.addIssue({ code: "custom", path: ["circleId"], message: "form.choose" });
    if (!visitedOn) context.addIssue({ code: "custom", path: ["visitedOn"], message: "form.required" });
  });
export type Verify = z.output<typeof Verify>;

/** A later day that the debtor asks for, and why. */
export const AskDay = z.object({ dueOn: jalaliDay, note: paragraphs(LONGEST) });
export type AskDay = z.output<typeof AskDay>;

/** Another day, with its cause from the catalogue. */
export const ReDate = z.object({
  dueOn: jalaliDay,
  cause: z.string({ error: "form.choose" }).regex(/^[a-z0-9-]{1,60}$/, { error: "form.choose" }),
  note: paragraphs(LONGEST).optional(),
});
export type ReDate = z.output<typeof ReDate>;

export const Report = z.object({
  text: paragraphs(LONGEST).optional(),
  letterNumber: letterNumber(100).optional(),
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

/** What the form of a deadline sends. */
export const deadlineFields = {
  kind: choice(DEADLINE_KINDS),
  dueOn: jalaliDay.optional(),
  count: wholeNumber(1, 1000).optional(),
  unit: choice(DEADLINE_UNITS).optional(),
  cadence: choice(CADENCE_NAMES).optional(),
  receiver: line(200).optional(),
  reason: line(400).optional(),
};
const DeadlineForm = z.object(deadlineFields);

/** The deadline that a form says, or the field that its kind still needs. */
export function deadlineFrom(
  form: z.output<typeof DeadlineForm>,
): Deadline | "dueOn" | "count" | "cadence" | "receiver" | "reason" {
  switch (form.kind) {
    case "dated":
      return form.dueOn ? { kind: "dated", on: form.dueOn } : "dueOn";
    case "relative":
      return form.count ? { kind: "relative", count: form.count, unit: form.unit ?? "working" } : "count";
    case "continuous":
      if (!form.cadence) return "cadence";
      return form.receiver
        ? { kind: "continuous", cadence: form.cadence, receiver: form.receiver }
        : "receiver";
    case "none":
      return form.reason ? { kind: "none", reason: form.reason } : "reason";
  }
}

/** What is chosen from the list of addressees: `office:ID` or `group:CODE`. */
const addressee = z
  .string()
  .regex(/^(office:[0-9a-f-]{36}|group:[a-z0-9-]{1,60})$/, { error: "form.choose" });

/** A decision typed directly, from the page of a record or from nowhere. */
export const IssueDecision = z
  .object({
    title: line(200),
    text: paragraphs(20_000),
    theirNumber: letterNumber(100).optional(),
    theirOn: jalaliDay.optional(),
    to: z
      .array(addressee.optional())
      .max(MOST_ADDRESSED)
      .transform((all) => [...new Set(all.filter((one) => one !== undefined))])
      .refine((all) => all.length > 0, "obligations.decision.nobody"),
    fromKind: choice(RECORD_KINDS).optional(),
    fromId: recordId.optional(),
    ...deadlineFields,
  })
  .transform(({ kind, dueOn, count, unit, cadence, receiver, reason, ...rest }, context) => {
    const deadline = deadlineFrom({ kind, dueOn, count, unit, cadence, receiver, reason });
    if (typeof deadline !== "string") return { ...rest, deadline };
    context.addIssue({ code: "custom", path: [deadline], message: "form.required" });
    return z.NEVER;
  });
export type IssueDecision = z.output<typeof IssueDecision>;

/** Asks the silent once more, perhaps with a word. */
export const ChaseSilent = z.object({ note: line(400).optional() });
export type ChaseSilent = z.output<typeof ChaseSilent>;

/** Offices that owe a text as well, from now on. */
export const AlsoOwes = z.object({
  offices: z
    .array(recordId.optional())
    .max(MOST_ADDRESSED)
    .transform((all) => [...new Set(all.filter((one) => one !== undefined))])
    .refine((all) => all.length > 0, "obligations.decision.nobody"),
  dueOn: jalaliDay.optional(),
});
export type AlsoOwes = z.output<typeof AlsoOwes>;

/** How many are drawn by chance out of what waits to be verified. */
export const DrawSample = z.object({ size: wholeNumber(1, 200) });
export type DrawSample = z.output<typeof DrawSample>;
