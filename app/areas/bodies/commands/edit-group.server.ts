import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { GROUP_KINDS } from "../choices";
import { GroupDefined } from "../events";
import { definitionOf, setMembers } from "../group-members.server";
import { getGroup } from "../groups.server";
import { groupWords } from "../group-words";
import type { EditGroup } from "../schema";
import { keepForm } from "../spellings.server";

/**
 * Changes who belongs to a group of one's own place from now on; what was issued to it keeps those it meant. The groups of
 * the national base say who belongs to them by themselves. Whoever comes second is refused with `conflict`.
 */
export async function editGroup(actor: PlacedActor, code: string, input: EditGroup, now = clock()) {
  return within(actor, async (db) => {
    const before = await getGroup(db, actor.place, code);
    authorize(actor, "edit", "BodyGroup", before);
    if (!GROUP_KINDS.some((kind) => kind === before.kind)) {
      throw new Refusal("forbidden", "bodies.group.of-the-base");
    }
    if (actor.place.level === "nation" && input.kind === "members") {
      throw new Refusal("invalid", "bodies.group.national-rule", { field: "kind" });
    }
    const { count } = await db.bodyGroup.updateMany({
      where: { code, divisionId: actor.place.id, revision: input.revision },
      data: { ...definitionOf(input), revision: { increment: 1 } },
    });
    if (count === 0) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: groupWords(before),
        revision: before.revision,
      });
    }
    await setMembers(db, actor, code, input);
    await keepForm(db, actor, { groupCode: code }, { written: input.nameFa, kind: "spelling" }, now);
    await audit(db, actor, "edit", "BodyGroup", code, ["name", "members"]);
    await emit(db, actor, GroupDefined, { groupCode: code });
    return { code };
  });
}
