import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { conditionParams, type PeopleCondition } from "../lists/condition";
import { refuseSameName } from "../queries.server/lists";
import type { SavePeopleList } from "../schema/people";

/** Keeps a condition over the county's people under a name, for oneself or for all who work there. */
export async function savePeopleList(
  actor: PlacedActor,
  condition: PeopleCondition,
  input: SavePeopleList,
  now = clock(),
) {
  authorize(actor, "save", "PeopleList");
  return within(actor, async (db) => {
    await refuseSameName(db, actor.place.id, ownerKeys(actor), input.name);
    const id = uuidv7();
    await db.personList.create({
      data: {
        divisionId: actor.place.id,
        id,
        name: input.name,
        condition: conditionParams(condition),
        isShared: input.seenBy === "staff",
        ownerAccount: actor.key,
        createdByKey: actor.key,
        createdByName: actor.name,
        createdAt: now,
      },
    });
    await audit(db, actor, "save", "PeopleList", id);
    return { id };
  });
}
