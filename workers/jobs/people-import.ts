import { z } from "zod";
import { systemActor } from "~/actor.server";
import { carryOnImport } from "~/areas/network/commands/carry-on-import.server";
import { carryOnUndo } from "~/areas/network/commands/carry-on-undo.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ importId: z.uuid() });

/** A list of people that was started is brought in, or gone on with. */
export const carryOnPeopleImport: Reaction = {
  name: "carry-on-people-import",
  run: async (job) => {
    const { importId } = Payload.parse(job.data.payload);
    await carryOnImport(await systemActor(job.data.divisionId), importId);
  },
};

/** A list that whoever brought it in takes back is taken back, or gone on with. */
export const carryOnPeopleImportUndo: Reaction = {
  name: "carry-on-people-import-undo",
  run: async (job) => {
    const { importId } = Payload.parse(job.data.payload);
    await carryOnUndo(await systemActor(job.data.divisionId), importId);
  },
};
