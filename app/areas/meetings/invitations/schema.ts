import { z } from "zod";
import { choice, OUT_OF_DATE, line, mobileNumber, paragraphs, recordId, revision } from "~/kernel/fields";
import { PARTICIPANTS } from "../choices";
import { ATTENDED, CALLING_KINDS, REPLIES } from "./choices";

const MOST_TICKED = 500;
const ticked = z
  .preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(recordId).max(MOST_TICKED).optional(),
  )
  .transform((ids) => ids ?? []);

export const InviteOffices = z.object({ officeIds: ticked }).superRefine(({ officeIds }, ctx) => {
  if (officeIds.length === 0) ctx.addIssue({ code: "custom", path: ["officeIds"], message: "form.choose" });
});
export type InviteOffices = z.output<typeof InviteOffices>;

/** One press: whoever has a seat. */
export const InviteCouncil = z.object({});

export const InviteGroup = z.object({
  group: z
    .string({ error: "form.choose" })
    .min(1, { error: "form.choose" })
    .max(200, { error: "form.choose" }),
});
export type InviteGroup = z.output<typeof InviteGroup>;

export const InvitePosts = z.object({ postIds: ticked }).superRefine(({ postIds }, ctx) => {
  if (postIds.length === 0) ctx.addIssue({ code: "custom", path: ["postIds"], message: "form.choose" });
});
export type InvitePosts = z.output<typeof InvitePosts>;

/** `list:ID` or `circle:ID`. */
export const InvitePeople = z.object({
  source: z.string({ error: "form.choose" }).transform((text, ctx) => {
    const [kind, id] = text.split(":");
    const from = CALLING_KINDS.find((one) => one === kind);
    const read = recordId.safeParse(id);
    if (from && read.success) return { kind: from, id: read.data };
    ctx.addIssue({ code: "custom", message: "form.choose" });
    return z.NEVER;
  }),
});
export type InvitePeople = z.output<typeof InvitePeople>;

const guest = {
  name: line(120),
  roleTitle: line(160).optional(),
  organisation: line(160).optional(),
  mobile: mobileNumber.optional(),
  participants: choice(PARTICIPANTS),
};
export const InviteGuest = z.object(guest);
export type InviteGuest = z.output<typeof InviteGuest>;

/** The turn of the link that is taken back. */
export const RenewLink = z.object({
  turn: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(1, OUT_OF_DATE),
});
export type RenewLink = z.output<typeof RenewLink>;

export const WithdrawInvitation = z.object({ revision });
export type WithdrawInvitation = z.output<typeof WithdrawInvitation>;

/** What an invitee says: that he comes, sends somebody, or does not come and why. */
export const Answer = z
  .object({
    reply: choice(REPLIES),
    note: paragraphs(1000).optional(),
    deputyName: line(120).optional(),
    deputyRole: line(160).optional(),
    deputyMobile: mobileNumber.optional(),
    revision,
  })
  .superRefine(({ reply, deputyName }, ctx) => {
    if (reply === "deputy" && !deputyName)
      ctx.addIssue({ code: "custom", path: ["deputyName"], message: "form.required" });
  });
export type Answer = z.output<typeof Answer>;

/** One row of the attendance: what it is now, and what whoever marks it saw before. */
export const MarkAttendance = z.object({
  invitationId: recordId,
  attended: z.enum([...ATTENDED, "none"], { error: "form.choose" }),
  was: z.enum([...ATTENDED, "none"]).catch("none"),
});
export type MarkAttendance = z.output<typeof MarkAttendance>;

/** Many rows at once: of those who are not marked yet, who said that he comes is present, or who is left is absent. */
export const MarkMany = z.object({ which: choice(["who-said-yes", "the-rest-absent"]) });
export type MarkMany = z.output<typeof MarkMany>;

/** Whoever came without an invitation; his number is asked for to ask him into the network, if he agrees. */
export const AddWalkIn = z
  .object({
    name: line(120),
    mobile: mobileNumber.optional(),
    participants: choice(PARTICIPANTS),
    consents: z.literal("yes").optional(),
  })
  .superRefine(({ consents, mobile }, ctx) => {
    if (consents && !mobile) ctx.addIssue({ code: "custom", path: ["mobile"], message: "form.required" });
    if (mobile && !consents)
      ctx.addIssue({ code: "custom", path: ["consents"], message: "meetings.walk-in.needs-consent" });
  });
export type AddWalkIn = z.output<typeof AddWalkIn>;

/** The code of the meeting that sits, as it was read from the screen. */
export const SayPresent = z.object({ code: line(40) });
export type SayPresent = z.output<typeof SayPresent>;
