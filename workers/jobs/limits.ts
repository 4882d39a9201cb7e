import { z } from "zod";
import { systemActor } from "~/actor.server";
import {
  issuersOfMoved,
  tellIssuerOfLimits,
  tellOfMovedLimits,
} from "~/areas/notifications/commands/tell-of-limits.server";
import { askToReckon } from "~/areas/obligations/commands/ask-to-reckon.server";
import { reckonLimits } from "~/areas/obligations/commands/reckon-limits.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Moved = z.object({ divisionId: z.number().int(), actId: z.uuid() });

/** A calendar changed: each place under it that owes something is to look at its limits. */
export const askPlacesToReckon: Reaction = {
  name: "ask-places-to-reckon",
  run: async (job) => {
    await askToReckon(await systemActor(job.data.divisionId), job.data.eventId);
  },
};

/** The limits of one place go on from closed days, or back to days that are open again. */
export const reckonLimitsOfPlace: Reaction = {
  name: "reckon-limits",
  lane: "patient",
  run: async (job) => {
    const { divisionId, actId } = Moved.parse(job.data.payload);
    await reckonLimits(await systemActor(divisionId), actId);
  },
};

/** The staff of the place hear how many limits moved. */
export const tellOfLimits: Reaction = {
  name: "tell-of-moved-limits",
  run: async (job) => {
    const moved = Moved.parse(job.data.payload);
    await tellOfMovedLimits(await systemActor(moved.divisionId), job.data.eventId, moved);
  },
};

/** Whoever issued what moved hears of it, in its own place. */
export const tellIssuers: Reaction = {
  name: "tell-issuers-of-moved-limits",
  run: async (job) => {
    const moved = Moved.parse(job.data.payload);
    const actor = await systemActor(moved.divisionId);
    const issuers = await within(actor, (db) => issuersOfMoved(db, moved), { readOnly: true });
    for (const place of issuers) await tellIssuerOfLimits(await systemActor(place), moved.actId);
  },
};
