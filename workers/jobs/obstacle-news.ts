import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfObstacle } from "~/areas/notifications/commands/tell-of-obstacle.server";
import type { Reaction } from "../reactions";

const ToProvince = z.object({ obstacleId: z.string(), legId: z.string(), legDivisionId: z.number().int() });
const ToCounty = z.object({ obstacleId: z.string(), legId: z.string(), sourceDivisionId: z.number().int() });

const tellProvince = (name: string, news: "obstacle-raised" | "obstacle-contested"): Reaction => ({
  name,
  run: async (job) => {
    const about = ToProvince.parse(job.data.payload);
    await tellOfObstacle(await systemActor(about.legDivisionId), job.data.eventId, news, about);
  },
});

/** The province hears of an obstacle, and of an answer of its own that a county does not accept. */
export const tellProvinceRaised = tellProvince("tell-province-raised", "obstacle-raised");
export const tellProvinceContested = tellProvince("tell-province-contested", "obstacle-contested");

/** The county hears that its obstacle is answered. */
export const tellCountyAnswered: Reaction = {
  name: "tell-county-answered",
  run: async (job) => {
    const { sourceDivisionId, ...about } = ToCounty.parse(job.data.payload);
    await tellOfObstacle(await systemActor(sourceDivisionId), job.data.eventId, "obstacle-answered", about);
  },
};
