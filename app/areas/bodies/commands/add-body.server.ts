import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { refuseTwin, refuseUnknownParent } from "../body-checks.server";
import { BodyAdded } from "../events";
import { tellOfBody } from "../history.server";
import type { AddBody } from "../schema";
import { keepForm } from "../spellings.server";

/**
 * Adds a body to the dictionary: the national office for everybody, a province or county for itself. Opens its office in
 * the place where that is asked.
 * Refuses `conflict` when the place knows a body of that name, `missing` for a body above that it does not know.
 */
export async function addBody(
  actor: PlacedActor,
  input: AddBody,
  now = clock(),
): Promise<{ id: string; officeId: string | null }> {
  authorize(actor, "add", "Organisation");
  return within(actor, async (db) => {
    await refuseTwin(db, input);
    await refuseUnknownParent(db, input.parentId);
    const id = uuidv7();
    const { place } = actor;
    await db.organisation.create({
      data: {
        divisionId: place.id,
        id,
        code: place.level === "nation" ? `n-${id}` : `p${place.id}-${id}`,
        nameFa: input.nameFa,
        nameEn: input.nameEn,
        kind: input.kind,
        groupOfFive: input.groupOfFive ?? null,
        parentId: input.parentId ?? null,
        levels: input.levels,
        publishedAt: place.level === "nation" ? now : null,
      },
    });
    await keepForm(db, actor, { organisationId: id }, { written: input.nameFa, kind: "spelling" }, now);
    let officeId: string | null = null;
    if (input.openHere) {
      officeId = uuidv7();
      await db.office.create({
        data: {
          divisionId: place.id,
          id: officeId,
          organisationId: id,
          nameFa: input.nameFa,
          nameEn: input.nameEn,
          openedOn: dateOf(todayIn(now)),
        },
      });
    }
    await tellOfBody(db, actor, { organisationId: id, kind: "added" }, now);
    await audit(db, actor, "add", "Organisation", id);
    await emit(db, actor, BodyAdded, { organisationId: id });
    return { id, officeId };
  });
}
