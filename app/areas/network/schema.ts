import { z } from "zod";
import { choice, jalaliDay, line, mobileNumber, paragraphs, recordId, revision } from "~/kernel/fields";
import { TIERS, PERSON_STATES, CHANNELS, OUTCOMES } from "./choices";

/** Circles a person may be put into with one form. */
const MOST_CIRCLES = 20;

const personFields = {
  fullName: line(120),
  mobile: mobileNumber.optional(),
  tier: choice(TIERS),
  locality: line(100).optional(),
  circleIds: z.array(recordId).max(MOST_CIRCLES, { error: "form.invalid" }).default([]),
  note: paragraphs(2000).optional(),
};

export const RegisterPerson = z.object({ ...personFields, source: line(200).optional() });
export type RegisterPerson = z.output<typeof RegisterPerson>;

export const EditPerson = z.object({ ...personFields, state: choice(PERSON_STATES), revision });
export type EditPerson = z.output<typeof EditPerson>;

const circleFields = {
  name: line(120),
  topic: line(120),
  place: line(120).optional(),
};

export const FormCircle = z.object({ ...circleFields, formedOn: jalaliDay });
export type FormCircle = z.output<typeof FormCircle>;

export const EditCircle = z.object({ ...circleFields, revision });
export type EditCircle = z.output<typeof EditCircle>;

export const RecordContact = z.object({
  channel: choice(CHANNELS),
  outcome: choice(OUTCOMES),
  /** Left out: today. */
  happenedOn: jalaliDay.optional(),
  note: paragraphs(2000).optional(),
  nextOn: jalaliDay.optional(),
});
export type RecordContact = z.output<typeof RecordContact>;

export const UndoContact = z.object({ contactId: recordId });
export type UndoContact = z.output<typeof UndoContact>;

export const SearchPeople = z.object({ q: line(100).optional() });
