import { getExport } from "~/areas/exports/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { tellStaff } from "../tell.server";

/** Tells whoever took an export as an office page, and nobody else, that it is ready. */
export async function tellOfPaper(actor: PlacedActor, eventId: string, exportId: string, now = clock()) {
  return tellStaff(actor, eventId, "tell-of-paper", now, async (db) => {
    const { number, takenByKey, paper } = await getExport(db, actor.place.id, exportId);
    if (paper?.state !== "ready") return null;
    return {
      news: "paper-written",
      params: { number },
      href: `/exports/${exportId}`,
      only: takenByKey,
    };
  });
}
