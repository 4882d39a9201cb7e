import { within } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";

/** Which message of which place the gateway knows under a number; null where it is none of ours. */
export async function findReceipt(
  remoteId: string,
): Promise<{ divisionId: number; messageId: string } | null> {
  return within(
    relayActor,
    (db) =>
      db.messageReceipt.findUnique({ where: { remoteId }, select: { divisionId: true, messageId: true } }),
    { readOnly: true },
  );
}
