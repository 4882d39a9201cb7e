import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { removeOwnFiles, storeOwnFile } from "~/kernel/files.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { MOST_FILES } from "../../queries.server/person-files";
import type { AddPersonFile } from "../../schema/files";

/**
 * Adds a picture or a PDF to a person. Its content is written before the record and taken back where the record was refused.
 * Where it is not known what became of the record, its content stays: the night removes it if no record names it.
 */
export async function addPersonFile(
  actor: PlacedActor,
  personId: string,
  { title }: AddPersonFile,
  file: { bytes: Uint8Array; name: string },
  now = clock(),
) {
  authorize(actor, "add", "PersonFile");
  const id = uuidv7();
  const stored = await storeOwnFile(id, file.bytes, file.name);
  try {
    const made = await within(actor, async (db) => {
      const divisionId = actor.place.id;
      const [person] = await db.$queryRaw<{ isOver: boolean; files: number }[]>`
        select erased_at is not null or state = 'cancelled' as "isOver",
          (select count(*)::int from person_file f where f.division_id = p.division_id and f.person_id = p.id
            and f.removed_at is null) as files
        from person p where division_id = ${divisionId} and id = ${personId}::uuid for no key update`;
      if (!person || person.isOver) throw new Refusal("missing", "refusal.missing");
      if (person.files >= MOST_FILES)
        throw new Refusal("conflict", `network.file.too-many?max=${MOST_FILES}`, { field: "file" });
      await db.personFile.create({
        data: {
          divisionId,
          id,
          personId,
          title,
          fileName: stored.name,
          fileType: stored.type,
          fileSize: stored.size,
          contentHash: stored.hash,
          addedAt: now,
          addedByKey: actor.key,
          addedByName: actor.name,
        },
      });
      await audit(db, actor, "add", "PersonFile", id);
      return { id };
    });
    // A second press of the same form, whose first has its own content.
    if (made.id !== id) await removeOwnFiles([id]);
    return made;
  } catch (error) {
    if (error instanceof Refusal) await removeOwnFiles([id]);
    throw error;
  }
}
