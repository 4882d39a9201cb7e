import { z } from "zod";
import { jalaliDay, line, mobileNumber, paragraphs, recordId, revision, wholeNumber } from "~/kernel/fields";
import { LONGEST_SUBJECT, MOST_SIGN_UPS } from "./choices";

export const OpenSignUp = z.object({
  until: jalaliDay,
  capacity: wholeNumber(1, MOST_SIGN_UPS),
});
export type OpenSignUp = z.output<typeof OpenSignUp>;

export const CloseSignUp = z.object({ revision });
export type CloseSignUp = z.output<typeof CloseSignUp>;

/** What somebody without an account writes of himself. */
export const SignUpForMeeting = z.object({
  fullName: line(120),
  mobile: mobileNumber,
  subject: paragraphs(LONGEST_SUBJECT).optional(),
  consent: z.literal("on", { error: "meetings.sign-up.consent-needed" }),
  /** A field that people do not see: only a program fills it. */
  website: z.string().max(1_000_000).optional(),
});
export type SignUpForMeeting = z.output<typeof SignUpForMeeting>;

/** One press: whoever waits comes to the list of the invited. */
export const TakeSignUps = z.object({});

export const DeclineSignUp = z.object({ signUpId: recordId });
export type DeclineSignUp = z.output<typeof DeclineSignUp>;
