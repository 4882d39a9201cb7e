import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfCalls } from "~/areas/notifications/commands/tell-of-calls.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ personIds: z.array(z.string()), toAccount: z.string().nullish() });

/** An official hears of the calls that were given to him; a trusted member is called by nobody but the county itself. */
export const tellCaller: Reaction = {
  name: "tell-of-calls",
  run: async (job) => {
    const { personIds, toAccount } = Payload.parse(job.data.payload);
    if (toAccount)
      await tellOfCalls(await systemActor(job.data.divisionId), job.data.eventId, { toAccount, personIds });
  },
};
