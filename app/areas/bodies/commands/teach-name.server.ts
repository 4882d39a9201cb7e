import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { getBody } from "../directory.server";
import { learnName } from "../door.server";
import { getGroup } from "../groups.server";
import type { TeachName } from "../schema";

/**
 * Says whom a written name means in one's own place; the next minutes are read so. What the place said before of the same
 * words gives way; the national base stays as it is for everybody else.
 * Refuses `invalid` for words too few to mean anybody.
 */
export async function teachName(actor: PlacedActor, { written, target }: TeachName, now = clock()) {
  authorize(actor, "teach", "WrittenName");
  return within(actor, async (db) => {
    const [kind, key = ""] = target.split(/:(.*)/s);
    if (kind === "group") await getGroup(db, actor.place, key);
    else await getBody(db, key);
    const meant = kind === "group" ? { groupCode: key } : { organisationId: key };
    const isLearnt = await learnName(db, actor, written, meant, now);
    if (!isLearnt) throw new Refusal("invalid", "bodies.reading.too-short", { field: "written" });
    await audit(db, actor, "teach", "WrittenName", key);
    return { written };
  });
}
