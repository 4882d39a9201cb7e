import { z } from "zod";
import { removeOwnFiles } from "~/kernel/files.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ fileIds: z.array(z.uuid()) });

/** What is no longer held about somebody leaves the disk; taken twice it does no harm. */
export const removeFilesOfPeople: Reaction = {
  name: "remove-files-of-people",
  run: async (job) => removeOwnFiles(Payload.parse(job.data.payload).fileIds),
};
