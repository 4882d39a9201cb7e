import { z } from "zod";
import { systemActor } from "~/actor.server";
import { ownWords } from "~/areas/catalogues/queries.server";
import { writePaper } from "~/areas/exports/commands/write-paper.server";
import { tellOfPaper } from "~/areas/notifications/commands/tell-of-paper.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ exportId: z.uuid() });

/** An export that is an office page is written. */
export const writeExportPaper: Reaction = {
  name: "write-paper",
  run: async (job) => {
    const { exportId } = Payload.parse(job.data.payload);
    const actor = await systemActor(job.data.divisionId);
    await writePaper(actor, { exportId, eventId: job.data.eventId }, async ({ list: name, paper }) => {
      // All words and all lists: only whoever writes a page brings them in.
      const { exportedListNamed, sayIn } = await import("~/exported-lists.server");
      const list = exportedListNamed(name);
      if (!list || !paper) return undefined;
      const words = await within(actor, (db) => ownWords(db, actor.place, paper.locale), { readOnly: true });
      return { list, say: sayIn(paper.locale, words) };
    });
  },
};

/** Whoever asked for it hears that it is ready. */
export const tellPaperWritten: Reaction = {
  name: "tell-of-paper",
  run: async (job) => {
    const { exportId } = Payload.parse(job.data.payload);
    await tellOfPaper(await systemActor(job.data.divisionId), job.data.eventId, exportId);
  },
};
