import { z } from "zod";
import { choice, recordId, revision } from "~/kernel/fields";
import { SIDES } from "../choices";

/** Left out where both records say the same. */
const side = choice(SIDES).default("first");

/** Two records of one person become one: `keep` stays, and each word is taken from either. */
export const MergePeople = z.object({
  keep: choice(SIDES),
  fullName: side,
  mobile: side,
  tier: side,
  locality: side,
  source: side,
  note: choice([...SIDES, "both"]).default("first"),
  /** Where the chosen record has none, the other's holds. */
  nationalCode: side,
  preferredWay: side,
  firstRevision: revision,
  secondRevision: revision,
});
export type MergePeople = z.output<typeof MergePeople>;

export const UndoMerge = z.object({ mergeId: recordId });
