import { z } from "zod";
import { systemActor } from "~/actor.server";
import { followTaughtName } from "~/areas/meetings/minutes/commands/follow-taught-name.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ spellingId: z.string() });

/** Minutes that wait under review in the place follow a name that was taught there. */
export const followTaughtNameInDrafts: Reaction = {
  name: "follow-taught-name-in-drafts",
  lane: "patient",
  run: async (job) => {
    const { spellingId } = Payload.parse(job.data.payload);
    await followTaughtName(await systemActor(job.data.divisionId), spellingId);
  },
};
