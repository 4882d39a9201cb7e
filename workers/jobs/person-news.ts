import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfErased } from "~/areas/notifications/commands/tell-of-erased.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ personId: z.string() });

/** The county hears that one of its members had everything erased. */
export const tellOfErasedPerson: Reaction = {
  name: "tell-of-erased",
  run: async (job) => {
    const { personId } = Payload.parse(job.data.payload);
    await tellOfErased(await systemActor(job.data.divisionId), job.data.eventId, personId);
  },
};
