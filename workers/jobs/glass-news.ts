import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfGlass } from "~/areas/notifications/commands/tell-of-glass.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ grantId: z.uuid(), countyId: z.number().int() });

/** The county hears that the province looks into its people. */
export const tellCountyLookedInto: Reaction = {
  name: "tell-county-looked-into",
  run: async (job) => {
    const { grantId, countyId } = Payload.parse(job.data.payload);
    await tellOfGlass(await systemActor(countyId), job.data.eventId, grantId);
  },
};
