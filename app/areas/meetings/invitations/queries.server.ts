import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import type { MeetingState, Participants } from "../choices";
import type { Attended, CallingState, InvitedFilter, InviteeKind, Reply } from "./choices";

const sql = Prisma.sql;

/** An invitation as its place sees it. */
export type InvitationRow = {
  id: string;
  meetingId: string;
  number: number;
  kind: InviteeKind;
  participants: Participants;
  officeDivisionId: number | null;
  officeId: string | null;
  postId: string | null;
  personId: string | null;
  /** Of an office or a post in both languages; of a person as he is called. */
  nameFa: string;
  nameEn: string;
  roleTitle: string | null;
  organisation: string | null;
  mobile: string | null;
  reply: Reply | null;
  replyNote: string | null;
  deputyName: string | null;
  deputyRole: string | null;
  deputyMobile: string | null;
  repliedAt: Date | null;
  attended: Attended | null;
  arrivedAt: Date | null;
  markedBy: "list" | "code" | null;
  sentAt: Date | null;
  linkTurn: number;
  revision: number;
};

/** The columns of invitations named `i`, with whom each is addressed to. */
const COLUMNS = sql`i.id::text, i.meeting_id::text as "meetingId", i.number, i.kind, i.participants, i.office_division_id as "officeDivisionId",
  i.office_id::text as "officeId", i.post_id::text as "postId", i.person_id::text as "personId",
  coalesce(p.full_name, o.name_fa, nullif(i.name, ''), s.title_fa, '') as "nameFa",
  coalesce(p.full_name, o.name_en, nullif(i.name, ''), s.title_en, '') as "nameEn",
  coalesce(case when i.name <> '' then s.title_fa end, i.role_title) as "roleTitle", i.organisation,
  coalesce(p.mobile, i.mobile) as mobile, i.reply, i.reply_note as "replyNote", i.deputy_name as "deputyName",
  i.deputy_role as "deputyRole", i.deputy_mobile as "deputyMobile", i.replied_at as "repliedAt", i.attended, i.arrived_at as "arrivedAt",
  i.marked_by as "markedBy", i.sent_at as "sentAt", i.link_turn as "linkTurn", i.revision`;

const ADDRESSED = sql`left join person p on p.division_id = i.division_id and p.id = i.person_id
  left join office o on o.division_id = i.office_division_id and o.id = i.office_id
  left join post s on s.division_id = i.post_division_id and s.id = i.post_id`;

const answered: Record<InvitedFilter, Prisma.Sql> = {
  all: sql`true`,
  yes: sql`reply = 'yes'`,
  deputy: sql`reply = 'deputy'`,
  no: sql`reply = 'no'`,
  silent: sql`reply is null`,
};

/** Who is invited to a meeting, by number. */
export async function listInvitations(
  db: Db,
  divisionId: number,
  meetingId: string,
  { filter = "all", cursor }: { filter?: InvitedFilter; cursor?: string | null } = {},
  size = PAGE_SIZE,
): Promise<Page<InvitationRow>> {
  const after = decodeCursor(cursor, ["integer"])?.[0] ?? 0;
  const rows = await db.$queryRaw<InvitationRow[]>`
    select ${COLUMNS} from (select * from meeting_invitation
      where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and withdrawn_at is null
        and ${answered[filter]} and number > ${after}::int
      order by number limit ${size + 1}) i ${ADDRESSED} order by i.number`;
  return pageOf(rows, size, (row) => [row.number]);
}

/** One invitation of a place; undefined where it was taken back or never was. */
export async function findInvitation(
  db: Db,
  divisionId: number,
  id: string,
): Promise<InvitationRow | undefined> {
  const [row] = await db.$queryRaw<InvitationRow[]>`
    select ${COLUMNS} from meeting_invitation i ${ADDRESSED}
    where i.division_id = ${divisionId} and i.id = ${id}::uuid and i.withdrawn_at is null`;
  return row;
}

/** One invitation of a place. Refuses `missing`, also one that was taken back. */
export async function getInvitation(db: Db, divisionId: number, id: string): Promise<InvitationRow> {
  const row = await findInvitation(db, divisionId, id);
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

export type InvitedCounts = { all: number; silent: number; unsent: number; unmarked: number } & {
  said: Record<Reply, number>;
  were: Record<Attended, number>;
};

/** How many are invited to a meeting, answered, and came. */
export async function countInvitations(
  db: Db,
  divisionId: number,
  meetingId: string,
): Promise<InvitedCounts> {
  const rows = await db.$queryRaw<
    { reply: Reply | null; attended: Attended | null; sent: boolean; n: number }[]
  >`
    select reply, attended, sent_at is not null as sent, count(*)::int as n from meeting_invitation
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and withdrawn_at is null group by 1, 2, 3`;
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { n }) => total + n, 0);
  return {
    all: sum(() => true),
    silent: sum(({ reply }) => reply === null),
    unsent: sum(({ sent }) => !sent),
    unmarked: sum(({ attended }) => attended === null),
    said: {
      yes: sum(({ reply }) => reply === "yes"),
      deputy: sum(({ reply }) => reply === "deputy"),
      no: sum(({ reply }) => reply === "no"),
    },
    were: {
      present: sum(({ attended }) => attended === "present"),
      deputy: sum(({ attended }) => attended === "deputy"),
      guest: sum(({ attended }) => attended === "guest"),
      absent: sum(({ attended }) => attended === "absent"),
    },
  };
}

