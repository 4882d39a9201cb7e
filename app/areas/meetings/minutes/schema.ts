import { z } from "zod";
import { CADENCE_NAMES, DEADLINE_KINDS, DEADLINE_UNITS } from "~/areas/obligations/choices";
import {
  choice,
  jalaliDay,
  letterNumber,
  line,
  paragraphs,
  recordId,
  revision,
  timeOfDay,
  wholeNumber,
} from "~/kernel/fields";
import { searchKey } from "~/lib/persian-text";
import {
  APPLY_TO,
  LONGEST_DISCUSSION,
  LONGEST_MINUTES,
  LONGEST_OF_ATTENDEE,
  MOST_ATTENDEES,
} from "../choices";
import { STANDINGS } from "./import/types";
import type { ReviewDeadline } from "./review";

/** Characters that turn the direction of all that follows them: no document needs them, and they mislead a reader. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/** The pasted words as they came: nothing is trimmed or mended, so that every offset holds; only turning signs fall. */
export const ImportMinutes = z.object({
  text: z
    .string({ error: "minutes.import.empty" })
    .max(LONGEST_MINUTES, { error: `form.too-long?max=${LONGEST_MINUTES}` })
    .refine((text) => searchKey(text) !== "", { error: "minutes.import.empty" })
    .transform((text) => text.replace(TURNING, "")),
});
export type ImportMinutes = z.output<typeof ImportMinutes>;

const linesIn = (text: string | undefined): string[] =>
  (text ?? "")
    .split("\n")
    .map((item) => item.trim())
    .filter(Boolean);

const Attendee = z.object({
  name: line(LONGEST_OF_ATTENDEE).optional(),
  post: line(LONGEST_OF_ATTENDEE).optional(),
  organisation: line(LONGEST_OF_ATTENDEE).optional(),
  standing: choice(STANDINGS).optional(),
});

export const ReviewHeaderForm = z.object({
  revision,
  title: line(300),
  heldOn: jalaliDay,
  startsAt: timeOfDay.optional(),
  endsAt: timeOfDay.optional(),
  place: line(300).optional(),
  invitationNumber: letterNumber(60).optional(),
  /** One item a line. */
  agenda: paragraphs(20_000)
    .optional()
    .transform((text) => linesIn(text)),
  declaredCount: wholeNumber(0, 9999).optional(),
  /** The form shows those present: one who is left blank goes. */
  listsAttendees: z.string().optional(),
  attendees: z
    .array(Attendee)
    .max(MOST_ATTENDEES + 10)
    .optional(),
  /** The form shows what was said. */
  tellsDiscussion: z.string().optional(),
  discussion: paragraphs(LONGEST_DISCUSSION)
    .optional()
    .transform((text) => linesIn(text)),
});
export type ReviewHeaderForm = z.output<typeof ReviewHeaderForm>;

/** Numbers of resolutions: «۱۱ تا ۱۶» is written out, «۲، ۵» as it stands. */
const references = z.string().transform((text, context): number[] => {
  const found = new Set<number>();
  for (const part of searchKey(text.slice(0, 400))
    .split(/[,،;؛\s]*[,،;؛]\s*|\s+و\s+/u)
    .filter(Boolean)) {
    const [, from, to] = /^(\d{1,4})(?:\s*(?:تا|-|–|to)\s*(\d{1,4}))?$/u.exec(part) ?? [];
    const first = Number(from);
    const last = Number(to ?? from);
    if (!from || last < first || last - first > 200) {
      context.addIssue({ code: "custom", message: "minutes.review.references-unreadable" });
      return z.NEVER;
    }
    for (let number = first; number <= last; number += 1) found.add(number);
  }
  return [...found];
});

const Item = z.object({ label: line(20).optional(), text: paragraphs(4000).optional() });

/** What is chosen from the picker: `office:ID` or `group:CODE`. */
const partyChoice = z
  .string()
  .regex(/^(office:[0-9a-f-]{36}|group:[a-z0-9-]{1,60})$/, { error: "form.choose" });

