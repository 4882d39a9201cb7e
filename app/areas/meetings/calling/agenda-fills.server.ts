import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import type { AgendaSection, Fills } from "../choices";
import { findObstacles, findOwed, type Found } from "./agenda-sources.server";

/** The meeting whose agenda is filled. */
export type Filled = { id: string; heldOn: IsoDate; seriesId: string | null; typeCode: string | null };

/** Items that fill one section by themselves at one time. */
const MOST_FILLED = 12;

type NewItem = {
  section: string;
  title: string;
  minutes: number | null;
  presenter: string | null;
  note: string | null;
  sourceKind: string | null;
  sourceId: string | null;
  sourceDivisionId: number | null;
};

/** Puts items under an agenda, after those that stand in it; what stands in it already, taken off or not, is left. */
async function putUnder(
  db: Db,
  actor: PlacedActor,
  meetingId: string,
  items: readonly NewItem[],
  now: Date,
): Promise<number> {
  if (items.length === 0) return 0;
  const rows = items.map((item) => ({ id: uuidv7(), ...item }));
  return db.$executeRaw`
    insert into agenda_item (division_id, id, meeting_id, section, position, title, minutes, presenter, note,
      source_kind, source_id, source_division_id, created_at, created_by_key)
    select ${actor.place.id}, r.id, ${meetingId}::uuid, r.section,
      coalesce((select max(position) from agenda_item
        where division_id = ${actor.place.id} and meeting_id = ${meetingId}::uuid), 0) + row_number() over (order by r.n),
      r.title, r.minutes, r.presenter, r.note, r."sourceKind", r."sourceId", r."sourceDivisionId", ${now}, ${actor.key}
    from rows from (json_to_recordset(${JSON.stringify(rows)}::json) as (id uuid, section text, title text, minutes int,
      presenter text, note text, "sourceKind" text, "sourceId" uuid, "sourceDivisionId" int)) with ordinality
      as r (id, section, title, minutes, presenter, note, "sourceKind", "sourceId", "sourceDivisionId", n)
    on conflict (division_id, meeting_id, source_kind, source_id) do nothing`;
}

/** The sections of a template that nothing fills by itself, each as one item with its minutes. */
export async function layOutAgenda(
  db: Db,
  actor: PlacedActor,
  meeting: Filled,
  template: readonly AgendaSection[],
  now: Date,
): Promise<void> {
  const plain = template.filter(({ fills }) => fills === undefined);
  await putUnder(
    db,
    actor,
    meeting.id,
    plain.map(({ fa, minutes }) => ({
      section: fa,
      title: fa,
      minutes,
      presenter: null,
      note: null,
      sourceKind: null,
      sourceId: null,
      sourceDivisionId: null,
    })),
    now,
  );
}

const FOUND: Record<Fills, (db: Db, actor: PlacedActor, meeting: Filled, most: number) => Promise<Found[]>> =
  {
    "follow-up": (db, actor, meeting, most) => findOwed(db, actor.place.id, meeting, most),
    obstacles: (db, actor, _meeting, most) => findObstacles(db, actor.place, most),
  };

/**
 * Brings what fills itself into an agenda: what is owed of earlier meetings of its series or type, what is overdue, the
 * open obstacles. What stands in it, or was taken off by somebody, is not brought again. Answers how many came.
 */
export async function fillAgenda(
  db: Db,
  actor: PlacedActor,
  meeting: Filled,
  template: readonly AgendaSection[],
  now: Date,
): Promise<number> {
  let count = 0;
  for (const section of template) {
    if (!section.fills) continue;
    const found = await FOUND[section.fills](db, actor, meeting, MOST_FILLED);
    // The minutes of the section are shared out, two at least for each.
    const minutes = Math.max(2, Math.floor(section.minutes / Math.max(found.length, 1)));
    count += await putUnder(
      db,
      actor,
      meeting.id,
      found.map((one) => ({ ...one, section: section.fa, minutes })),
      now,
    );
  }
  return count;
}
