import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { OfficesOpened } from "../events";
import type { OpenUsual } from "../schema";

/**
 * Opens the ticked ones of a place's usual bodies in one's own place. Those that are there already stay as they are, and
 * one that was abolished meanwhile is left out. Refuses `missing` for a body that the place does not know.
 */
export async function openOffices(actor: PlacedActor, { bodyIds }: OpenUsual, now = clock()) {
  authorize(actor, "open", "Office", { divisionId: actor.place.id });
  const wanted = [...new Set(bodyIds)];
  return within(actor, async (db) => {
    const bodies = await db.$queryRaw<{ id: string; nameFa: string; nameEn: string; ended: boolean }[]>`
      select id, name_fa as "nameFa", name_en as "nameEn", abolished_on is not null as ended
      from organisation where id = any(${wanted}::uuid[])`;
    if (bodies.length !== wanted.length) throw new Refusal("missing", "refusal.missing");
    const openedOn = dateOf(todayIn(now));
    const { count } = await db.office.createMany({
      data: bodies
        .filter(({ ended }) => !ended)
        .map(({ id, nameFa, nameEn }) => ({
          divisionId: actor.place.id,
          id: uuidv7(),
          organisationId: id,
          nameFa,
          nameEn,
          openedOn,
        })),
      skipDuplicates: true,
    });
    await audit(db, actor, "open", "Office", String(actor.place.id));
    await emit(db, actor, OfficesOpened, { divisionId: actor.place.id });
    return { opened: count };
  });
}