const deadlineFields = {
  kind: choice(DEADLINE_KINDS).optional(),
  dueOn: jalaliDay.optional(),
  count: wholeNumber(1, 1000).optional(),
  unit: choice(DEADLINE_UNITS).optional(),
  cadence: choice(CADENCE_NAMES).optional(),
  receiver: line(200).optional(),
  reason: line(400).optional(),
};
const SaidDeadline = z.object(deadlineFields);
type SaidDeadline = z.output<typeof SaidDeadline>;

/** Asks for what the chosen kind of deadline needs. */
function needWhole(form: SaidDeadline, context: z.RefinementCtx): void {
  const need = (field: "dueOn" | "count" | "cadence" | "receiver" | "reason") => {
    if (form[field] === undefined)
      context.addIssue({ code: "custom", path: [field], message: "form.required" });
  };
  if (form.kind === "dated") need("dueOn");
  if (form.kind === "relative") need("count");
  if (form.kind === "continuous") {
    need("cadence");
    need("receiver");
  }
  if (form.kind === "none") need("reason");
}

/** A deadline as a form says it; null where it says none, or not the whole of one. */
export function deadlineSaid(input: SaidDeadline): ReviewDeadline | null {
  const { kind, dueOn, count, unit, cadence, receiver, reason } = input;
  if (kind === "dated" && dueOn) return { kind, on: dueOn };
  if (kind === "relative" && count) return { kind, count, unit: unit ?? "working" };
  if (kind === "continuous" && cadence && receiver) return { kind, cadence, receiver };
  if (kind === "none" && reason) return { kind, reason };
  return null;
}

export const ReviewResolutionForm = z
  .object({
    revision,
    number: wholeNumber(1, 9999),
    text: paragraphs(20_000),
    refersTo: references.optional(),
    items: z.array(Item).max(60).optional(),
    /** Ids of parties that stay. */
    keep: z.array(recordId).max(60).optional(),
    add: z.array(partyChoice.optional()).max(20).optional(),
    ...deadlineFields,
    applyTo: choice(APPLY_TO).optional(),
    /** The revision of the whole draft that was on the page, where a deadline goes to others as well. */
    draftRevision: revision.optional(),
    then: choice(["stay", "next"]).optional(),
  })
  .superRefine((form, context) => {
    needWhole(form, context);
    if (form.applyTo && form.draftRevision === undefined) {
      context.addIssue({ code: "custom", path: ["applyTo"], message: "form.invalid" });
    }
    if (form.applyTo && !form.kind) {
      context.addIssue({ code: "custom", path: ["kind"], message: "minutes.review.nothing-to-apply" });
    }
  });
export type ReviewResolutionForm = z.output<typeof ReviewResolutionForm>;

/** One limit for every resolution that has none. */
export const GiveDeadline = SaidDeadline.superRefine((form, context) => {
  if (!form.kind)
    context.addIssue({ code: "custom", path: ["kind"], message: "minutes.review.nothing-to-apply" });
  needWhole(form, context);
});
export type GiveDeadline = z.output<typeof GiveDeadline>;

/** One party for every resolution that has none. */
export const GiveParty = z.object({ party: partyChoice });
export type GiveParty = z.output<typeof GiveParty>;

export const TakeBack = z.object({ do: z.string().optional() });

export const IssueMinutes = z.object({ revision });
export type IssueMinutes = z.output<typeof IssueMinutes>;

export const NameParty = z.object({
  officeIds: z
    .array(recordId, { error: "minutes.name.none" })
    .min(1, { error: "minutes.name.none" })
    .max(300),
});
export type NameParty = z.output<typeof NameParty>;

/** A resolution to add: empty, or what somebody typed into one that a colleague removed meanwhile. */
export const AddResolution = z.object({
  number: wholeNumber(1, 9999).optional(),
  text: paragraphs(20_000).optional(),
});
export type AddResolution = z.output<typeof AddResolution>;

export const RemoveResolution = z.object({ revision });
export type RemoveResolution = z.output<typeof RemoveResolution>;

/** Files of minutes stand beside the form: their names and hashes make the act one with its content. */
export const BringFiles = z.object({ files: z.union([z.string(), z.array(z.string())]).optional() });

export const AcceptSure = z.object({ do: z.string().optional() });

export const OfTwin = z.object({ do: z.string().optional() });
