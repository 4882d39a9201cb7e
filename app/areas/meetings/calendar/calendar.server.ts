import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { MeetingKind } from "../choices";
import type { CalendarMeeting } from "./icalendar.server";

export type CalendarEntry = CalendarMeeting & { kind: MeetingKind; revision: number };

const ENTRY = Prisma.sql`m.id::text, m.division_id as "divisionId", m.title, m.kind, m.state, m.held_on::text as "heldOn",
  m.starts_at as "startsAt", m.ends_at as "endsAt", m.place, m.ics_sequence as "icsSequence", m.revision,
  greatest(m.created_at, m.announced_at, m.started_at, m.closed_at) as "changedAt"`;

/** More meetings than any place holds in a year. */
const MOST_ENTRIES = 2000;

/**
 * The meetings of one place between two days (`from <= day < before`) by their hours; what was dropped before it was
 * announced is not among them. Drafts are, where `withDrafts` asks for them.
 */
export async function listCalendar(
  db: Db,
  divisionId: number,
  { from, before, withDrafts }: { from: IsoDate; before: IsoDate; withDrafts: boolean },
): Promise<CalendarEntry[]> {
  const rows = await db.$queryRaw<CalendarEntry[]>`
    select ${ENTRY} from meeting m
    where m.division_id = ${divisionId} and m.held_on >= ${from}::date and m.held_on < ${before}::date
      and (m.state = 'draft' and ${withDrafts} or not m.silent)
    order by m.held_on, m.id limit ${MOST_ENTRIES}`;
  // The index gives the days; within a day the hours are few.
  const hour = ({ heldOn, startsAt }: CalendarEntry) => `${heldOn} ${startsAt ?? ""}`;
  return rows.sort((a, b) => (hour(a) < hour(b) ? -1 : hour(a) > hour(b) ? 1 : 0));
}

/** One meeting of a place for a calendar program. Refuses `missing`, also for one that was never announced. */
export async function getCalendarMeeting(db: Db, divisionId: number, id: string): Promise<CalendarEntry> {
  const [row] = await db.$queryRaw<CalendarEntry[]>`
    select ${ENTRY} from meeting m where m.division_id = ${divisionId} and m.id = ${id}::uuid and not m.silent`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}
