import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { CouncilDissolved } from "../events";
import { getCouncil } from "../queries.server";
import type { DissolveCouncil } from "../schema";

/**
 * Dissolves a council on a day that has come, with a reason: every seat in it ends that day, and it stays readable with its
 * sessions. Refuses `invalid` while a committee of it stands or for a day to come, `conflict` when it is over already.
 */
export async function dissolveCouncil(
  actor: PlacedActor,
  id: string,
  { dissolvedOn, reason }: DissolveCouncil,
  now = clock(),
): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    const council = await getCouncil(db, divisionId, id);
    authorize(actor, "dissolve", "Council", council);
    if (council.dissolvedOn) throw tooLate("councils.is-dissolved");
    if (dissolvedOn > todayIn(now))
      throw new Refusal("invalid", "councils.dissolved-in-future", { field: "dissolvedOn" });
    if (council.foundedOn && dissolvedOn < council.foundedOn)
      throw new Refusal("invalid", "councils.dissolved-before-founded", { field: "dissolvedOn" });
    if (council.committees.some((committee) => !committee.dissolvedOn))
      throw new Refusal("invalid", "councils.committees-stand", { field: "dissolvedOn" });
    const { count } = await db.council.updateMany({
      where: { divisionId, id, dissolvedOn: null },
      data: { dissolvedOn: dateOf(dissolvedOn), dissolveReason: reason, revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("councils.is-dissolved");
    await db.councilMember.updateMany({
      where: { divisionId, councilId: id, endedAt: null },
      data: { endedAt: now, endReason: reason, revision: { increment: 1 } },
    });
    await audit(db, actor, "dissolve", "Council", id, ["dissolved_on", "dissolve_reason"]);
    await emit(db, actor, CouncilDissolved, { councilId: id });
  });
}
