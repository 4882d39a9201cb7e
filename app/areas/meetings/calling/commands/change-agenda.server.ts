import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { isPlanned } from "../../lifecycle";
import { fillAgenda } from "../agenda-fills.server";
import { getAgendaItem, listAgenda } from "../agenda.server";
import { getCalling, type Calling } from "../planned.server";
import type { ChangeAgenda } from "../schema";
import { templateOf } from "../template.server";

/** Whoever changes an agenda waits for whoever changes it: an item never gets another's turn. */
const inTurn = (db: Db, { divisionId, id }: Calling) =>
  db.$queryRaw`select 1 from meeting where division_id = ${divisionId} and id = ${id}::uuid for update`;

/** Lets an item and its neighbour in the same section change their turns. Nothing is done at the end of a section. */
async function swap(db: Db, { divisionId, id }: Calling, itemId: string, step: -1 | 1): Promise<void> {
  const section = (await getAgendaItem(db, divisionId, itemId)).section;
  const items = (await listAgenda(db, divisionId, id)).filter(
    (one) => one.section === section && !one.isRemoved,
  );
  const other = items[items.findIndex((one) => one.id === itemId) + step];
  if (!other) return;
  await db.$executeRaw`update agenda_item a set position = b.position, revision = a.revision + 1
    from agenda_item b where a.division_id = ${divisionId} and b.division_id = ${divisionId}
      and (a.id, b.id) in ((${itemId}::uuid, ${other.id}::uuid), (${other.id}::uuid, ${itemId}::uuid))`;
}

async function setRemoved(db: Db, { divisionId, id }: Calling, itemId: string, at: Date | null) {
  const count = await db.$executeRaw`update agenda_item set removed_at = ${at}, revision = revision + 1
    where division_id = ${divisionId} and meeting_id = ${id}::uuid and id = ${itemId}::uuid`;
  if (count === 0) throw new Refusal("missing", "refusal.missing");
}

/** Takes an item out of the backlog of the meeting's series, to the end of its agenda. */
async function take(db: Db, { divisionId, id, seriesId }: Calling, itemId: string): Promise<void> {
  const count =
    await db.$executeRaw`update agenda_item i set meeting_id = ${id}::uuid, revision = revision + 1,
      position = coalesce((select max(position) from agenda_item
        where division_id = ${divisionId} and meeting_id = ${id}::uuid), 0) + 1
    where division_id = ${divisionId} and id = ${itemId}::uuid and series_id = ${seriesId}::uuid and meeting_id is null
      and not exists (select from agenda_item o where o.division_id = ${divisionId} and o.meeting_id = ${id}::uuid
        and o.source_kind = i.source_kind and o.source_id = i.source_id)`;
  if (count === 0) throw tooLate("meetings.changed-meanwhile");
}

/**
 * Carries what was not done over to the next planned meeting of the series, or of the type where it stands alone; without
 * one, to the backlog of the series. Each item goes once.
 */
async function carry(db: Db, actor: PlacedActor, meeting: Calling, now: Date): Promise<void> {
  const { divisionId, id, seriesId, typeCode } = meeting;
  const left = (await listAgenda(db, divisionId, id)).filter(
    (item) => item.state === "planned" && !item.isRemoved && item.title !== item.section,
  );
  const [next] = await db.$queryRaw<{ id: string }[]>`
    select id::text from meeting where division_id = ${divisionId} and state in ('draft', 'announced')
      and held_on >= ${meeting.heldOn}::date and id <> ${id}::uuid
      and case when ${seriesId}::uuid is null then series_id is null and type_code = ${typeCode}
        else series_id = ${seriesId}::uuid end
    order by held_on, starts_at, id limit 1`;
  if (!next && seriesId === null) throw new Refusal("invalid", "calling.carry.nowhere");
  const rows = left.map((item) => ({ id: uuidv7(), from: item.id }));
  await db.$executeRaw`
    insert into agenda_item (division_id, id, meeting_id, series_id, section, position, title, minutes, presenter,
      presenter_office_id, source_kind, source_id, source_division_id, note, carried_from_id, created_at, created_by_key)
    select a.division_id, r.id, ${next?.id ?? null}::uuid, ${next ? null : seriesId}::uuid, a.section,
      coalesce((select max(position) from agenda_item where division_id = ${divisionId}
        and meeting_id is not distinct from ${next?.id ?? null}::uuid), 0) + row_number() over (order by a.position, a.id),
      a.title, a.minutes, a.presenter, a.presenter_office_id, a.source_kind, a.source_id, a.source_division_id, a.note,
      a.id, ${now}, ${actor.key}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, "from" uuid)
    join agenda_item a on a.division_id = ${divisionId} and a.id = r.from
    on conflict do nothing`;
  await db.$executeRaw`update agenda_item set state = 'carried', revision = revision + 1
    where division_id = ${divisionId} and id = any(${left.map((item) => item.id)}::uuid[])`;
}

/**
 * What the buttons of an agenda do: another turn, off the agenda and back, what fills itself, from the backlog, and over to
 * the next meeting (of one that was held).
 */
export async function changeAgenda(
  actor: PlacedActor,
  meetingId: string,
  { act, itemId }: ChangeAgenda,
  now = clock(),
) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const own = { lo: actor.place.id, hi: actor.place.id };
    const meeting = await getCalling(db, own, meetingId);
    if (act === "carry" ? meeting.state !== "held" : !isPlanned(meeting.state))
      throw tooLate("calling.agenda.closed");
    await inTurn(db, meeting);
    let filled: number | null = null;
    if (act === "fill")
      filled = await fillAgenda(db, actor, meeting, await templateOf(db, actor.place, meeting), now);
    else if (act === "carry") await carry(db, actor, meeting, now);
    else if (itemId === undefined) throw new Refusal("invalid", "form.out-of-date");
    else if (act === "up" || act === "down") await swap(db, meeting, itemId, act === "up" ? -1 : 1);
    else if (act === "take") await take(db, meeting, itemId);
    else await setRemoved(db, meeting, itemId, act === "remove" ? now : null);
    await audit(db, actor, `${act}-agenda-item`, "Meeting", meetingId);
    return { filled };
  });
}
