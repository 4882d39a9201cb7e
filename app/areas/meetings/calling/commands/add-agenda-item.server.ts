import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AgendaSection } from "../../choices";
import { isPlanned } from "../../lifecycle";
import { getCalling } from "../planned.server";
import { getSeries } from "../series.server";
import type { AddAgendaItem } from "../schema";
import { keptSection, templateOf } from "../template.server";

/** Where an item is put: on the agenda of a meeting, or in the backlog of a series. */
export type AgendaTarget = { meetingId: string } | { seriesId: string };

/** Adds an item at the end of an agenda that may still be changed, or of a backlog. */
export async function addAgendaItem(
  actor: PlacedActor,
  target: AgendaTarget,
  input: AddAgendaItem,
  now = clock(),
) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const meetingId = "meetingId" in target ? target.meetingId : null;
    const seriesId = "seriesId" in target ? target.seriesId : null;
    let template: AgendaSection[] = [];
    if (meetingId !== null) {
      const meeting = await getCalling(db, { lo: divisionId, hi: divisionId }, meetingId);
      if (!isPlanned(meeting.state)) throw tooLate("calling.agenda.closed");
      template = await templateOf(db, actor.place, meeting);
    } else if (seriesId !== null) {
      const { typeCode } = await getSeries(db, divisionId, seriesId);
      template = await templateOf(db, actor.place, { seriesId, typeCode });
    }
    const section = keptSection(template, input.section);
    const id = uuidv7();
    await db.$executeRaw`
      insert into agenda_item (division_id, id, meeting_id, series_id, section, position, title, minutes, presenter, note,
        created_at, created_by_key)
      select ${divisionId}, ${id}::uuid, ${meetingId}::uuid, ${seriesId}::uuid, ${section},
        coalesce(max(position), 0) + 1, ${input.title}, ${input.minutes ?? null}::int, ${input.presenter ?? null}::text,
        ${input.note ?? null}::text, ${now}, ${actor.key}
      from agenda_item where division_id = ${divisionId}
        and meeting_id is not distinct from ${meetingId}::uuid and series_id is not distinct from ${seriesId}::uuid`;
    await audit(db, actor, "add-agenda-item", "Meeting", meetingId ?? seriesId ?? id);
    return { id };
  });
}
