import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { refuseRing, refuseTwin, refuseUnknownParent } from "../body-checks.server";
import { getBody } from "../directory.server";
import { BodyEdited } from "../events";
import { tellOfBody } from "../history.server";
import { writtenEn } from "../office-words";
import type { EditBody } from "../schema";
import { keepForm } from "../spellings.server";

/**
 * Changes what the dictionary says of a body that one's own place wrote. A name that is given up stays as a former one, so
 * that the body is found by it. Whoever comes second is refused with `conflict` and sees both texts.
 */
export async function editBody(actor: PlacedActor, id: string, input: EditBody, now = clock()) {
  return within(actor, async (db) => {
    const before = await getBody(db, id);
    authorize(actor, "edit", "Organisation", before);
    await refuseTwin(db, input, id);
    await refuseUnknownParent(db, input.parentId);
    await refuseRing(db, id, input.parentId);
    const { revision, ...words } = input;
    const { count } = await db.organisation.updateMany({
      where: { id, divisionId: actor.place.id, revision },
      data: {
        nameFa: words.nameFa,
        nameEn: words.nameEn,
        kind: words.kind,
        groupOfFive: words.groupOfFive ?? null,
        parentId: words.parentId ?? null,
        levels: words.levels,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          nameFa: before.nameFa,
          nameEn: writtenEn(before),
          kind: before.kind,
          groupOfFive: before.groupOfFive ?? "",
          parentId: before.parent?.id ?? "",
          levels: before.levels.join(),
        },
        revision: before.revision,
      });
    }
    if (before.nameFa !== words.nameFa) {
      const validTo = todayIn(now);
      await keepForm(
        db,
        actor,
        { organisationId: id },
        { written: before.nameFa, kind: "former", validTo },
        now,
      );
      await tellOfBody(db, actor, { organisationId: id, kind: "renamed", note: before.nameFa }, now);
    } else {
      await tellOfBody(db, actor, { organisationId: id, kind: "edited" }, now);
    }
    await audit(db, actor, "edit", "Organisation", id, Object.keys(words));
    await emit(db, actor, BodyEdited, { organisationId: id });
    return { id };
  });
}
