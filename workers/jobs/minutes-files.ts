import { systemActor } from "~/actor.server";
import { readMinutesFiles } from "~/areas/meetings/minutes/commands/read-minutes-files.server";
import type { Reaction } from "../reactions";

/** Files of minutes that wait in a place are read, one by one. */
export const readMinutesOfPlace: Reaction = {
  name: "read-minutes-of-place",
  lane: "patient",
  run: async (job) => readMinutesFiles(await systemActor(job.data.divisionId)),
};
