import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { PARTICIPANTS, type Attendance, type Participants } from "../choices";
import { CAME } from "../invitations/choices";
import type { OutcomeKind } from "./choices";
import { quorumOf, type Quorum, type QuorumKind } from "./quorum";

/** What came of an item of the agenda, or of the meeting as such (`itemId` null). */
export type OutcomeRow = {
  id: string;
  meetingId: string;
  itemId: string | null;
  position: number;
  kind: OutcomeKind;
  text: string;
  parties: string | null;
  deadline: string | null;
  items: string[];
  speaker: string | null;
  place: string | null;
  revision: number;
};

const COLUMNS = Prisma.sql`id::text, meeting_id::text as "meetingId", agenda_item_id::text as "itemId", position, kind, text, parties_written as parties,
  deadline_written as deadline, items, speaker, place_name as place, revision`;

/** The outcomes of a meeting in the order in which they were written down: what its minutes are made of. */
export async function listOutcomes(db: Db, divisionId: number, meetingId: string): Promise<OutcomeRow[]> {
  return db.$queryRaw<OutcomeRow[]>`select ${COLUMNS} from meeting_outcome
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and removed_at is null
    order by position limit 400`;
}

/** One of them. Refuses `missing`. */
export async function getOutcome(db: Db, divisionId: number, id: string): Promise<OutcomeRow> {
  const [row] = await db.$queryRaw<OutcomeRow[]>`select ${COLUMNS} from meeting_outcome
    where division_id = ${divisionId} and id = ${id}::uuid and removed_at is null`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** A meeting while it sits. */
export type SessionRow = {
  code: string;
  openedAt: Date;
  closedAt: Date | null;
  others: Attendance;
  revision: number;
};

/** The session of a meeting; null before it was opened. */
export async function findSession(db: Db, divisionId: number, meetingId: string): Promise<SessionRow | null> {
  const row = await db.meetingSession.findUnique({
    where: { divisionId_meetingId: { divisionId, meetingId } },
  });
  if (!row) return null;
  const { code, openedAt, closedAt, network, bodies, councils, municipalities, people, revision } = row;
  return {
    code,
    openedAt,
    closedAt,
    revision,
    others: { network, bodies, councils, municipalities, people },
  };
}

/** How many of each class came: those marked on the list, and those counted besides. */
export async function countPresent(db: Db, divisionId: number, meetingId: string): Promise<Attendance> {
  const rows = await db.$queryRaw<{ participants: Participants; n: number }[]>`
    select participants, count(*)::int as n from meeting_invitation
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and withdrawn_at is null
      and attended = any(${[...CAME]}::text[]) group by 1`;
  const others = (await findSession(db, divisionId, meetingId))?.others;
  const count = (one: Participants) =>
    (rows.find(({ participants }) => participants === one)?.n ?? 0) + (others?.[one] ?? 0);
  return Object.fromEntries(PARTICIPANTS.map((one) => [one, count(one)])) as Attendance;
}

/**
 * Whether a meeting is able to decide: a session of a council by the rule of its council among all who have a voting seat
 * on its day, any other by the rule of its type among those invited. Null where no rule asks for anybody.
 */
export async function quorumOfMeeting(db: Db, divisionId: number, meetingId: string): Promise<Quorum | null> {
  const [row] = await db.$queryRaw<
    { kind: QuorumKind; count: number | null; members: number; present: number }[]
  >`
    select coalesce(q.quorum_kind, t.quorum_kind) as kind,
      case when q.id is null then t.quorum_count else q.quorum_count end as count,
      case when q.id is null then i.members else s.members end as members,
      case when q.id is null then i.present else i.seated end as present
    from meeting m left join meeting_type t on t.code = m.type_code
      left join council q on q.division_id = m.division_id and q.id = m.council_id
      cross join lateral (select
          (count(*) filter (where kind in ('office', 'post', 'person')))::int as members,
          (count(*) filter (where came and kind in ('office', 'post', 'person')))::int as present,
          (count(*) filter (where came and seat in ('chair', 'secretary', 'member')))::int as seated
        from (select kind, seat, coalesce(attended in ('present', 'deputy'), false) as came from meeting_invitation
          where division_id = m.division_id and meeting_id = m.id and withdrawn_at is null) one) i
      cross join lateral (select count(*)::int as members from council_member c
        where c.division_id = q.division_id and c.council_id = q.id and c.seat <> 'guest' and c.ended_at is null
          and c.starts_on <= m.held_on and (c.ends_on is null or c.ends_on >= m.held_on)) s
    where m.division_id = ${divisionId} and m.id = ${meetingId}::uuid and (q.id is not null or t.code is not null)
    order by t.division_id desc nulls last limit 1`;
  return row ? quorumOf(row, row.members, row.present) : null;
}

/** An item of the agenda while the meeting sits. */
export type SessionItem = {
  id: string;
  section: string;
  title: string;
  minutes: number | null;
  presenter: string | null;
  state: "planned" | "done" | "carried";
  revision: number;
};

/** What a meeting speaks of, in turn. */
export async function listSessionItems(
  db: Db,
  divisionId: number,
  meetingId: string,
): Promise<SessionItem[]> {
  return db.$queryRaw<SessionItem[]>`
    select id::text, section, title, minutes, presenter, state, revision from agenda_item
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and removed_at is null
    order by position, id limit 200`;
}
