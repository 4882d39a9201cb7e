import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { meetingAllows } from "../../lifecycle";
import { planColumns } from "../plan-columns.server";
import { getCalling } from "../planned.server";
import type { EditPlan } from "../schema";

/** Changes a draft. Whoever comes second is refused with `conflict` and sees both texts. */
export async function editPlan(actor: PlacedActor, meetingId: string, input: EditPlan, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const own = { lo: divisionId, hi: divisionId };
    const before = await getCalling(db, own, meetingId);
    if (!meetingAllows(before.state, "plan")) throw tooLate("calling.not-a-draft");
    const { columns } = await planColumns(db, actor.place, input, todayIn(now));
    const { count } = await db.meeting.updateMany({
      where: { divisionId, id: meetingId, revision: input.revision, state: "draft" },
      data: { ...columns, revision: { increment: 1 } },
    });
    if (count === 0) {
      const saved = await getCalling(db, own, meetingId);
      const theirs = {
        typeCode: saved.typeCode ?? "",
        councilId: saved.councilId ?? "",
        title: saved.title,
        heldOn: saved.heldOn,
        startsAt: saved.startsAt ?? "",
        endsAt: saved.endsAt ?? "",
        place: saved.place ?? "",
        roomId: saved.roomId ?? "",
        chairPostId: saved.chairPostId ?? "",
        chairName: saved.chairName ?? "",
        secretaryPostId: saved.secretaryPostId ?? "",
        hostOfficeId: saved.hostOfficeId ?? "",
      };
      throw new Refusal("conflict", "refusal.changed", { theirs, revision: saved.revision });
    }
    await audit(db, actor, "edit-plan", "Meeting", meetingId);
    return { id: meetingId };
  });
}
