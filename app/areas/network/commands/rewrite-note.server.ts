import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { Prisma, within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { getNote, isOf, revisionOf } from "../queries.server/notes";
import type { RewriteNote } from "../schema/texts";
import { NOTE_SOURCES, type NoteKind } from "../texts/notes";

const AUDITED = {
  contact: "Contact",
  action: "Contact",
  step: "PersonStep",
  "file-title": "PersonFile",
  "file-reason": "PersonFile",
  decline: "JoinRequest",
  "relocation-decline": "Relocation",
} as const satisfies Record<NoteKind, string>;

/**
 * Changes the words of a note on a contact, step or decision, or takes them out; what happened and when stays. Whoever comes
 * second is refused with `conflict` and sees both texts. The reason of a cancelled record or a declined offer, the
 * title of a file and why one was taken away may change and not go.
 */
export async function rewriteNote(
  actor: PlacedActor,
  kind: NoteKind,
  id: string,
  { note, revision }: RewriteNote,
): Promise<{ page: string }> {
  authorize(actor, "edit", "Person");
  return within(actor, async (db) => {
    const saved = await getNote(db, actor.place.id, kind, id);
    if (saved.isRequired && !note) throw new Refusal("invalid", "form.required", { field: "note" });
    const [table, column] = NOTE_SOURCES[kind].split(".") as [string, string];
    const changed = await db.$executeRaw`
      update ${Prisma.raw(table)} h set ${Prisma.raw(column)} = ${note ?? null}
      where ${isOf(kind, actor.place.id)} and h.id = ${id}::uuid and ${revisionOf(column)} = ${revision}::int`;
    if (changed === 0) {
      const theirs = await getNote(db, actor.place.id, kind, id);
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { note: theirs.text },
        revision: theirs.revision,
      });
    }
    await audit(db, actor, "edit", AUDITED[kind], id, [column]);
    return { page: saved.page };
  });
}
