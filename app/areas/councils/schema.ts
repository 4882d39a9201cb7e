import { z } from "zod";
import { GROUPS_OF_FIVE, type GroupOfFive } from "~/areas/bodies/choices";
import {
  choice,
  jalaliDay,
  letterNumber,
  line,
  paragraphs,
  recordId,
  revision,
  wholeNumber,
} from "~/kernel/fields";
import { leastOf } from "./form-texts";
import { COUNCIL_KINDS, QUORUM_KINDS, SEATS } from "./choices";

/** A field that may stay empty. */
const orNone = <S extends z.ZodType<unknown, string>>(field: S) =>
  z
    .string()
    .optional()
    .transform((text) => text || undefined)
    .pipe(field.optional());

const MOST_SEATS = 500;
const seats = orNone(wholeNumber(1, MOST_SEATS));
const least = orNone(wholeNumber(0, MOST_SEATS));

const councilFields = z.object({
  nameFa: line(160),
  nameEn: line(160).optional(),
  kind: choice(COUNCIL_KINDS),
  parentId: orNone(recordId),
  basis: paragraphs(600).optional(),
  duties: paragraphs(6000).optional(),
  chairPostId: orNone(recordId),
  secretaryPostId: orNone(recordId),
  "least-science-culture-education": least,
  "least-public-social-judicial": least,
  "least-companies-banks-insurance": least,
  "least-infrastructure-production": least,
  "least-support-health": least,
  leastMembers: seats,
  mostMembers: seats,
  quorumKind: choice(QUORUM_KINDS),
  quorumCount: seats,
  firstNumber: wholeNumber(1, 10_000),
  invitesPr: choice(["on"]).optional(),
  foundedOn: orNone(jalaliDay),
});
type CouncilFields = z.output<typeof councilFields>;

const COUNT = { path: ["quorumCount"], error: "form.required" };
const saysCount = (form: CouncilFields) => form.quorumKind !== "count" || form.quorumCount !== undefined;
const MOST = { path: ["mostMembers"], error: "councils.most-below-least" };
const isRange = ({ leastMembers, mostMembers }: CouncilFields) =>
  leastMembers === undefined || mostMembers === undefined || mostMembers >= leastMembers;

/** Without an English name the Persian one stands in English too; a number counts only where it is asked. */
const whole = <F extends CouncilFields>(form: F) => ({
  ...form,
  nameEn: form.nameEn ?? form.nameFa,
  quorumCount: form.quorumKind === "count" ? form.quorumCount : undefined,
  leastOfFive: Object.fromEntries(
    GROUPS_OF_FIVE.flatMap((five) => {
      const number = form[leastOf(five)];
      return number ? [[five, number]] : [];
    }),
  ) as Partial<Record<GroupOfFive, number>>,
});

export const FoundCouncil = councilFields.refine(saysCount, COUNT).refine(isRange, MOST).transform(whole);
export type FoundCouncil = z.output<typeof FoundCouncil>;

export const EditCouncil = councilFields
  .extend({ revision })
  .refine(saysCount, COUNT)
  .refine(isRange, MOST)
  .transform(whole);
export type EditCouncil = z.output<typeof EditCouncil>;

export const DissolveCouncil = z.object({ dissolvedOn: jalaliDay, reason: paragraphs(300) });
export type DissolveCouncil = z.output<typeof DissolveCouncil>;

const memberFields = z.object({
  seat: choice(SEATS),
  name: line(120),
  roleTitle: line(160),
  officeId: orNone(recordId),
  groupOfFive: orNone(choice(GROUPS_OF_FIVE)),
  orderNumber: letterNumber(60).optional(),
  startsOn: jalaliDay,
  endsOn: orNone(jalaliDay),
});
type MemberFields = z.output<typeof memberFields>;

const ENDS = { path: ["endsOn"], error: "councils.ends-before-start" };
const isTerm = ({ startsOn, endsOn }: MemberFields) => endsOn === undefined || endsOn >= startsOn;

export const SeatMember = memberFields.refine(isTerm, ENDS);
export type SeatMember = z.output<typeof SeatMember>;

export const EditMember = memberFields.extend({ revision }).refine(isTerm, ENDS);
export type EditMember = z.output<typeof EditMember>;

export const EndMembership = z.object({ endsOn: jalaliDay, reason: paragraphs(300), revision });
export type EndMembership = z.output<typeof EndMembership>;
