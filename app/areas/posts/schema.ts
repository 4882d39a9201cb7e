import { z } from "zod";
import { choice, jalaliDay, letterNumber, line, mobileNumber, paragraphs, revision } from "~/kernel/fields";

export const OpenPosts = z.object({
  experts: choice(["1", "2"]).transform((count): 1 | 2 => (count === "2" ? 2 : 1)),
});

/** A day that may stay empty. */
const dayOrNone = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(jalaliDay.optional());

export const Appoint = z
  .object({
    fullName: line(80),
    mobile: mobileNumber,
    orderNumber: letterNumber(60),
    startsOn: jalaliDay,
    endsOn: dayOrNone,
  })
  .refine((form) => form.endsOn === undefined || form.endsOn >= form.startsOn, {
    path: ["endsOn"],
    error: "posts.ends-before-start",
  });
export type Appoint = z.output<typeof Appoint>;

export const EndAppointment = z.object({ endsOn: jalaliDay, reason: paragraphs(300), revision });
export type EndAppointment = z.output<typeof EndAppointment>;

export const NameDeputy = z
  .object({
    fullName: line(80),
    mobile: mobileNumber,
    orderNumber: letterNumber(60).optional(),
    startsOn: jalaliDay,
    endsOn: jalaliDay,
  })
  .refine((form) => form.endsOn >= form.startsOn, { path: ["endsOn"], error: "posts.ends-before-start" });
export type NameDeputy = z.output<typeof NameDeputy>;

export const EndDeputy = z.object({ revision });
export type EndDeputy = z.output<typeof EndDeputy>;
