import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { searchKey } from "~/lib/persian-text";
import { getBody } from "../directory.server";
import { tellOfBody } from "../history.server";
import type { AddName } from "../schema";
import { keepForm } from "../spellings.server";

/**
 * Gives a body a further name or spelling, in one's own place. Refuses `conflict` when the place has that form already,
 * for this body or another, and `invalid` for one without letters.
 */
export async function nameBody(actor: PlacedActor, organisationId: string, input: AddName, now = clock()) {
  authorize(actor, "name", "Organisation");
  if (searchKey(input.written) === "")
    throw new Refusal("invalid", "bodies.name-empty", { field: "written" });
  return within(actor, async (db) => {
    await getBody(db, organisationId);
    const isNew = await keepForm(db, actor, { organisationId }, input, now);
    if (!isNew) throw new Refusal("conflict", "bodies.name-taken", { field: "written" });
    await tellOfBody(db, actor, { organisationId, kind: "name-added", note: input.written }, now);
    await audit(db, actor, "name", "Organisation", organisationId, ["names"]);
    return { id: organisationId };
  });
}
