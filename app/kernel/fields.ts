import { z } from "zod";
import { toLatinDigits } from "~/lib/digits";
import { isUuid, parseMobile } from "~/lib/identifiers";
import { type IsoDate } from "~/lib/jalali";
import { parseJalali, type DateRefusal } from "~/lib/written-date";
import { normalise, searchKey } from "~/lib/persian-text";

/** Fields of forms, as people fill them: read generously, stored in one form, refused with a message key. */

const typed = z.string({ error: "form.required" });

const bounded = (text: string, max: number, ctx: z.RefinementCtx): string => {
  if (text === "") ctx.addIssue({ code: "custom", message: "form.required" });
  else if (text.length > max) ctx.addIssue({ code: "custom", message: `form.too-long?max=${max}` });
  return text;
};

/** One line of text, at most `max` characters: normalised, line breaks as spaces. */
export const line = (max: number) =>
  typed.transform((text, ctx) => bounded(normalise(text).replace(/\s+/gu, " "), max, ctx));

/** The number of a letter or an order as it is written, with Latin digits whichever were typed. */
export const letterNumber = (max: number) => line(max).transform(toLatinDigits);

/** Text of several lines, at most `max` characters: normalised. */
export const paragraphs = (max: number) => typed.transform((text, ctx) => bounded(normalise(text), max, ctx));

const DATE_REFUSALS: Record<DateRefusal, string> = {
  empty: "form.required",
  "not-a-date": "form.date.not-a-date",
  "no-such-day": "form.date.no-such-day",
  gregorian: "form.date.gregorian",
};

/** A Jalali day in any usual spelling, as `IsoDate`. A guessed century is not taken: the year is asked for in full. */
export const jalaliDay = typed.transform((text, ctx): IsoDate => {
  const day = parseJalali(text);
  if (day.ok && !day.needsConfirmation) return day.iso;
  ctx.addIssue({ code: "custom", message: day.ok ? "form.date.ambiguous" : DATE_REFUSALS[day.reason] });
  return z.NEVER;
});

/** An Iranian mobile number in any usual spelling and digits, as `+989…`. */
export const mobileNumber = typed.transform((text, ctx): string => {
  const mobile = parseMobile(text);
  if (mobile) return mobile;
  ctx.addIssue({ code: "custom", message: "form.mobile.invalid" });
  return z.NEVER;
});

/** A whole number in digits of any kind, `min` … `max`. */
export const wholeNumber = (min: number, max: number) =>
  typed.transform((text, ctx): number => {
    const digits = text.length > 40 ? "" : searchKey(text).replace(/[\s,]/g, "");
    const refuse = (message: string) => {
      ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (!/^-?\d{1,15}$/.test(digits)) return refuse("form.not-a-number");
    const number = Number(digits);
    if (number < min) return refuse(`form.too-small?min=${min}`);
    return number > max ? refuse(`form.too-large?max=${max}`) : number;
  });

/** A time of day as `HH:MM`, typed with digits of any kind: 9, 9:30, ۱۴.۳۰. */
export const timeOfDay = typed.transform((text, ctx): string => {
  const [, hour, minute = "00"] =
    /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.length > 20 ? "" : searchKey(text).replace(/\s/g, "")) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60)
    return `${hour.padStart(2, "0")}:${minute}`;
  ctx.addIssue({ code: "custom", message: "form.time.invalid" });
  return z.NEVER;
});

/** One of a fixed list. */
export const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values, { error: "form.choose" });

/** The id of another record, as a choice: what is no id is no choice. */
export const recordId = z.string({ error: "form.choose" }).refine(isUuid, { error: "form.choose" });

/** What a form carries hidden and nobody types: wrong only in a page that is old or was tampered with. */
export const OUT_OF_DATE = { error: "form.out-of-date" } as const;

/** The hidden revision of the record a form was filled from. */
export const revision = z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(1, OUT_OF_DATE);
