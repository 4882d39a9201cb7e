import { z } from "zod";
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
import { CLOSED_DAY_RULES, MEETING_KINDS, PARTICIPANTS, QUORUM_KINDS, type Participants } from "../choices";
import { AGENDA_ACTS, MOST_ITEM_MINUTES, NTH, SERIES_RULES, WEEKDAYS } from "./choices";

const none = <T extends z.ZodType>(field: T) => field.optional();
const classes = z.array(choice(PARTICIPANTS)).max(PARTICIPANTS.length, { error: "form.invalid" }).default([]);
const typeCode = z.string({ error: "form.choose" }).regex(/^[a-z0-9-]{1,60}$/, { error: "form.choose" });

type Refuse = z.RefinementCtx;
const refuse = (ctx: Refuse, field: string, message: string) =>
  ctx.addIssue({ code: "custom", path: [field], message });

function checkHours({ startsAt, endsAt }: { startsAt?: string; endsAt?: string }, ctx: Refuse): void {
  if (startsAt && endsAt && startsAt === endsAt) refuse(ctx, "endsAt", "calling.no-length");
  if (endsAt && !startsAt) refuse(ctx, "startsAt", "form.required");
}

const place = { place: none(line(200)), roomId: none(recordId) };
const councilId = none(recordId);
const people = {
  chairPostId: none(recordId),
  chairName: none(line(120)),
  secretaryPostId: none(recordId),
  hostOfficeId: none(recordId),
};
const planned = {
  typeCode,
  councilId,
  title: none(line(200)),
  heldOn: jalaliDay,
  startsAt: none(timeOfDay),
  endsAt: none(timeOfDay),
  ...place,
  ...people,
};

export const PlanMeeting = z.object(planned).superRefine(checkHours);
export type PlanMeeting = z.output<typeof PlanMeeting>;

export const EditPlan = z.object({ ...planned, revision }).superRefine(checkHours);
export type EditPlan = z.output<typeof EditPlan>;

export const AnnounceMeeting = z.object({
  invitationNumber: none(letterNumber(60)),
  /** Announced although nobody of a required class is invited. */
  withoutClasses: none(choice(["on"])),
  revision,
});
export type AnnounceMeeting = z.output<typeof AnnounceMeeting>;

export const MoveMeeting = z
  .object({ heldOn: jalaliDay, startsAt: timeOfDay, endsAt: timeOfDay, ...place, revision })
  .superRefine(checkHours);
export type MoveMeeting = z.output<typeof MoveMeeting>;

/** A draft that is dragged to another day of the calendar. */
export const ShiftDraft = z.object({ meetingId: recordId, heldOn: jalaliDay, revision });
export type ShiftDraft = z.output<typeof ShiftDraft>;

export const AddRoom = z.object({
  name: line(120),
  seats: none(wholeNumber(1, 100_000)),
  address: none(line(200)),
});
export type AddRoom = z.output<typeof AddRoom>;

export const EditRoom = AddRoom.extend({ revision });
export type EditRoom = z.output<typeof EditRoom>;

export const CloseRoom = z.object({ revision });
export type CloseRoom = z.output<typeof CloseRoom>;

const typeFields = z.object({
  fa: line(120),
  en: none(line(120)),
  kind: choice(MEETING_KINDS),
  participants: classes,
  quorumKind: choice(QUORUM_KINDS),
  quorumCount: none(wholeNumber(1, 10_000)),
  minutesLong: wholeNumber(10, 1440),
  sections: none(paragraphs(2000)),
  sectionsEn: none(paragraphs(2000)),
});

function checkType(type: z.output<typeof typeFields>, ctx: Refuse): void {
  if (type.quorumKind === "count" && type.quorumCount === undefined)
    refuse(ctx, "quorumCount", "form.required");
  const needed: Partial<Record<(typeof MEETING_KINDS)[number], readonly Participants[]>> = {
    joint: ["network", "bodies"],
  };
  for (const one of needed[type.kind] ?? [])
    if (!type.participants.includes(one)) refuse(ctx, "participants", "calling.type.joint-classes");
}

export const AddMeetingType = typeFields.superRefine(checkType);
export type AddMeetingType = z.output<typeof AddMeetingType>;

export const EditMeetingType = typeFields.extend({ revision }).superRefine(checkType);
export type EditMeetingType = z.output<typeof EditMeetingType>;

export const RetireMeetingType = z.object({ revision });
export type RetireMeetingType = z.output<typeof RetireMeetingType>;

const itemFields = {
  title: line(400),
  section: none(line(120)),
  minutes: none(wholeNumber(1, MOST_ITEM_MINUTES)),
  presenter: none(line(120)),
  note: none(paragraphs(2000)),
};
export const AddAgendaItem = z.object(itemFields);
export type AddAgendaItem = z.output<typeof AddAgendaItem>;

export const EditAgendaItem = z.object({ ...itemFields, revision });
export type EditAgendaItem = z.output<typeof EditAgendaItem>;

export const ChangeAgenda = z.object({ act: choice(AGENDA_ACTS), itemId: none(recordId) });
export type ChangeAgenda = z.output<typeof ChangeAgenda>;

const series = {
  title: line(200),
  typeCode,
  councilId,
  rule: choice(SERIES_RULES),
  step: wholeNumber(1, 12).default(1),
  weekday: none(choice(WEEKDAYS)),
  nth: none(choice(NTH)),
  monthDay: none(wholeNumber(1, 31)),
  startsOn: jalaliDay,
  endsOn: none(jalaliDay),
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  ...place,
  chairPostId: none(recordId),
  secretaryPostId: none(recordId),
  hostOfficeIds: z.array(recordId).max(60, { error: "form.invalid" }).default([]),
  onClosedDay: choice(CLOSED_DAY_RULES),
};

function checkSeries(one: z.output<z.ZodObject<typeof series>>, ctx: Refuse): void {
  checkHours(one, ctx);
  if (one.rule === "month-day" && one.monthDay === undefined) refuse(ctx, "monthDay", "form.required");
  if (one.rule !== "month-day" && one.weekday === undefined) refuse(ctx, "weekday", "form.choose");
  if (one.rule === "month-weekday" && one.nth === undefined) refuse(ctx, "nth", "form.choose");
  if (one.endsOn !== undefined && one.endsOn < one.startsOn)
    refuse(ctx, "endsOn", "calling.series.ends-before");
}

export const PlanSeries = z.object(series).superRefine(checkSeries);
export type PlanSeries = z.output<typeof PlanSeries>;

export const EditSeries = z.object({ ...series, revision }).superRefine(checkSeries);
export type EditSeries = z.output<typeof EditSeries>;

export const EndSeries = z.object({ revision });
export type EndSeries = z.output<typeof EndSeries>;
