import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { getPeopleList, refuseSameName } from "../queries.server/lists";
import type { EditPeopleList } from "../schema/people";

/**
 * Renames a saved list, or shares it: one's own, or a shared one. Only in whose hands it is takes it back for himself.
 * Whoever comes second is refused with `conflict` and sees both.
 */
export async function editPeopleList(actor: PlacedActor, id: string, input: EditPeopleList) {
  authorize(actor, "save", "PeopleList");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const saved = await getPeopleList(db, divisionId, id, ownerKeys(actor));
    const isShared = input.seenBy === "staff";
    if (!isShared && !saved.isOwn) {
      throw new Refusal("invalid", "network.lists.not-yours", { field: "seenBy" });
    }
    if (input.name !== saved.name) await refuseSameName(db, divisionId, ownerKeys(actor), input.name, id);
    const { count } = await db.personList.updateMany({
      where: { divisionId, id, revision: input.revision, removedAt: null },
      data: { name: input.name, isShared, revision: { increment: 1 } },
    });
    if (count === 0) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { name: saved.name, seenBy: saved.isShared ? "staff" : "own" },
        revision: saved.revision,
      });
    }
    await audit(db, actor, "edit", "PeopleList", id, ["name", "is_shared"]);
    return { id };
  });
}
