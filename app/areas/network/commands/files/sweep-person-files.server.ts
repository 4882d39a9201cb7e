import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { sweepOwnFiles } from "~/kernel/files.server";
import { relayActor } from "~/kernel/queue-embedded.server";

/** Removes the content of files about people that no record names. Returns how many went. */
export const sweepPersonFiles = (now = clock()) =>
  sweepOwnFiles(
    (ids) =>
      within(
        relayActor,
        async (db) => {
          const rows = await db.$queryRaw<{ id: string }[]>`
            select id::text from person_files_kept(${ids}::uuid[]) as kept (id)`;
          return rows.map(({ id }) => id);
        },
        { readOnly: true },
      ),
    now,
  );
