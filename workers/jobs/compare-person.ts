import { z } from "zod";
import { systemActor } from "~/actor.server";
import { compareImportedOnce, comparePersonOnce } from "~/areas/network/commands/compare-person.server";
import type { Reaction } from "../reactions";

/** One person, or the two of a merge. */
const Payload = z.union([
  z.object({ personId: z.uuid() }),
  z.object({ personIds: z.array(z.uuid()).max(2) }),
]);

/** Whoever was registered, edited, moved, merged or parted is compared with the others of his county. */
export const comparePersonWithOthers: Reaction = {
  name: "compare-person",
  run: async (job) => {
    const payload = Payload.parse(job.data.payload);
    const personIds = "personId" in payload ? [payload.personId] : payload.personIds;
    await comparePersonOnce(await systemActor(job.data.divisionId), job.data.eventId, personIds);
  },
};

const Imported = z.object({ personIds: z.array(z.uuid()) });

/** Whoever a batch of a list brought in is compared as well, in its own time: the list itself does not wait for it. */
export const compareImported: Reaction = {
  name: "compare-imported",
  lane: "patient",
  run: async (job) => {
    const { personIds } = Imported.parse(job.data.payload);
    await compareImportedOnce(await systemActor(job.data.divisionId), job.data.eventId, personIds);
  },
};
