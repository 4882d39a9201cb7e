import { z } from "zod";
import { choice, jalaliDay, line } from "~/kernel/fields";
import { toLatinDigits } from "~/lib/digits";

const nameFa = line(80);
const nameEn = line(80);

/** Four digits of any kind, or nothing: the county then gets a number of its own. */
const officialCode = z
  .string()
  .max(50, "divisions.code.shape")
  .optional()
  .transform((text) => toLatinDigits(text ?? "").replace(/\s/g, "") || undefined)
  .refine((code) => code === undefined || /^\d{4}$/.test(code), "divisions.code.shape");

export const CreateCounty = z.object({
  nameFa,
  nameEn,
  code: officialCode,
  grade: choice(["ordinary", "special"]),
  validFrom: jalaliDay,
});
export type CreateCounty = z.output<typeof CreateCounty>;

export const RenameDivision = z.object({ nameFa, nameEn, validFrom: jalaliDay });
export type RenameDivision = z.output<typeof RenameDivision>;

const countyId = (error: string) =>
  z
    .string({ error })
    .regex(/^[1-9]\d{0,4}$/, error)
    .transform(Number);
const another = countyId("form.choose").optional();

/** At least one successor: what is kept about the place is looked for there afterwards. */
export const CloseCounty = z
  .object({
    closedOn: jalaliDay,
    successor: countyId("divisions.successors.none"),
    successor2: another,
    successor3: another,
    successor4: another,
  })
  .transform(({ closedOn, successor, successor2, successor3, successor4 }) => ({
    closedOn,
    successorIds: [successor, successor2, successor3, successor4].filter((id) => id !== undefined),
  }));
export type CloseCounty = z.output<typeof CloseCounty>;

/** Asks for nothing: the closing that is taken back is the county's own. */
export const ReopenCounty = z.object({});

/** Longest closure of one declaration, in days. */
export const LONGEST_CLOSURE = 30;

/** Offices are closed from a day to another, or on the one day. */
export const DeclareClosure = z.object({
  from: jalaliDay,
  to: jalaliDay.optional(),
  nameFa: line(80),
  nameEn: line(80).optional(),
});
export type DeclareClosure = z.output<typeof DeclareClosure>;

const WEEKDAYS = ["0", "1", "2", "3", "4", "5", "6"] as const;

/** On which weekdays offices are closed from a day on, beside those of the levels above. */
export const ChangeWeekend = z.object({
  weekdays: z
    .union([choice(WEEKDAYS), z.array(choice(WEEKDAYS)).max(7)])
    .optional()
    .transform((days) => [...new Set([days ?? []].flat())].map(Number))
    .refine((days) => days.length <= 3, "divisions.calendar.weekend.too-many"),
  from: jalaliDay,
});
export type ChangeWeekend = z.output<typeof ChangeWeekend>;

/** The day on which a holiday falls after all: a lunar one moves until it is announced. */
export const SettleHoliday = z.object({ day: jalaliDay });
export type SettleHoliday = z.output<typeof SettleHoliday>;
