import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { tooLate } from "~/kernel/refusal";
import { PersonFilesRemoved } from "../../events";
import { getPersonFile } from "../../queries.server/person-files";
import type { RemovePersonFile } from "../../schema/files";

/** Takes a file of a person away, for a reason that stays; its content goes for ever. */
export async function removePersonFile(
  actor: PlacedActor,
  fileId: string,
  { reason }: RemovePersonFile,
  now = clock(),
) {
  authorize(actor, "remove", "PersonFile");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { personId } = await getPersonFile(db, divisionId, fileId);
    const { count } = await db.personFile.updateMany({
      where: { divisionId, id: fileId, removedAt: null },
      data: { removedAt: now, removedByName: actor.name, removedReason: reason },
    });
    if (count === 0) throw tooLate("network.file.gone");
    await audit(db, actor, "remove", "PersonFile", fileId);
    await emit(db, actor, PersonFilesRemoved, { fileIds: [fileId] });
    return { personId };
  });
}
