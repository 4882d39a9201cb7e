import { z } from "zod";
import { systemActor } from "~/actor.server";
import { openUsualOffices } from "~/areas/bodies/commands/open-usual-offices.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ divisionId: z.number().int() });

/** A place whose posts were opened gets its governorate; its other usual bodies are offered to it. */
export const openOfficesOfPlace: Reaction = {
  name: "open-usual-offices",
  run: async (job) => {
    const { divisionId } = Payload.parse(job.data.payload);
    await openUsualOffices(await systemActor(divisionId), job.data.eventId);
  },
};
