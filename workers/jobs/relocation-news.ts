import { z } from "zod";
import { systemActor } from "~/actor.server";
import { seeOffRelocated } from "~/areas/network/commands/relocation/see-off-relocated.server";
import { tellOfRelocation } from "~/areas/notifications/commands/tell-of-relocation.server";
import type { Reaction } from "../reactions";

const Payload = z.object({
  relocationId: z.uuid(),
  fromDivisionId: z.number().int(),
  toDivisionId: z.number().int(),
});

type News = Parameters<typeof tellOfRelocation>[2];

const telling = (end: "fromDivisionId" | "toDivisionId", news: News): Reaction => ({
  name: `tell-${end === "fromDivisionId" ? "leaving" : "receiving"}-county-${news}`,
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    await tellOfRelocation(await systemActor(which[end]), job.data.eventId, news, which.relocationId);
  },
});

/** The county from which somebody would go hears what became of its offer. */
export const tellLeaving = {
  consented: telling("fromDivisionId", "relocation-consented"),
  refused: telling("fromDivisionId", "relocation-refused"),
  accepted: telling("fromDivisionId", "relocation-accepted"),
  declined: telling("fromDivisionId", "relocation-declined"),
  expired: telling("fromDivisionId", "relocation-expired"),
};
/** The county to which he would come hears what concerns it. */
export const tellReceiving = {
  waits: telling("toDivisionId", "relocation-waits"),
  withdrawn: telling("toDivisionId", "relocation-withdrawn"),
  expired: telling("toDivisionId", "relocation-expired"),
};

/** Whom another county has taken in leaves the register of the one that he comes from. */
export const seeOff: Reaction = {
  name: "see-off-relocated",
  run: async (job) => {
    const { fromDivisionId, relocationId } = Payload.parse(job.data.payload);
    await seeOffRelocated(await systemActor(fromDivisionId), job.data.eventId, relocationId);
  },
};
