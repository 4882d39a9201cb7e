import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { tellOfBody } from "../history.server";

/** Takes back a written form that one's own place gave to a body; a form of a level above stays. */
export async function unnameBody(actor: PlacedActor, organisationId: string, formId: string, now = clock()) {
  authorize(actor, "name", "Organisation");
  return within(actor, async (db) => {
    const key = { id: formId, divisionId: actor.place.id, organisationId };
    const form = await db.partySpelling.findFirst({ where: key, select: { written: true } });
    if (!form) throw new Refusal("missing", "refusal.missing");
    await db.partySpelling.deleteMany({ where: key });
    await tellOfBody(db, actor, { organisationId, kind: "name-removed", note: form.written }, now);
    await audit(db, actor, "name", "Organisation", organisationId, ["names"]);
    return { id: organisationId };
  });
}
