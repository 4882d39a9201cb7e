import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { GroupDefined } from "../events";
import { definitionOf, setMembers } from "../group-members.server";
import type { MakeGroup } from "../schema";
import { keepForm } from "../spellings.server";

/**
 * Makes a group of bodies: a place for itself, the national office a rule for everybody below, who each read it for their
 * own place. Its name is one by which minutes address it.
 * Refuses `conflict` when that name means something else in the place already.
 */
export async function makeGroup(actor: PlacedActor, input: MakeGroup, now = clock()) {
  authorize(actor, "make", "BodyGroup");
  const isNational = actor.place.level === "nation";
  if (isNational && input.kind === "members") {
    throw new Refusal("invalid", "bodies.group.national-rule", { field: "kind" });
  }
  return within(actor, async (db) => {
    const code = `g-${uuidv7()}`;
    await db.bodyGroup.create({
      data: {
        code,
        divisionId: actor.place.id,
        ...definitionOf(input),
        publishedAt: isNational ? now : null,
      },
    });
    await setMembers(db, actor, code, input);
    const isNew = await keepForm(
      db,
      actor,
      { groupCode: code },
      { written: input.nameFa, kind: "spelling" },
      now,
    );
    if (!isNew) throw new Refusal("conflict", "bodies.group.name-taken", { field: "nameFa" });
    await audit(db, actor, "make", "BodyGroup", code);
    await emit(db, actor, GroupDefined, { groupCode: code });
    return { code };
  });
}