/** A meeting as those see it who invite to it. */
export type CalledMeeting = {
  id: string;
  divisionId: number;
  title: string;
  kind: string;
  state: MeetingState;
  heldOn: IsoDate;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  invitationNumber: string | null;
  /** Of which council it is a session, and which one. */
  councilFa: string | null;
  councilEn: string | null;
  sequenceNumber: number | null;
  divisionFa: string;
  divisionEn: string;
  divisionLevel: "nation" | "province" | "county";
  /** How often it was moved. */
  sequence: number;
  revision: number;
};

/** A meeting of one place. Refuses `missing`. */
export async function getCalledMeeting(db: Db, divisionId: number, id: string): Promise<CalledMeeting> {
  const [row] = await db.$queryRaw<CalledMeeting[]>`
    select m.id::text, m.division_id as "divisionId", m.title, m.kind, m.state, m.held_on::text as "heldOn",
      m.starts_at as "startsAt", m.ends_at as "endsAt", coalesce(m.place, r.name) as place,
      m.invitation_number as "invitationNumber", q.name_fa as "councilFa", q.name_en as "councilEn",
      m.sequence_number as "sequenceNumber", d.name_fa as "divisionFa", d.name_en as "divisionEn",
      d.level as "divisionLevel", m.ics_sequence as sequence, m.revision
    from meeting m join division d on d.id = m.division_id
      left join meeting_room r on r.division_id = m.division_id and r.id = m.room_id
      left join council q on q.division_id = m.division_id and q.id = m.council_id
    where m.division_id = ${divisionId} and m.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row;
}

/** People who are being invited at once, or were. */
export type CallingRow = {
  id: string;
  title: string;
  state: CallingState;
  seen: number;
  invited: number;
  known: number;
  noContact: number;
  barred: number;
  gone: number;
};

/** The lists and circles of which people were invited to a meeting, the newest first. */
export async function listCallings(db: Db, divisionId: number, meetingId: string): Promise<CallingRow[]> {
  return db.$queryRaw<CallingRow[]>`
    select id::text, title, state, seen, invited, known, no_contact as "noContact", barred, gone from meeting_calling
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid order by id desc limit 20`;
}

/** An invitee who is invited to another meeting of the place in the same hours. */
export type Clash = {
  invitationId: string;
  number: number;
  nameFa: string;
  nameEn: string;
  meetingId: string;
  title: string;
};

/** Who of a meeting is invited elsewhere in its hours, by number; at most 50. */
export async function listClashes(db: Db, divisionId: number, meetingId: string): Promise<Clash[]> {
  const by = (column: string) => {
    const key = Prisma.raw(column);
    return sql`select i.id as mine, x.meeting_id as other from meeting_invitation i
      join meeting_invitation x on x.division_id = i.division_id and x.${key} = i.${key} and x.meeting_id <> i.meeting_id
        and x.withdrawn_at is null and coalesce(x.reply, 'yes') <> 'no'
      where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is null
        and x.meeting_id in (select id from beside)`;
  };
  return db.$queryRaw<Clash[]>`
    with beside as materialized (
      select o.id, o.title from meeting m join meeting o on o.division_id = m.division_id and o.id <> m.id
        and o.held_on between m.held_on - 1 and m.held_on + 1 and o.state in ('announced', 'in-session')
        and o.during && m.during
      where m.division_id = ${divisionId} and m.id = ${meetingId}::uuid
    )
    select distinct on (i.number) i.id::text as "invitationId", i.number,
      coalesce(p.full_name, o.name_fa, nullif(i.name, ''), s.title_fa, '') as "nameFa",
      coalesce(p.full_name, o.name_en, nullif(i.name, ''), s.title_en, '') as "nameEn", b.id::text as "meetingId", b.title
    from (${by("office_id")} union all ${by("post_id")} union all ${by("person_id")} union all ${by("mobile")}) c
      join meeting_invitation i on i.division_id = ${divisionId} and i.id = c.mine
      join beside b on b.id = c.other ${ADDRESSED}
    order by i.number limit 50`;
}

/** Whose invitation a link is; the reader holds its token (`token_hash` is its hash), and no other row is there for him. */
export async function findInvitationByToken(
  db: Db,
  tokenHash: string,
): Promise<{ divisionId: number; id: string } | undefined> {
  const [row] = await db.$queryRaw<{ divisionId: number; id: string }[]>`
    select division_id as "divisionId", id::text from meeting_invitation
    where token_hash = ${tokenHash} and withdrawn_at is null`;
  return row;
}

/** What a meeting speaks of, in turn, by title: for its letters and the page of an invitee. */
export async function listAgendaTitles(db: Db, divisionId: number, meetingId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ title: string }[]>`select title from agenda_item
    where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and removed_at is null
    order by position, id limit 60`;
  return rows.map(({ title }) => title);
}

/** Who came without an invitation and agreed to be asked into the network; null where he did not, or is there no more. */
export async function findAgreedWalkIn(
  db: Db,
  divisionId: number,
  id: string,
): Promise<{ meetingId: string; title: string; fullName: string; mobile: string; consentedAt: Date } | null> {
  const [row] = await db.$queryRaw<
    { meetingId: string; title: string; fullName: string; mobile: string; consentedAt: Date }[]
  >`select m.id::text as "meetingId", m.title, i.name as "fullName", i.mobile, i.consented_at as "consentedAt"
    from meeting_invitation i join meeting m on m.division_id = i.division_id and m.id = i.meeting_id
    where i.division_id = ${divisionId} and i.id = ${id}::uuid and i.kind = 'walk-in' and i.withdrawn_at is null
      and i.mobile is not null and i.consented_at is not null`;
  return row ?? null;
}
