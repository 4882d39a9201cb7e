import { z } from "zod";
import { systemActor } from "~/actor.server";
import { carryOnAbolition } from "~/areas/bodies/commands/carry-on-abolition.server";
import { tellOfEndedOffice } from "~/areas/notifications/commands/tell-of-ended-office.server";
import { tellOfReturnedOffice } from "~/areas/notifications/commands/tell-of-returned-office.server";
import type { Reaction } from "../reactions";

const Act = z.object({ divisionId: z.number().int(), abolitionId: z.uuid() });
const Ended = z.object({ abolitionId: z.uuid(), officeId: z.uuid() });

/** A body ended, or its end is taken back: what it had goes over place by place. */
export const moveOfEndedBody: Reaction = {
  name: "carry-on-abolition",
  run: async (job) => {
    const { divisionId, abolitionId } = Act.parse(job.data.payload);
    await carryOnAbolition(systemActor, { divisionId, id: abolitionId });
  },
};

/** A place hears that one of its offices has ended and who goes on. */
export const tellOfficeEnded: Reaction = {
  name: "tell-office-ended",
  run: async (job) => {
    const payload = Ended.parse(job.data.payload);
    await tellOfEndedOffice(await systemActor(job.data.divisionId), job.data.eventId, payload);
  },
};

/** A place hears that the end of one of its offices was taken back. */
export const tellOfficeReturned: Reaction = {
  name: "tell-office-returned",
  run: async (job) => {
    const payload = Ended.parse(job.data.payload);
    await tellOfReturnedOffice(await systemActor(job.data.divisionId), job.data.eventId, payload);
  },
};
