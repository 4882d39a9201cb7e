import { z } from "zod";
import { systemActor } from "~/actor.server";
import { listOwing, tellOfMinutes } from "~/areas/notifications/commands/tell-of-minutes.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ minutesId: z.string(), partyId: z.string().optional() });

/** Enters each place that owes because of minutes, as that place, and tells its staff. */
export const tellOwingPlaces: Reaction = {
  name: "tell-owing-places",
  run: async (job) => {
    const issued = Payload.parse(job.data.payload);
    const from = job.data.divisionId;
    const owing = await within(await systemActor(from), (db) => listOwing(db, from, issued), {
      readOnly: true,
    });
    for (const { divisionId, title, count } of owing) {
      const about = { from, minutesId: issued.minutesId, title, count };
      await tellOfMinutes(await systemActor(divisionId), job.data.eventId, about);
    }
  },
};
