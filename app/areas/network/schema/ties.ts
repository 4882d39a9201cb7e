import { z } from "zod";
import { choice, jalaliDay, line, OUT_OF_DATE, paragraphs, recordId, revision } from "~/kernel/fields";
import { CIRCLE_ROLES } from "../choices";
import { readChoice } from "../ties/tie-choice";

/** Names a person on the register: by words looked for, then by choosing one of those found. */
export const FindPerson = z.object({ q: line(100).optional() });

const period = { fromOn: jalaliDay.optional(), toOn: jalaliDay.optional(), note: paragraphs(500).optional() };

const inOrder = ({ fromOn, toOn }: { fromOn?: string; toOn?: string }, ctx: z.RefinementCtx) => {
  if (fromOn && toOn && toOn < fromOn)
    ctx.addIssue({ code: "custom", path: ["toOn"], message: "network.tie.ends-before" });
};

export const RecordTie = z
  .object({
    choice: z.string(OUT_OF_DATE).transform((written, ctx) => {
      const read = readChoice(written);
      if (read) return read;
      ctx.addIssue({ code: "custom", message: OUT_OF_DATE.error });
      return z.NEVER;
    }),
    otherId: recordId,
    ...period,
  })
  .superRefine(inOrder);
export type RecordTie = z.output<typeof RecordTie>;

export const EditTie = z.object({ ...period, revision }).superRefine(inOrder);
export type EditTie = z.output<typeof EditTie>;

export const JoinCircle = z.object({
  personId: recordId,
  role: choice(CIRCLE_ROLES),
  fromOn: jalaliDay,
});
export type JoinCircle = z.output<typeof JoinCircle>;

export const ChangeMembership = z.object({
  /** Another role from the day on, or no longer a member. */
  to: choice([...CIRCLE_ROLES, "left"]),
  happenedOn: jalaliDay,
});
export type ChangeMembership = z.output<typeof ChangeMembership>;
