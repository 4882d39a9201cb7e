import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { refuseTakenSeat } from "../checks.server";
import { memberColumns } from "../columns.server";
import { memberTexts } from "../form-texts";
import { CouncilMemberEdited } from "../events";
import { getCouncil, getMember } from "../queries.server";
import type { EditMember } from "../schema";

/** Mends a seat: its holder's name, order or days. Whoever comes second is refused with `conflict`. */
export async function editMember(
  actor: PlacedActor,
  id: string,
  input: EditMember,
): Promise<{ councilId: string }> {
  const divisionId = actor.place.id;
  return within(actor, async (db) => {
    const before = await getMember(db, divisionId, id);
    const { councilId } = before;
    authorize(actor, "seat", "Council", await getCouncil(db, divisionId, councilId));
    if (before.endedOn) throw tooLate("councils.seat-ended");
    await refuseTakenSeat(db, divisionId, councilId, input, before);
    const { count } = await db.councilMember.updateMany({
      where: { divisionId, id, revision: input.revision, endedAt: null },
      data: { ...memberColumns(input), revision: { increment: 1 } },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: memberTexts(before),
        revision: before.revision,
      });
    await audit(db, actor, "edit", "Council", id, ["seat"]);
    await emit(db, actor, CouncilMemberEdited, { councilId, memberId: id });
    return { councilId };
  });
}
