import type { Place } from "~/kernel/actor";
import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import {
  PARTICIPANTS,
  type Attendance,
  type MeetingKind,
  type MeetingState,
  type MeetingView,
} from "../choices";

export type MeetingRow = {
  id: string;
  divisionId: number;
  divisionNameFa: string;
  divisionNameEn: string;
  kind: MeetingKind;
  state: MeetingState;
  title: string;
  heldOn: IsoDate;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  attendance: Attendance;
  total: number;
};

export type MeetingDetails = MeetingRow & {
  summary: string | null;
  cancelReason: string | null;
  createdByKey: string;
  revision: number;
};

const sql = Prisma.sql;

/** The columns of a row, of meetings named `m` with their division named `d`. */
const COLUMNS = sql`m.id::text, m.division_id as "divisionId", d.name_fa as "divisionNameFa",
  d.name_en as "divisionNameEn", m.kind, m.state, m.title, m.held_on::text as "heldOn", m.starts_at as "startsAt",
  m.ends_at as "endsAt", m.place, m.summary, m.cancel_reason as "cancelReason", m.created_by_key as "createdByKey",
  m.revision, (select json_object_agg(a.participants, a.count) from meeting_attendance a
    where a.division_id = m.division_id and a.meeting_id = m.id) as counts`;

type Found = Omit<MeetingDetails, "attendance" | "total"> & { counts: Partial<Attendance> | null };

function shown({ counts, ...row }: Found): MeetingDetails {
  const attendance = { network: 0, bodies: 0, councils: 0, municipalities: 0, people: 0, ...counts };
  return { ...row, attendance, total: PARTICIPANTS.reduce((sum, one) => sum + attendance[one], 0) };
}

export type MeetingFilter = {
  kind?: MeetingKind;
  /** All of them where nothing is said; what is planned comes the nearest day first, all else the newest. */
  view?: MeetingView;
  typeCode?: string;
  seriesId?: string;
  /** Days of a period: `from <= day < before`. */
  from?: IsoDate;
  before?: IsoDate;
  cursor?: string | null;
};

const VIEWS: Record<MeetingView, Prisma.Sql> = {
  planned: sql`state in ('draft', 'announced', 'in-session')`,
  held: sql`state = 'held'`,
  cancelled: sql`state = 'cancelled'`,
};

/** Meetings of a place and the places below it, the newest day first; what is planned the nearest day first. */
export async function listMeetings(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  filter: MeetingFilter = {},
  size = PAGE_SIZE,
): Promise<Page<MeetingRow>> {
  const after = decodeCursor(filter.cursor, ["day", "uuid"]);
  const isPlanned = filter.view === "planned";
  const rows = await db.$queryRaw<Found[]>`
    select ${COLUMNS} from division d cross join lateral (
      select * from meeting where division_id = d.id
        and ${filter.kind ? sql`kind = ${filter.kind}` : sql`true`}
        and ${filter.view ? VIEWS[filter.view] : sql`true`}
        and ${filter.typeCode ? sql`type_code = ${filter.typeCode}` : sql`true`}
        and ${filter.seriesId ? sql`series_id = ${filter.seriesId}::uuid` : sql`true`}
        and ${filter.from ? sql`held_on >= ${filter.from}::date` : sql`true`}
        and ${filter.before ? sql`held_on < ${filter.before}::date` : sql`true`}
        and ${after ? sql`(held_on, id) ${isPlanned ? sql`>` : sql`<`} (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
      order by ${isPlanned ? sql`held_on, id` : sql`held_on desc, id desc`} limit ${size + 1}) m
    where d.id between ${place.lo} and ${place.hi}
    order by ${isPlanned ? sql`m.held_on, m.id` : sql`m.held_on desc, m.id desc`} limit ${size + 1}`;
  const page = pageOf(rows, size, (row) => [row.heldOn, row.id]);
  return { rows: page.rows.map(shown), next: page.next };
}

/** One meeting of a place or the places below it: one probe by (division, id) for each of them. */
export async function getMeeting(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  id: string,
): Promise<MeetingDetails> {
  const [row] = await db.$queryRaw<Found[]>`
    select ${COLUMNS} from meeting m join division d on d.id = m.division_id
    where d.id between ${place.lo} and ${place.hi} and m.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return shown(row);
}

/** The newest day on which each county of a place held a meeting. */
export async function listLastHeld(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
): Promise<{ divisionId: number; day: IsoDate }[]> {
  return db.$queryRaw<{ divisionId: number; day: IsoDate }[]>`
    select d.id as "divisionId", m.held_on::text as day from division d cross join lateral (
      select held_on from meeting where division_id = d.id and state = 'held' order by held_on desc, id desc limit 1) m
    where d.id between ${place.lo} and ${place.hi} and d.level = 'county' order by d.id limit 1000`;
}

/** How many meetings of each kind were held in a place and the places below it between two days: `from <= day < before`. */
export async function countMeetings(
  db: Db,
  place: Pick<Place, "lo" | "hi">,
  bounds: { from: IsoDate; before: IsoDate },
): Promise<Record<MeetingKind, number>> {
  const rows = await db.$queryRaw<{ kind: MeetingKind; n: number }[]>`
    select kind, count(*)::int as n from meeting
    where division_id between ${place.lo} and ${place.hi} and state = 'held'
      and held_on >= ${bounds.from}::date and held_on < ${bounds.before}::date group by kind`;
  const counts = { thematic: 0, "among-people": 0, joint: 0, provincial: 0, council: 0, other: 0 };
  for (const { kind, n } of rows) counts[kind] = n;
  return counts;
}
