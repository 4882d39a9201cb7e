import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";

/** More bodies than any dictionary names. */
const MOST = 2_000;

/**
 * Opens, in a place whose posts were opened, its own governorate: whom the levels above address before anybody there has
 * signed in. Every other usual body is offered to those who hold the posts. An office that is there already stays as it
 * is. Runs once per event; returns whether this call did it.
 */
export async function openUsualOffices(actor: PlacedActor, eventId: string, now = clock()): Promise<boolean> {
  return reactOnce(actor, eventId, "open-usual-offices", async (db) => {
    const bodies = await db.organisation.findMany({
      where: {
        publishedAt: { not: null },
        abolishedOn: null,
        kind: "governorate",
        levels: { has: actor.place.level },
      },
      select: { id: true, nameFa: true, nameEn: true },
      orderBy: { id: "asc" },
      take: MOST,
    });
    const openedOn = dateOf(todayIn(now));
    await db.office.createMany({
      data: bodies.map(({ id, nameFa, nameEn }) => ({
        divisionId: actor.place.id,
        id: uuidv7(),
        organisationId: id,
        nameFa,
        nameEn,
        openedOn,
      })),
      skipDuplicates: true,
    });
  });
}
