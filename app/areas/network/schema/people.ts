import { z } from "zod";
import {
  choice,
  jalaliDay,
  line,
  mobileNumber,
  OUT_OF_DATE,
  paragraphs,
  recordId,
  revision,
  timeOfDay,
  wholeNumber,
} from "~/kernel/fields";
import { entryCode } from "../../catalogues/schema";
import { toLatinDigits } from "~/lib/digits";
import { parseNationalCode } from "~/lib/identifiers";
import { AGAIN_IN, CHANNELS, ENTRY_STATES, FIELDS, OUTCOMES, TIERS } from "../choices";
import { STEPS } from "../lifecycle";

/** Entries of the catalogue that one person may have of a kind. */
export const MOST_CAPACITIES = 40;

/** Circles a person may be put into with one form. */
const MOST_CIRCLES = 20;

/** A national code; 8 or 9 digits are read with the zeros that a sheet has lost, and `isPadded` says so. */
const nationalCode = z.string().transform((text, ctx) => {
  const code = parseNationalCode(text);
  if (code === null) {
    ctx.addIssue({ code: "custom", message: "network.national-code-wrong" });
    return z.NEVER;
  }
  return { code, isPadded: toLatinDigits(text).replace(/\D/g, "").length < code.length };
});

const personFields = {
  fullName: line(120),
  mobile: mobileNumber.optional(),
  tier: choice(TIERS),
  locality: line(100).optional(),
  circleIds: z.array(recordId).max(MOST_CIRCLES, { error: "form.invalid" }).default([]),
  note: paragraphs(2000).optional(),
  nationalCode: nationalCode.optional(),
  capacities: z.array(entryCode).max(MOST_CAPACITIES, { error: "form.invalid" }).default([]),
  source: line(200).optional(),
};

/** Most records beside which a new one is shown. */
const MOST_TWINS = 10;

export const RegisterPerson = z.object({
  ...personFields,
  /** Where on the joining path he begins; left out: a member. */
  state: choice(ENTRY_STATES).default("active"),
  /** Records like this one that are somebody else. */
  apartFrom: z.array(recordId).max(MOST_TWINS, { error: "form.invalid" }).optional(),
});
export type RegisterPerson = z.output<typeof RegisterPerson>;

export const EditPerson = z.object({
  ...personFields,
  noContact: choice(["no", "yes"]).transform((word) => word === "yes"),
  /** Left empty, the national code stays as it is; this takes it away. */
  withoutNationalCode: choice(["on"]).optional(),
  /** What was ticked when the form was opened: only what differs from it is changed. */
  circlesBefore: z.array(recordId).max(MOST_CIRCLES, { error: "form.invalid" }).default([]),
  capacitiesBefore: z.array(entryCode).max(MOST_CAPACITIES, { error: "form.invalid" }).default([]),
  revision,
});
export type EditPerson = z.output<typeof EditPerson>;

/** One step on the joining path: archiving asks for a reason of the list, cancelling for one in words. */
export const MovePerson = z
  .object({
    step: z.enum(STEPS, OUT_OF_DATE),
    reason: entryCode.optional(),
    note: paragraphs(500).optional(),
    /** Left out: today. */
    happenedOn: jalaliDay.optional(),
  })
  .superRefine(({ step, reason, note }, ctx) => {
    if (step === "archive" && !reason)
      ctx.addIssue({ code: "custom", path: ["reason"], message: "form.choose" });
    if (step === "cancel" && !note)
      ctx.addIssue({ code: "custom", path: ["note"], message: "form.required" });
  });
export type MovePerson = z.output<typeof MovePerson>;

const circleFields = {
  name: line(120),
  topic: line(120),
  place: line(120).optional(),
  field: choice(FIELDS).optional(),
};

export const FormCircle = z.object({ ...circleFields, formedOn: jalaliDay });
export type FormCircle = z.output<typeof FormCircle>;

export const EditCircle = z.object({ ...circleFields, revision });
export type EditCircle = z.output<typeof EditCircle>;

export const RecordContact = z
  .object({
    channel: choice(CHANNELS),
    outcome: choice(OUTCOMES).optional(),
    /** In how many days to call back: the outcome and its day in one. */
    againIn: choice(AGAIN_IN).optional(),
    /** Left out: today. */
    happenedOn: jalaliDay.optional(),
    note: paragraphs(2000).optional(),
    nextOn: jalaliDay.optional(),
    /** The hour of that day. */
    nextAt: timeOfDay.optional(),
  })
  .transform(({ outcome, againIn, ...given }, ctx) => {
    if (againIn) return { ...given, outcome: "call-back" as const, againIn: Number(againIn) };
    if (outcome) return { ...given, outcome };
    ctx.addIssue({ code: "custom", path: ["outcome"], message: "form.choose" });
    return z.NEVER;
  });
export type RecordContact = z.output<typeof RecordContact> & { againIn?: number };

export const UndoContact = z.object({ contactId: recordId });
export type UndoContact = z.output<typeof UndoContact>;

export const SearchPeople = z.object({ q: line(100).optional() });

/** Most people whom one entry writes down. */
export const MOST_AT_ONCE = 300;

const people = z.array(recordId).max(MOST_AT_ONCE, { error: `network.many.too-many?max=${MOST_AT_ONCE}` });

export const RecordContacts = z.object({
  personIds: people.min(1, { error: "network.many.nobody" }),
  channel: choice(CHANNELS),
  outcome: choice(OUTCOMES),
  happenedOn: jalaliDay,
  note: paragraphs(2000).optional(),
  nextOn: jalaliDay.optional(),
});
export type RecordContacts = z.output<typeof RecordContacts>;

/** Looks for people to tick, beside those ticked already: by words, or all of one circle. */
export const FindForContacts = z.object({
  personIds: people.default([]),
  q: line(100).optional(),
  circleId: recordId.optional(),
});
export type FindForContacts = z.output<typeof FindForContacts>;

export const UndoContacts = z.object({ batchId: recordId });

export const TakeAction = z.object({ note: line(500) });
export type TakeAction = z.output<typeof TakeAction>;

/** Longest cadence of a tier, in days. */
const LONGEST_CADENCE = 730;
const cadenceDays = wholeNumber(1, LONGEST_CADENCE).optional();

/** Left out: what the level above has set. */
export const SetCadence = z.object({
  coreDays: cadenceDays,
  activeDays: cadenceDays,
  wideDays: cadenceDays,
  revision,
});
export type SetCadence = z.output<typeof SetCadence>;

export const AssignCalls = z.object({
  personIds: people.min(1, { error: "network.many.nobody" }),
  /** An official's account, a trusted member, or nobody any more. */
  to: z.union([z.literal("nobody"), z.string().regex(/^(?:account|person):[0-9a-f-]{36}$/)], {
    error: "form.choose",
  }),
});
export type AssignCalls = z.output<typeof AssignCalls>;

const listFields = {
  name: line(80),
  /** Seen by whoever keeps it, or by all who work in the county. */
  seenBy: choice(["own", "staff"]),
};

export const SavePeopleList = z.object(listFields);
export type SavePeopleList = z.output<typeof SavePeopleList>;

export const EditPeopleList = z.object({ ...listFields, revision });
export type EditPeopleList = z.output<typeof EditPeopleList>;

/** Takes a saved list away, or brings it back. */
export const KeepPeopleList = z.object({ intent: z.enum(["remove", "restore"], OUT_OF_DATE) });
