import { z } from "zod";
import {
  choice,
  jalaliDay,
  line,
  paragraphs,
  recordId,
  revision,
  timeOfDay,
  wholeNumber,
} from "~/kernel/fields";
import { ANSWERS, TARGET_KINDS } from "./choices";
import { parseRotaPeriod } from "./rota-period";

/** A field that may stay empty. */
const orNone = <S extends z.ZodType<unknown, string>>(field: S) =>
  z
    .string()
    .optional()
    .transform((text) => text || undefined)
    .pipe(field.optional());

/** Whom a form names: `post:ID` or `office:ID`. */
const visitor = z.string({ error: "form.choose" }).transform((chosen, ctx) => {
  const [kind, id = ""] = chosen.split(":");
  if ((kind === "post" || kind === "office") && recordId.safeParse(id).success) return { kind, id } as const;
  ctx.addIssue({ code: "custom", message: "form.choose" });
  return z.NEVER;
});
export type Visitor = z.output<typeof visitor>;

/** Where a form sends him: `division:28005`, `office:ID`, `locality:CODE`. */
const target = z.string({ error: "form.choose" }).transform((chosen, ctx) => {
  const at = chosen.indexOf(":");
  const [kind, rest] = [chosen.slice(0, at), chosen.slice(at + 1)];
  if (kind === "division" && /^\d{1,5}$/.test(rest)) return { kind, divisionId: Number(rest) } as const;
  if (kind === "office" && recordId.safeParse(rest).success) return { kind, officeId: rest } as const;
  if (kind === "locality" && /^[\w-]{1,120}$/.test(rest)) return { kind, code: rest } as const;
  ctx.addIssue({ code: "custom", message: "form.choose" });
  return z.NEVER;
});
export type Target = z.output<typeof target>;

const visitFields = z.object({
  visitor,
  target,
  spot: line(160).optional(),
  purpose: line(200),
  plannedOn: jalaliDay,
  startsAt: orNone(timeOfDay),
  endsAt: orNone(timeOfDay),
  companions: paragraphs(1000).optional(),
});

const HOURS = { path: ["endsAt"], error: "visits.ends-before-start" };
const areHours = ({ startsAt, endsAt }: { startsAt?: string | undefined; endsAt?: string | undefined }) =>
  endsAt === undefined || (startsAt !== undefined && endsAt > startsAt);

export const PlanVisit = visitFields.refine(areHours, HOURS);
export type PlanVisit = z.output<typeof PlanVisit>;

export const EditVisit = visitFields.extend({ revision }).refine(areHours, HOURS);
export type EditVisit = z.output<typeof EditVisit>;

/** A press that says nothing but that it is done. */
export const PressVisit = z.object({ revision });
export type PressVisit = z.output<typeof PressVisit>;

export const MoveVisit = z
  .object({
    plannedOn: jalaliDay,
    startsAt: orNone(timeOfDay),
    endsAt: orNone(timeOfDay),
    reason: paragraphs(300),
    revision,
  })
  .refine(areHours, HOURS);
export type MoveVisit = z.output<typeof MoveVisit>;

/** A planned visit that is dragged to another day of the calendar. */
export const ShiftVisit = z.object({ visitId: recordId, plannedOn: jalaliDay, revision });
export type ShiftVisit = z.output<typeof ShiftVisit>;

export const CancelVisit = z.object({ reason: paragraphs(300), revision });
export type CancelVisit = z.output<typeof CancelVisit>;

export const MissVisit = z.object({ reason: paragraphs(300), excused: choice(["yes", "no"]), revision });
export type MissVisit = z.output<typeof MissVisit>;

/** The whole checklist with what is said on top of it: a question without an answer stays unanswered. */
export const WriteReport = z.object({
  summary: paragraphs(4000).optional(),
  answers: z
    .array(
      z.object({
        code: line(120),
        answer: orNone(choice(ANSWERS)),
        note: line(300).optional(),
      }),
    )
    .max(200)
    .default([]),
  revision: z.coerce.number({ error: "form.out-of-date" }).int().min(0, { error: "form.out-of-date" }),
});
export type WriteReport = z.output<typeof WriteReport>;

export const AddFinding = z.object({ text: paragraphs(1000), spot: line(160).optional() });
export type AddFinding = z.output<typeof AddFinding>;

export const EditFinding = AddFinding.extend({ revision });
export type EditFinding = z.output<typeof EditFinding>;

/** What a rota is proposed for. Visitors are named as the forms of visits name them. */
export const ProposeRota = z
  .object({
    period: z.string({ error: "form.choose" }).transform((text, ctx) => {
      const period = parseRotaPeriod(text);
      if (period) return period;
      ctx.addIssue({ code: "custom", message: "form.choose" });
      return z.NEVER;
    }),
    targetKind: choice(TARGET_KINDS),
    count: wholeNumber(1, 200),
    purpose: line(200),
    startsAt: orNone(timeOfDay),
    endsAt: orNone(timeOfDay),
    visitors: z
      .array(z.string().max(60))
      .max(60)
      .default([])
      .transform((all) => [...new Set(all)])
      .refine((all) => all.length > 0, "visits.rota.nobody"),
  })
  .refine(areHours, HOURS);
export type ProposeRota = z.output<typeof ProposeRota>;

export const EditTurn = z.object({ onDay: jalaliDay, target, visitor, revision });
export type EditTurn = z.output<typeof EditTurn>;
