import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfPost } from "~/areas/notifications/commands/tell-of-post.server";
import type { Reaction } from "../reactions";

const Payload = z.object({
  divisionId: z.number().int(),
  appointmentId: z.string().optional(),
  deputyId: z.string().optional(),
});

const tell = (name: string, news: Parameters<typeof tellOfPost>[2]): Reaction => ({
  name,
  run: async (job) => {
    const { divisionId, ...about } = Payload.parse(job.data.payload);
    await tellOfPost(await systemActor(divisionId), job.data.eventId, news, about);
  },
});

/** A place hears of everybody who comes to hold or act for one of its posts, and of every link that opens one. */
export const tellAppointed = tell("tell-appointed", "holder-appointed");
export const tellAppointmentEnded = tell("tell-appointment-ended", "holder-ended");
export const tellLinkIssued = tell("tell-link-issued", "holder-link");
export const tellDeputyNamed = tell("tell-deputy-named", "deputy-named");
export const tellDeputyEnded = tell("tell-deputy-ended", "deputy-ended");
