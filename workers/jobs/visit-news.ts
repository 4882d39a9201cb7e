import { z } from "zod";
import { systemActor } from "~/actor.server";
import type { News } from "~/areas/notifications/choices";
import { tellOfficesOfVisit, tellVisited } from "~/areas/notifications/commands/tell-of-visit.server";
import type { Reaction } from "../reactions";

const About = z.object({ visitId: z.string(), from: z.number().int(), to: z.number().int() });

type VisitNews = Extract<News, `visit-${string}`>;

/** The place that is visited hears of it where it is another one. */
const tellThere = (news: VisitNews): Reaction => ({
  name: `${news}-there`,
  run: async (job) => {
    const { to, ...about } = About.parse(job.data.payload);
    if (to === about.from) return;
    await tellVisited(await systemActor(to), job.data.eventId, news, about);
  },
});

/** The office whose head visits hears of it, and the office that is visited. */
const tellOffices = (news: VisitNews): Reaction => ({
  name: `${news}-offices`,
  run: async (job) => {
    const about = About.parse(job.data.payload);
    await tellOfficesOfVisit(await systemActor(about.from), job.data.eventId, news, about);
  },
});

const tell = (news: VisitNews): Reaction[] => [tellThere(news), tellOffices(news)];

export const tellVisitAnnounced = tell("visit-announced");
export const tellVisitMoved = tell("visit-moved");
export const tellVisitCancelled = tell("visit-cancelled");
export const tellVisitMissed = tell("visit-missed");
export const tellVisitReported = tell("visit-reported");
