import { z } from "zod";
import { jalaliDay, line, paragraphs, recordId, revision } from "~/kernel/fields";
import { addDays, isoOf, jalaliOf, monthLength, type IsoDate } from "~/lib/jalali";
import { CADENCES, type Cadence } from "./choices";

const LONGEST = 4000;

/**
 * The day on which the next turn of a continuous obligation is due: the same Jalali day so many months later, or the
 * last day of a shorter month.
 */
export function nextTurn(from: IsoDate, cadence: Cadence): IsoDate {
  const months = CADENCES[cadence];
  if (months === 0) return addDays(from, 7);
  const { jy, jm, jd } = jalaliOf(from);
  const index = jy * 12 + (jm - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return isoOf(year, month, Math.min(jd, monthLength(year, month)));
}

/**
 * Which obligation: its place is the debtor's. `revision` is the one that the reader saw: a step over another one is
 * refused.
 */
export type Which = { divisionId: number; id: string; revision?: number };

/** What the form of every step carries beside its own fields. */
export const Seen = z.object({ revision });

/** Acts that carry at most a note: acknowledge, start, unblock, verify. */
export const PlainStep = z.object({ note: paragraphs(LONGEST).optional() });
export type PlainStep = z.output<typeof PlainStep>;

/** Acts that need a reason: reject, block, withdraw, not applicable. */
export const ReasonedStep = z.object({ note: paragraphs(LONGEST) });
export type ReasonedStep = z.output<typeof ReasonedStep>;

export const ReDate = z.object({ dueOn: jalaliDay, note: paragraphs(LONGEST) });
export type ReDate = z.output<typeof ReDate>;

export const Report = z.object({
  text: paragraphs(LONGEST).optional(),
  letterNumber: line(100).optional(),
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
