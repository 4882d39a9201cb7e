import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { isPlanned } from "../../lifecycle";
import { getAgendaItem } from "../agenda.server";
import { getCalling } from "../planned.server";
import type { EditAgendaItem } from "../schema";
import { keptSection, templateOf } from "../template.server";

/** Changes an item of an agenda. Whoever comes second is refused with `conflict` and sees both texts. */
export async function editAgendaItem(actor: PlacedActor, itemId: string, input: EditAgendaItem) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const { meetingId } = await getAgendaItem(db, divisionId, itemId);
    const meeting = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
    if (!isPlanned(meeting.state)) throw tooLate("calling.agenda.closed");
    const section = keptSection(await templateOf(db, actor.place, meeting), input.section);
    const { count } = await db.agendaItem.updateMany({
      where: { divisionId, id: itemId, meetingId, revision: input.revision },
      data: {
        title: input.title,
        section,
        minutes: input.minutes ?? null,
        presenter: input.presenter ?? null,
        note: input.note ?? null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      const saved = await getAgendaItem(db, divisionId, itemId);
      const theirs = {
        title: saved.title,
        section: saved.section,
        minutes: saved.minutes === null ? "" : String(saved.minutes),
        presenter: saved.presenter ?? "",
        note: saved.note ?? "",
      };
      throw new Refusal("conflict", "refusal.changed", { theirs, revision: saved.revision });
    }
    await audit(db, actor, "edit-agenda-item", "Meeting", meetingId);
    return { meetingId };
  });
}
