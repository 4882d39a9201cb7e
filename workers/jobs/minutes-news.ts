import { z } from "zod";
import { systemActor } from "~/actor.server";
import { listOwing, tellOfMinutes } from "~/areas/notifications/commands/tell-of-minutes.server";
import {
  listOwingOffices,
  tellOfficersOfMinutes,
} from "~/areas/notifications/commands/tell-officers-of-ledger.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ minutesId: z.string(), partyId: z.string().optional() });

/** Enters each place that owes because of minutes, as that place, and tells its staff. */
export const tellOwingPlaces: Reaction = {
  name: "tell-owing-places",
  run: async (job) => {
    const issued = Payload.parse(job.data.payload);
    const from = job.data.divisionId;
    const [owing, offices] = await within(
      await systemActor(from),
      (db) => Promise.all([listOwing(db, from, issued), listOwingOffices(db, from, issued)]),
      { readOnly: true },
    );
    for (const { divisionId, title, count } of owing) {
      const about = { from, minutesId: issued.minutesId, title, count };
      const debtor = await systemActor(divisionId);
      await tellOfMinutes(debtor, job.data.eventId, about);
      const own = offices.filter((office) => office.divisionId === divisionId);
      await tellOfficersOfMinutes(debtor, job.data.eventId, { from, title, offices: own });
    }
  },
};
