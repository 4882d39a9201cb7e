import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import type { MeetingState } from "../choices";
import type { Attended, Reply } from "../invitations/choices";
import type { SignUpState } from "./choices";

/** The meeting of a sign-up page, by the token of its address; needs a scope that holds the token. */
export async function findPageByToken(
  db: Db,
  token: string,
): Promise<{ divisionId: number; meetingId: string } | undefined> {
  const [row] = await db.$queryRaw<{ divisionId: number; meetingId: string }[]>`
    select division_id as "divisionId", meeting_id::text as "meetingId" from sign_up_page
    where token = ${token} and closed_at is null`;
  return row;
}

export type SignUpPageRow = {
  token: string;
  until: IsoDate;
  capacity: number;
  isClosed: boolean;
  revision: number;
  /** Names that stand on it: all but those that were declined. */
  came: number;
  waiting: number;
};

/** The sign-up page of a meeting of the place, open or closed; null where there is none. */
export async function findSignUpPage(
  db: Db,
  divisionId: number,
  meetingId: string,
): Promise<SignUpPageRow | null> {
  const [row] = await db.$queryRaw<SignUpPageRow[]>`
    select p.token, p.until::text, p.capacity, p.closed_at is not null as "isClosed", p.revision,
      came.all::int as came, came.waiting::int as waiting
    from sign_up_page p cross join lateral (
      select count(*) filter (where s.state <> 'declined') as all, count(*) filter (where s.state = 'waiting') as waiting
      from sign_up s where s.division_id = p.division_id and s.meeting_id = p.meeting_id) came
    where p.division_id = ${divisionId} and p.meeting_id = ${meetingId}::uuid`;
  return row ?? null;
}

/** Whether a page takes names: its meeting stands and has not begun its day after the last one of the page. */
export const takesNames = (
  page: Pick<SignUpPageRow, "until" | "isClosed">,
  meeting: { state: MeetingState; heldOn: IsoDate },
  today: IsoDate,
): boolean =>
  !page.isClosed && meeting.state === "announced" && page.until >= today && meeting.heldOn >= today;

export type SignUpRow = {
  id: string;
  state: SignUpState;
  fullName: string | null;
  mobile: string | null;
  subject: string | null;
  receivedAt: Date;
  invitationId: string | null;
  /** Of whoever is on the list: his number there, what he answered and whether he came. */
  number: number | null;
  reply: Reply | null;
  attended: Attended | null;
  /** What he asked is a demand under this very id. */
  demandId: string | null;
};

/** Who put his name down for a meeting, in the order in which they came. */
export async function listSignUps(
  db: Db,
  divisionId: number,
  meetingId: string,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<SignUpRow>> {
  const after = decodeCursor(cursor, ["uuid"]);
  const rows = await db.$queryRaw<SignUpRow[]>`
    select s.id::text, s.state, coalesce(s.full_name, p.full_name, i.name) as "fullName",
      coalesce(s.mobile, i.mobile, p.mobile) as mobile, s.subject, s.received_at as "receivedAt",
      s.invitation_id::text as "invitationId", i.number, i.reply, i.attended, d.id::text as "demandId"
    from (select * from sign_up where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid
        and ${after ? Prisma.sql`id > ${after[0]}::uuid` : Prisma.sql`true`}
      order by id limit ${size + 1}) s
      left join meeting_invitation i on i.division_id = s.division_id and i.id = s.invitation_id
      left join person p on p.division_id = i.division_id and p.id = i.person_id
      left join demand d on d.division_id = s.division_id and d.id = s.id
    order by s.id`;
  return pageOf(rows, size, (row) => [row.id]);
}

/** What a sign-up asks, for the form of a demand; null where it is not of this place, or forgotten. */
export async function findAsk(
  db: Db,
  divisionId: number,
  id: string,
): Promise<{
  meetingId: string;
  title: string;
  fullName: string;
  mobile: string | null;
  words: string;
} | null> {
  const [row] = await db.$queryRaw<
    { meetingId: string; title: string; fullName: string; mobile: string | null; words: string }[]
  >`select s.meeting_id::text as "meetingId", m.title, coalesce(s.full_name, p.full_name, i.name, '') as "fullName",
      coalesce(s.mobile, i.mobile, p.mobile) as mobile, coalesce(s.subject, '') as words
    from sign_up s join meeting m on m.division_id = s.division_id and m.id = s.meeting_id
      left join meeting_invitation i on i.division_id = s.division_id and i.id = s.invitation_id
      left join person p on p.division_id = i.division_id and p.id = i.person_id
    where s.division_id = ${divisionId} and s.id = ${id}::uuid and s.state in ('waiting', 'taken')`;
  return row ?? null;
}
