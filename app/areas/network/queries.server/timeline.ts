import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { Channel, CircleRole, KeptState, Outcome, StepReason } from "../choices";

/** What happened with a person: a contact, a circle entered or left, another role in it, or a step of the joining path. */
export type TimelineRow = {
  id: string;
  kind: "contact" | "entered" | "left" | "role" | "state";
  day: IsoDate;
  note: string | null;
  channel: Channel | null;
  outcome: Outcome | null;
  nextOn: IsoDate | null;
  nextAt: string | null;
  /** Of a contact in which something was asked for: what was done about it; null while it is open. */
  actionTaken: string | null;
  circleId: string | null;
  circleName: string | null;
  role: CircleRole | null;
  state: KeptState | null;
  reason: StepReason | null;
  byName: string | null;
};

/** Everything that happened with one person, the newest first. */
export async function listTimeline(
  db: Db,
  divisionId: number,
  personId: string,
  cursor?: string | null,
): Promise<Page<TimelineRow>> {
  const after = decodeCursor(cursor, ["day", "text", "uuid"]);
  const older = after
    ? Prisma.sql`where (day, kind collate "C", id) < (${after[0]}::date, ${after[1]} collate "C", ${after[2]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<TimelineRow[]>`
    select kind, id::text, day::text, note, channel, outcome, next_on::text as "nextOn", to_char(next_at, 'HH24:MI') as "nextAt", action_taken as "actionTaken",
      circle_id::text as "circleId", circle_name as "circleName", role, state, reason, by_name as "byName"
    from (
      select 'contact' as kind, id, happened_on as day, note, channel,
        case when action_needed then 'action-needed' else outcome end as outcome, next_on, next_at,
        case when action_taken_at is not null then coalesce(action_taken_note, '') end as action_taken,
        null::uuid as circle_id, null as circle_name, null as role, null as state, null as reason, null as by_name
      from contact where division_id = ${divisionId} and person_id = ${personId}::uuid
      union all
      select 'state', id, happened_on, note, null, null, null, null::time, null, null, null, null, state, reason, created_by_name
      from person_state_change where division_id = ${divisionId} and person_id = ${personId}::uuid
      union all
      select case when side.kind = 'entered' and follows then 'role' else side.kind end, m.id, side.day, null, null, null,
        null, null, null, ci.id, ci.name, m.role, null, null, null
      from membership m
      join circle ci on ci.division_id = m.division_id and ci.id = m.circle_id
      cross join lateral (values ('entered', m.from_on), ('left', m.to_on)) side (kind, day)
      -- A role that another follows on the same day is no leaving.
      cross join lateral (select exists (select from membership b where b.division_id = ${divisionId}
          and b.person_id = ${personId}::uuid and b.circle_id = m.circle_id and b.to_on = m.from_on and b.id < m.id) as follows,
        exists (select from membership b where b.division_id = ${divisionId} and b.person_id = ${personId}::uuid
          and b.circle_id = m.circle_id and b.from_on = m.to_on and b.id > m.id) as goes_on) around
      where m.division_id = ${divisionId} and m.person_id = ${personId}::uuid and side.day is not null
        and not (side.kind = 'left' and goes_on)
    ) happened
    ${older}
    order by day desc, kind collate "C" desc, id desc limit ${PAGE_SIZE + 1}`;
  return pageOf(rows, PAGE_SIZE, (row) => [row.day, row.kind, row.id]);
}

/** States of the joining path in which a person has stood, as his history tells. */
export async function statesPassed(db: Db, divisionId: number, personId: string): Promise<KeptState[]> {
  const rows = await db.$queryRaw<{ state: KeptState }[]>`select distinct state from person_state_change
    where division_id = ${divisionId} and person_id = ${personId}::uuid`;
  return rows.map(({ state }) => state);
}
