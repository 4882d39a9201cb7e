import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfClosing } from "~/areas/notifications/commands/tell-of-closing.server";
import { scopeOf } from "~/kernel/actor";
import type { Reaction } from "../reactions";

const Payload = z.object({ divisionId: z.number().int(), successorIds: z.array(z.number().int()) });

/** Enters the province of a county and each of its successors in turn, and tells their staff. */
const telling = (name: string, isClosed: boolean): Reaction => ({
  name,
  run: async (job) => {
    const { divisionId: countyId, successorIds } = Payload.parse(job.data.payload);
    for (const place of new Set([scopeOf(countyId).ancestors[1] ?? 0, ...successorIds]))
      await tellOfClosing(await systemActor(place), job.data.eventId, { countyId, isClosed });
  },
});

export const tellCountyClosed = telling("tell-county-closed", true);
export const tellCountyReopened = telling("tell-county-reopened", false);
