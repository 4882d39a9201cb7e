import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfDemand } from "~/areas/notifications/commands/tell-of-demand.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ demandId: z.string(), verdict: z.string().optional() });

/** The county of a demand hears of its office's answer and of its citizen's word. */
export const tellCountyOfDemand: Reaction = {
  name: "tell-of-demand",
  run: async (job) => {
    const about = Payload.parse(job.data.payload);
    await tellOfDemand(await systemActor(job.data.divisionId), job.data.eventId, about);
  },
};
