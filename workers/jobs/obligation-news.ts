import { z } from "zod";
import { systemActor } from "~/actor.server";
import { tellOfObligation } from "~/areas/notifications/commands/tell-of-obligation.server";
import { findSourceOf } from "~/areas/obligations/queries.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ divisionId: z.number().int(), obligationId: z.string() });

/** The issuer of an obligation hears that it is reported done. */
export const tellIssuer: Reaction = {
  name: "tell-issuer",
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    const debtor = await systemActor(which.divisionId);
    const source = await within(debtor, (db) => findSourceOf(db, which.divisionId, which.obligationId), {
      readOnly: true,
    });
    if (source === undefined) return;
    await tellOfObligation(await systemActor(source), job.data.eventId, "obligation-reported", which);
  },
};

const tellDebtor = (name: string, news: "obligation-verified" | "obligation-rejected"): Reaction => ({
  name,
  run: async (job) => {
    const which = Payload.parse(job.data.payload);
    await tellOfObligation(await systemActor(which.divisionId), job.data.eventId, news, which);
  },
});

/** The place that owes hears what the issuer made of its report. */
export const tellDebtorVerified = tellDebtor("tell-debtor-verified", "obligation-verified");
export const tellDebtorRejected = tellDebtor("tell-debtor-rejected", "obligation-rejected");
