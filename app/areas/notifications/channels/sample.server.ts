import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { Channel } from "../choices";
import type { Carrier } from "./channel";

/** The sample sends nothing: what would go out is put down word for word, and counts as delivered. */
export function sampleCarrier(actor: PlacedActor, channel: Channel): Carrier {
  return {
    async send({ divisionId, messageId, to, subject, body }) {
      const id = uuidv7();
      await within(actor, (db) =>
        db.sampleOutbox.create({
          data: {
            divisionId,
            id,
            messageId,
            channel,
            address: to,
            subject: channel === "email" ? subject : null,
            body,
            at: clock(),
          },
        }),
      );
      return { kind: "accepted", remoteId: channel === "sms" ? `sample-${id}` : null };
    },
    ...(channel === "sms" && {
      // What stands on the list was put there with the mark that it went out: nobody else knows of it.
      ask: () => Promise.resolve({ kind: "unknown" as const }),
      follow: (remoteId: string) =>
        Promise.resolve({ kind: "known" as const, remoteId, standing: "delivered" as const }),
    }),
  };
}
