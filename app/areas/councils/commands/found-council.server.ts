import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { refuseForeignCouncil } from "../checks.server";
import { councilColumns } from "../columns.server";
import { CouncilFounded } from "../events";
import type { FoundCouncil } from "../schema";

/**
 * Founds a council or committee of the actor's place. Refuses `missing` for a post or council of another place and
 * `invalid` for a committee that hangs on none of the place's councils.
 */
export async function foundCouncil(actor: PlacedActor, input: FoundCouncil): Promise<{ id: string }> {
  authorize(actor, "found", "Council");
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    await refuseForeignCouncil(db, divisionId, input);
    const id = uuidv7();
    await db.council.create({
      data: { divisionId, id, ...councilColumns(input), createdByKey: actor.key },
    });
    await audit(db, actor, "found", "Council", id);
    await emit(db, actor, CouncilFounded, { councilId: id });
    return { id };
  });
}
