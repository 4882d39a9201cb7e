import { z } from "zod";
import { choice, jalaliDay, line } from "~/kernel/fields";
import { toLatinDigits } from "~/lib/persian-text";

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

export const CloseCounty = z.object({
  closedOn: jalaliDay,
  /** At least one: what is kept about the place is looked for there afterwards. */
  successorIds: z
    .array(z.coerce.number().int().min(1).max(99_999))
    .min(1, "divisions.successors.none")
    .max(10, "form.too-large?max=10"),
});
export type CloseCounty = z.output<typeof CloseCounty>;
