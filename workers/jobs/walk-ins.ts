import { z } from "zod";
import { systemActor } from "~/actor.server";
import { findAgreedWalkIn } from "~/areas/meetings/invitations/queries.server";
import { takeWalkIn } from "~/areas/network/commands/take-walk-in.server";
import { within } from "~/kernel/db.server";
import type { Reaction } from "../reactions";

const Payload = z.object({ invitationId: z.uuid() });

/** Whoever came to a meeting uninvited and agreed becomes a candidate of the county's network. */
export const takeAgreedWalkIn: Reaction = {
  name: "take-agreed-walk-in",
  run: async (job) => {
    const { invitationId } = Payload.parse(job.data.payload);
    const { divisionId, eventId } = job.data;
    const actor = await systemActor(divisionId);
    const walkIn = await within(actor, (db) => findAgreedWalkIn(db, divisionId, invitationId), {
      readOnly: true,
    });
    if (walkIn) await takeWalkIn(actor, eventId, "take-agreed-walk-in", walkIn);
  },
};
