import { z } from "zod";
import { choice, line, paragraphs, recordId, revision, wholeNumber } from "~/kernel/fields";
import { PARTICIPANTS, type Participants } from "../choices";
import { LONGEST_OUTCOME, OUTCOME_KINDS, type OutcomeKind } from "./choices";

const MOST_OTHERS = 100_000;

const fields = {
  kind: choice(OUTCOME_KINDS),
  text: paragraphs(LONGEST_OUTCOME),
  parties: line(400).optional(),
  limitWritten: line(200).optional(),
  items: paragraphs(LONGEST_OUTCOME).optional(),
  speaker: line(160).optional(),
  place: line(160).optional(),
};

type Words = { kind: OutcomeKind; speaker?: string | undefined };

/** A promise without the name of who made it is nobody's. */
function check({ kind, speaker }: Words, ctx: z.RefinementCtx): void {
  if (kind === "promise" && !speaker)
    ctx.addIssue({ code: "custom", path: ["speaker"], message: "form.required" });
}

export const RecordOutcome = z.object({ ...fields, itemId: recordId.optional() }).superRefine(check);
export type RecordOutcome = z.output<typeof RecordOutcome>;

export const EditOutcome = z.object({ ...fields, revision }).superRefine(check);
export type EditOutcome = z.output<typeof EditOutcome>;

export const RemoveOutcome = z.object({ revision });
export type RemoveOutcome = z.output<typeof RemoveOutcome>;

/** What becomes of an item of the agenda: done, or open again. What stays open is carried to the next meeting later. */
export const SettleItem = z.object({
  itemId: recordId,
  state: choice(["planned", "done"]),
  revision,
});
export type SettleItem = z.output<typeof SettleItem>;

const others = wholeNumber(0, MOST_OTHERS).optional();
const counted = Object.fromEntries(PARTICIPANTS.map((one) => [one, others])) as Record<
  Participants,
  typeof others
>;

/** How many came besides those on the list, by class. */
export const CountOthers = z.object({ ...counted, revision });
export type CountOthers = z.output<typeof CountOthers>;

/** A meeting begins, or ends. */
export const SessionStep = z.object({ revision });
export type SessionStep = z.output<typeof SessionStep>;
