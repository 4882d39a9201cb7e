import { z } from "zod";
import { choice, jalaliDay, line, OUT_OF_DATE, paragraphs, recordId } from "~/kernel/fields";
import { BULK_ACTS, UNDONE_ACTS } from "../lists/bulk";
import { entryCode } from "../../catalogues/schema";
import { TIERS } from "../choices";
import { MOST_AT_ONCE } from "./people";

const ticked = {
  personIds: z
    .array(recordId)
    .max(MOST_AT_ONCE, { error: `network.many.too-many?max=${MOST_AT_ONCE}` })
    .min(1, { error: "network.many.nobody" }),
};

/** What is to be done with the people ticked in a list. */
export const ChooseBulk = z.object({ ...ticked, act: z.enum(BULK_ACTS, OUT_OF_DATE) });

export const TakeIntoCircle = z.object({ ...ticked, circleId: recordId });
export type TakeIntoCircle = z.output<typeof TakeIntoCircle>;

export const ChangeTiers = z.object({ ...ticked, tier: choice(TIERS) });
export type ChangeTiers = z.output<typeof ChangeTiers>;

export const ArchivePeople = z.object({
  ...ticked,
  reason: entryCode,
  note: paragraphs(500).optional(),
  /** Left out: today. */
  happenedOn: jalaliDay.optional(),
});
export type ArchivePeople = z.output<typeof ArchivePeople>;

/** Whom an invitation was sent to, and for what. */
export const InvitePeople = z.object({ ...ticked, occasion: line(120) });
export type InvitePeople = z.output<typeof InvitePeople>;

/** Takes back what was just done: `was` names what each became or had been (`id:tier`, or the id of a membership). */
export const UndoBulk = z.object({
  act: z.enum(UNDONE_ACTS, OUT_OF_DATE),
  tier: choice(TIERS).optional(),
  was: z
    .array(z.string().regex(/^[0-9a-f-]{36}(?::(?:core|active|wide))?$/, OUT_OF_DATE))
    .min(1, OUT_OF_DATE)
    .max(MOST_AT_ONCE, OUT_OF_DATE),
});
