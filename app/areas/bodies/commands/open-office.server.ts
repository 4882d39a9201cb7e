import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { getBody } from "../directory.server";
import { OfficeOpened } from "../events";
import { tellOfBody } from "../history.server";

/**
 * Opens the office of a body in one's own place, under the body's name. Where it is there already it stays as it is and
 * its id is answered. Refuses `conflict` for an abolished body.
 */
export async function openOffice(actor: PlacedActor, organisationId: string, now = clock()) {
  authorize(actor, "open", "Office", { divisionId: actor.place.id });
  return within(actor, async (db) => {
    const body = await getBody(db, organisationId);
    if (body.abolishedOn) throw tooLate("bodies.is-abolished");
    const id = uuidv7();
    const { count } = await db.office.createMany({
      data: [
        {
          divisionId: actor.place.id,
          id,
          organisationId,
          nameFa: body.nameFa,
          nameEn: body.nameEn,
          openedOn: dateOf(todayIn(now)),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      const there = await db.office.findUnique({
        where: { divisionId_organisationId: { divisionId: actor.place.id, organisationId } },
        select: { id: true },
      });
      if (!there) throw new Refusal("missing", "refusal.missing");
      return there;
    }
    await tellOfBody(db, actor, { organisationId, kind: "opened" }, now);
    await audit(db, actor, "open", "Office", id);
    await emit(db, actor, OfficeOpened, { officeId: id });
    return { id };
  });
}
