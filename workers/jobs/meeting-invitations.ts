import { z } from "zod";
import { systemActor } from "~/actor.server";
import {
  planReminders,
  remindInvitees,
  sendInvitations,
  tellOfChange,
} from "~/areas/meetings/invitations/commands/tell-invitees.server";
import { tellOfficeBelow, tellPostBelow } from "~/areas/meetings/invitations/commands/tell-post-below.server";
import { REMINDERS } from "~/areas/meetings/invitations/reminders";
import { isIsoDate } from "~/lib/jalali";
import type { Reaction } from "../reactions";

const OfMeeting = z.object({ meetingId: z.uuid() });
const OfMove = OfMeeting.extend({ sequence: z.number().int() });
const OfReminder = OfMeeting.extend({ which: z.enum(REMINDERS), heldOn: z.string().refine(isIsoDate) });

const OfBelow = OfMeeting.extend({
  divisionId: z.number().int(),
  invitationId: z.uuid(),
  say: z.enum([
    "meeting-invited",
    "meeting-reminder",
    "meeting-moved",
    "meeting-cancelled",
    "meeting-withdrawn",
  ]),
  once: z.string(),
});
const OfPostBelow = OfBelow.extend({ postId: z.uuid() });
const OfOfficeBelow = OfBelow.extend({ officeId: z.uuid() });

/** Whoever is invited to an announced meeting hears of it. */
export const sendInvitationsOfMeeting: Reaction = {
  name: "send-invitations",
  run: async (job) => {
    const { meetingId } = OfMeeting.parse(job.data.payload);
    await sendInvitations(await systemActor(job.data.divisionId), meetingId);
  },
};

/** An announced or moved meeting is reminded of. */
export const planRemindersOfMeeting: Reaction = {
  name: "plan-meeting-reminders",
  run: async (job) => {
    const { meetingId } = OfMeeting.parse(job.data.payload);
    const { divisionId, eventId } = job.data;
    await planReminders(await systemActor(divisionId), eventId, "plan-meeting-reminders", meetingId);
  },
};

/** The day of a reminder has come. */
export const remindInviteesOfMeeting: Reaction = {
  name: "remind-invitees",
  run: async (job) =>
    remindInvitees(await systemActor(job.data.divisionId), OfReminder.parse(job.data.payload)),
};

/** A meeting was moved: everybody who was invited hears of it once. */
export const tellInviteesOfMove: Reaction = {
  name: "tell-invitees-of-move",
  run: async (job) => {
    const { meetingId, sequence } = OfMove.parse(job.data.payload);
    const { divisionId, eventId } = job.data;
    await tellOfChange(await systemActor(divisionId), eventId, meetingId, {
      kind: "meeting-moved",
      sequence,
    });
  },
};

/** A meeting does not take place: everybody who was invited hears of it once. */
export const tellInviteesOfCancelling: Reaction = {
  name: "tell-invitees-of-cancelling",
  run: async (job) => {
    const { meetingId } = OfMeeting.parse(job.data.payload);
    const { divisionId, eventId } = job.data;
    const change = { kind: "meeting-cancelled", sequence: 0 } as const;
    await tellOfChange(await systemActor(divisionId), eventId, meetingId, change);
  },
};

/** The holder of a post in a place below hears of a meeting there. */
export const tellHolderBelow: Reaction = {
  name: "tell-post-below",
  run: async (job) => {
    const { divisionId, ...told } = OfPostBelow.parse(job.data.payload);
    const [source, below] = await Promise.all([systemActor(job.data.divisionId), systemActor(divisionId)]);
    await tellPostBelow(source, below, job.data.eventId, told);
  },
};

/** The officers of an office in a place below hear of a meeting there. */
export const tellOfficersBelow: Reaction = {
  name: "tell-office-below",
  run: async (job) => {
    const { divisionId, ...told } = OfOfficeBelow.parse(job.data.payload);
    const [source, below] = await Promise.all([systemActor(job.data.divisionId), systemActor(divisionId)]);
    await tellOfficeBelow(source, below, job.data.eventId, told);
  },
};
