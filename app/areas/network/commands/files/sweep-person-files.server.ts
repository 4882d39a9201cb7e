import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { sealOwnFiles, sweepOwnFiles } from "~/kernel/files.server";
import { relayActor } from "~/kernel/queue-embedded.server";

const keptOf = (ids: string[]) =>
  within(
    relayActor,
    async (db) => {
      const rows = await db.$queryRaw<{ id: string }[]>`
        select id::text from person_files_kept(${ids}::uuid[]) as kept (id)`;
      return rows.map(({ id }) => id);
    },
    { readOnly: true },
  );

/**
 * Removes the content of files about people that no record names, and seals what still lies as it came. Returns how many
 * went.
 */
export async function sweepPersonFiles(now = clock()): Promise<number> {
  const gone = await sweepOwnFiles(keptOf, now);
  await sealOwnFiles();
  return gone;
}
