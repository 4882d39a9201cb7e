import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { endingOf, notToEnd } from "~/areas/posts/door.server";
import { CouncilMemberEnded } from "../events";
import { getCouncil, getMember } from "../queries.server";
import type { EndMembership } from "../schema";

/**
 * Ends a seat with a reason: at once with a day that has come, through that day with one to come; one that has not begun is
 * called off. It stays in the council's history.
 */
export async function endMembership(
  actor: PlacedActor,
  id: string,
  input: EndMembership,
  now = clock(),
): Promise<{ councilId: string }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const member = await getMember(db, divisionId, id);
    const { councilId } = member;
    authorize(actor, "seat", "Council", await getCouncil(db, divisionId, councilId));
    const { written } = endingOf(member.startsOn, input, now);
    const { count } = await db.councilMember.updateMany({
      where: { divisionId, id, endedAt: null, revision: input.revision },
      data: written,
    });
    if (count === 0) throw notToEnd(await db.councilMember.findFirstOrThrow({ where: { divisionId, id } }));
    await audit(db, actor, "end", "Council", id, ["ends_on", "ended_at", "end_reason"]);
    await emit(db, actor, CouncilMemberEnded, { councilId, memberId: id });
    return { councilId };
  });
}
