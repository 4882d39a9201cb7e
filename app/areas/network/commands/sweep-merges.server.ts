import { within } from "~/kernel/db.server";
import { relayActor } from "~/kernel/queue-embedded.server";

/** Removes what merges kept of their people when they can no longer be taken back. Returns how many went. */
export const sweepMerges = () =>
  within(
    relayActor,
    (db) => db.$executeRaw`delete from person_merge where merged_at < now() - interval '31 days'`,
  );
