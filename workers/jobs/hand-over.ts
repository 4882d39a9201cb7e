import { z } from "zod";
import { systemActor } from "~/actor.server";
import { freezeSigned, settleAfterAppointment } from "~/areas/handover/commands/settle-post.server";
import type { Reaction } from "../reactions";

const Appointed = z.object({ divisionId: z.number().int(), appointmentId: z.string() });
const Signed = z.object({ divisionId: z.number().int(), handOverId: z.string() });

/** An appointment began or ended: what whoever has gone had in his hands is the holder's, or the post's. */
export const settlePostOfAppointment: Reaction = {
  name: "settle-post",
  run: async (job) => {
    const { divisionId, appointmentId } = Appointed.parse(job.data.payload);
    await settleAfterAppointment(await systemActor(divisionId), job.data.eventId, appointmentId);
  },
};

/** A hand-over was signed from above: its county writes the inventory down. */
export const freezeSignedHandOver: Reaction = {
  name: "freeze-hand-over",
  run: async (job) => {
    const { divisionId, handOverId } = Signed.parse(job.data.payload);
    await freezeSigned(await systemActor(divisionId), job.data.eventId, handOverId);
  },
};
