import { z } from "zod";
import { toLatinDigits } from "~/lib/digits";
import { choice, jalaliDay, letterNumber, line, paragraphs, recordId, revision } from "~/kernel/fields";
import {
  BODY_KINDS,
  GROUP_KINDS,
  GROUP_REACHES,
  GROUPS_OF_FIVE,
  LINK_DAYS,
  NAME_KINDS,
  OFFICE_LEVELS,
} from "./choices";
import { LINKS } from "./abolition/what-moves";

/** An open office of an executive body, as lists and pickers show it. */
export type OfficeRow = {
  divisionId: number;
  id: string;
  organisationId: string;
  organisationCode: string;
  kind: string;
  groupOfFive: string | null;
  nameFa: string;
  nameEn: string;
};

export type GroupRow = {
  code: string;
  nameFa: string;
  nameEn: string;
  /**
   * `offices` every executive body's office in the place; `governorates` of the places below; `vague` until named;
   * `members` those whom the place has ticked; `rule` whoever fits.
   */
  kind: "offices" | "governorates" | "vague" | "members" | "rule";
};

export const MakeOfficeLink = z.object({ days: choice(LINK_DAYS) });
export type MakeOfficeLink = z.output<typeof MakeOfficeLink>;

/** A personal link as its place lists it: never the token. */
export type OfficeLinkRow = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

/** A day that may stay empty. */
const dayOrNone = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(jalaliDay.optional());

/** Without an English name the Persian one stands in English too. */
const inBoth = <F extends { nameFa: string; nameEn?: string }>(form: F) => ({
  ...form,
  nameEn: form.nameEn ?? form.nameFa,
});

const bodyFields = {
  nameFa: line(160),
  nameEn: line(160).optional(),
  kind: choice(BODY_KINDS),
  groupOfFive: choice(GROUPS_OF_FIVE).optional(),
  parentId: recordId.optional(),
  levels: z.array(choice(OFFICE_LEVELS)).max(OFFICE_LEVELS.length, { error: "form.invalid" }).default([]),
};

/** Adds a body to the dictionary of one's place, and opens its office here where that is asked. */
export const AddBody = z.object({ ...bodyFields, openHere: choice(["on"]).optional() }).transform(inBoth);
export type AddBody = z.output<typeof AddBody>;

export const EditBody = z.object({ ...bodyFields, revision }).transform(inBoth);
export type EditBody = z.output<typeof EditBody>;

/** A web address without or with its beginning; nothing but http comes through. */
const webAddress = line(200).refine((text) => /^(https?:\/\/)?[^\s/:@]+\.[^\s/:@]+(\/\S*)?$/i.test(text), {
  error: "bodies.website-wrong",
});
const mailAddress = line(120).refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), {
  error: "bodies.email-wrong",
});

export const EditOffice = z
  .object({
    nameFa: line(160),
    nameEn: line(160).optional(),
    headName: line(120).optional(),
    headSince: dayOrNone,
    prName: line(120).optional(),
    prOrderNumber: letterNumber(60).optional(),
    prOrderedOn: dayOrNone,
    prUntil: dayOrNone,
    adviserOrderNumber: letterNumber(60).optional(),
    adviserOrderedOn: dayOrNone,
    phone: line(60).transform(toLatinDigits).optional(),
    address: line(300).optional(),
    counterHours: line(200).optional(),
    website: webAddress.optional(),
    email: mailAddress.optional(),
    messenger: line(200).optional(),
    pageText: paragraphs(3000).optional(),
    confirmPage: choice(["on"]).optional(),
    revision,
  })
  .refine((form) => !form.headSince || form.headName, { path: ["headName"], error: "bodies.head.who" })
  .refine((form) => !form.prUntil || !form.prOrderedOn || form.prUntil >= form.prOrderedOn, {
    path: ["prUntil"],
    error: "bodies.until-before-order",
  })
  .transform(inBoth);
export type EditOffice = z.output<typeof EditOffice>;

export const AddName = z
  .object({
    written: line(200),
    kind: choice(NAME_KINDS),
    validFrom: dayOrNone,
    validTo: dayOrNone,
  })
  .refine((form) => !form.validFrom || !form.validTo || form.validTo >= form.validFrom, {
    path: ["validTo"],
    error: "bodies.until-before-from",
  });
export type AddName = z.output<typeof AddName>;

/** One press: nothing is filled in. */
export const OpenOffice = z.object({});

export const RemoveName = z.object({ name: recordId });

/** Offices that a group may list. */
const MOST_MEMBERS = 300;

const groupFields = z.object({
  nameFa: line(160),
  nameEn: line(160).optional(),
  kind: choice(GROUP_KINDS),
  reach: choice(GROUP_REACHES).optional(),
  ruleKind: choice(BODY_KINDS).optional(),
  groupOfFive: choice(GROUPS_OF_FIVE).optional(),
  officeIds: z.array(recordId).max(MOST_MEMBERS, { error: "form.invalid" }).default([]),
});
type GroupFields = z.output<typeof groupFields>;

const SAID = { path: ["officeIds"], error: "bodies.group.nobody" };
const saysReach = (form: GroupFields) => form.kind !== "rule" || form.reach !== undefined;
const REACH = { path: ["reach"], error: "form.choose" };
const hasMember = (form: GroupFields) => form.kind !== "members" || form.officeIds.length > 0;

export const MakeGroup = groupFields.refine(saysReach, REACH).refine(hasMember, SAID).transform(inBoth);
export type MakeGroup = z.output<typeof MakeGroup>;

export const EditGroup = groupFields
  .extend({ revision })
  .refine(saysReach, REACH)
  .refine(hasMember, SAID)
  .transform(inBoth);
export type EditGroup = z.output<typeof EditGroup>;

/** A written name to be tried, and whom it means: `body:ID` or `group:CODE`. */
export const TryName = z.object({ written: line(300) });
export const TeachName = z.object({
  written: line(300),
  target: z.string({ error: "form.choose" }).regex(/^(body:[0-9a-f-]{36}|group:[a-z0-9-]{1,60})$/, {
    error: "form.choose",
  }),
});
export type TeachName = z.output<typeof TeachName>;

/** Ends a body or an office: on which day, by which order, why, and who goes on. */
export const Abolish = z.object({
  heirId: recordId.optional(),
  endedOn: jalaliDay,
  orderNumber: letterNumber(60).optional(),
  reason: paragraphs(500),
  links: choice(LINKS),
  /** Nobody is known yet who goes on: what is owed waits for a name. */
  withoutHeir: choice(["on"]).optional(),
  revision,
});
export type Abolish = z.output<typeof Abolish>;

export const NameHeir = z.object({ heirId: recordId });
export type NameHeir = z.output<typeof NameHeir>;

/** What may be done with an abolition later; nothing but the heir is filled in. */
export const TakeBack = z.object({});

/** More bodies than any dictionary names. */
const MOST_USUAL = 2_000;

/** Which of the usual bodies are to have their office here. */
export const OpenUsual = z.object({
  bodyIds: z
    .array(recordId)
    .max(MOST_USUAL, { error: "form.invalid" })
    .default([])
    .refine((ids) => ids.length > 0, { error: "bodies.usual.none-ticked" }),
});
export type OpenUsual = z.output<typeof OpenUsual>;
