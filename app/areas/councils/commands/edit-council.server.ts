import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { refuseDissolved, refuseForeignCouncil } from "../checks.server";
import { councilColumns } from "../columns.server";
import { councilTexts } from "../form-texts";
import { CouncilEdited } from "../events";
import { getCouncil } from "../queries.server";
import type { EditCouncil } from "../schema";

/**
 * Changes what a council is founded on and how it has to be composed; who sits in it stays. Whoever comes second is refused
 * with `conflict`. A council with committees stays a council.
 */
export async function editCouncil(actor: PlacedActor, id: string, input: EditCouncil): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    const before = await getCouncil(db, divisionId, id);
    authorize(actor, "edit", "Council", before);
    refuseDissolved(before);
    await refuseForeignCouncil(db, divisionId, input, id);
    if (input.kind === "committee" && before.committees.length > 0)
      throw new Refusal("invalid", "councils.has-committees", { field: "kind" });
    const { count } = await db.council.updateMany({
      where: { divisionId, id, revision: input.revision, dissolvedOn: null },
      data: { ...councilColumns(input), revision: { increment: 1 } },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: councilTexts(before),
        revision: before.revision,
      });
    await audit(db, actor, "edit", "Council", id, ["statute", "composition"]);
    await emit(db, actor, CouncilEdited, { councilId: id });
  });
}
