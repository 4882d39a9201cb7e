import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { reactOnce } from "~/kernel/reaction.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { isWorkingDay } from "~/lib/working-calendar";
import { chasingDays, chasingSpan, WEEKS, type ChasingDays } from "../chasing/chasing";
import { OfficesReminded, SilenceEscalated } from "../events";

/**
 * Reminds the offices of the actor's place of what is near its day, overdue, or unanswered: one message for each office,
 * on working days of the place alone. It has its effect once for an event, and nothing is said twice for one day of one
 * obligation; what a closed day or a dead worker left out is said on the next day.
 */
export async function remindOffices(actor: PlacedActor, eventId: string, now = clock()): Promise<boolean> {
  authorize(actor, "remind", "Issuance");
  const today = todayIn(now);
  return reactOnce(actor, eventId, `remind-offices:${actor.place.id}`, async (db) => {
    const calendar = await getWorkingCalendar(db, actor.place, ...chasingSpan(today));
    if (!isWorkingDay(calendar, today)) return;
    const batchId = uuidv7();
    const { sent, escalated } = await writeMessages(db, actor, chasingDays(calendar, today), batchId, now);
    const about = { divisionId: actor.place.id, batchId };
    if (sent > 0) await emit(db, actor, OfficesReminded, about);
    if (escalated > 0) await emit(db, actor, SilenceEscalated, about);
  });
}

async function writeMessages(
  db: Db,
  { place, key, name }: PlacedActor,
  { today, near, silentSince, remindedUntil }: ChasingDays,
  batchId: string,
  now: Date,
): Promise<{ sent: number; escalated: number }> {
  const [written] = await db.$queryRaw<{ sent: number; escalated: number }[]>`
    with candidate as (
      select id, office_id, 'due-soon' as kind, due_on::text as mark from obligation
      where division_id = ${place.id} and state in ('issued', 'acknowledged', 'in-progress', 'blocked')
        and due_on between ${today}::date and ${near}::date
      union all
      select id, office_id, 'overdue', due_on::text || '/' || (${today}::date - due_on - 1) / 7 from obligation
      where division_id = ${place.id} and state in ('issued', 'acknowledged', 'in-progress', 'blocked')
        and due_on between ${today}::date - ${WEEKS * 7}::int and ${today}::date - 1
      union all
      select b.id, b.office_id, 'overdue', b.due_on::text || '/late' from obligation b
      where b.division_id = ${place.id} and b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')
        and b.due_on < ${today}::date - ${WEEKS * 7}::int
        and not exists (select from office_message_item i where i.division_id = b.division_id
          and i.obligation_id = b.id and i.kind = 'overdue' and starts_with(i.mark, b.due_on::text || '/'))
      union all
      select id, office_id, 'silent', '' from obligation
      where division_id = ${place.id} and state = 'issued'
        and (issued_at at time zone 'Asia/Tehran')::date <= ${silentSince}::date
      union all
      select b.id, b.office_id, 'escalated', '' from obligation b
      join office_message_item i on i.division_id = b.division_id and i.obligation_id = b.id and i.kind = 'silent'
      join office_message m on m.division_id = i.division_id and m.id = i.message_id
      where b.division_id = ${place.id} and b.state = 'issued' and m.sent_on <= ${remindedUntil}::date
    ), fresh as (
      select c.* from candidate c where not exists (select from office_message_item i
        where i.division_id = ${place.id} and i.obligation_id = c.id and i.kind = c.kind and i.mark = c.mark)
    ), message as (
      insert into office_message (division_id, id, source_division_id, office_id, kind, batch_id, due_soon, overdue,
        silent, escalated, by_name, by_key, sent_at, sent_on)
      select ${place.id}, gen_random_uuid(), ${place.id}, office_id, 'reminder', ${batchId}::uuid,
        count(*) filter (where kind = 'due-soon'), count(*) filter (where kind = 'overdue'),
        count(*) filter (where kind = 'silent'), count(*) filter (where kind = 'escalated'),
        ${name}, ${key}, ${now}, ${today}::date
      from fresh group by office_id returning id, office_id, escalated
    ), item as (
      insert into office_message_item (division_id, obligation_id, kind, mark, source_division_id, message_id)
      select ${place.id}, f.id, f.kind, f.mark, ${place.id}, m.id from fresh f join message m using (office_id)
    )
    select count(*)::int as sent, coalesce(sum(escalated), 0)::int as escalated from message`;
  return written ?? { sent: 0, escalated: 0 };
}
