import { z } from "zod";
import { systemActor } from "~/actor.server";
import { minutesForComment, minutesToApprove } from "~/areas/meetings/queries.server/own-minutes";
import {
  tellChairOfMinutes,
  tellOfOpenMinutes,
} from "~/areas/notifications/commands/tell-of-own-minutes.server";
import type { Reaction } from "../reactions";

const About = z.object({ meetingId: z.uuid(), draftId: z.uuid() });
const Opened = About.extend({ by: z.string() });
const Over = About.extend({ until: z.string().nullable() });

/** The draft of minutes is open: the staff of its place hear of it. */
export const tellMinutesOpened: Reaction = {
  name: "tell-minutes-opened",
  run: async (job) => {
    const { divisionId, eventId, payload } = job.data;
    await tellOfOpenMinutes(await systemActor(divisionId), eventId, Opened.parse(payload), minutesForComment);
  },
};

/** The window for comments is over: the chair hears that it is his turn. */
export const tellMinutesWait: Reaction = {
  name: "tell-minutes-wait",
  run: async (job) => {
    const { divisionId, eventId, payload } = job.data;
    await tellChairOfMinutes(await systemActor(divisionId), eventId, Over.parse(payload), minutesToApprove);
  },
};
