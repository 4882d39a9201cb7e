import { z } from "zod";
import { systemActor } from "~/actor.server";
import { carryOnCalling } from "~/areas/meetings/invitations/commands/carry-on-calling.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ callingId: z.uuid() });

/** Whom a list or a circle holds is invited, or the inviting goes on. */
export const inviteCalledPeople: Reaction = {
  name: "invite-called-people",
  run: async (job) => {
    const { callingId } = Payload.parse(job.data.payload);
    await carryOnCalling(await systemActor(job.data.divisionId), callingId);
  },
};
