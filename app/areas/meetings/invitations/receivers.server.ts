import type { Receiver } from "~/areas/notifications/door.server";
import { accountsOfPost, inForce } from "~/areas/posts/queries.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { parseMobile } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import type { Deputy } from "./message.server";

/** An invitation that somebody is to be told of. */
export type ToTell = {
  id: string;
  number: number;
  linkTurn: number;
  receivers: Receiver[];
  /** Who is sent in his stead and has a link of his own. */
  deputy: Deputy | null;
  /** The post of a place below whose holder, or the office whose officers, are told there. */
  below: Below | null;
};
export type Below = { divisionId: number } & (
  | { postId: string; officeId?: never }
  | { officeId: string; postId?: never }
);

type Raw = {
  id: string;
  number: number;
  linkTurn: number;
  kind: string;
  isOwn: boolean;
  officeDivisionId: number | null;
  officeId: string | null;
  officeEmail: string | null;
  officePhone: string | null;
  personId: string | null;
  name: string;
  mobile: string | null;
  email: string | null;
  postDivisionId: number | null;
  postId: string | null;
  accounts: string[] | null;
  officers: string[] | null;
  deputyName: string | null;
  deputyMobile: string | null;
};

const isBelow = ({ postDivisionId }: Raw, divisionId: number) =>
  postDivisionId !== null && postDivisionId !== divisionId;

/** Who is told in his own place, where somebody is there to be told. */
function belowOf(row: Raw, divisionId: number): Below | null {
  const { postDivisionId, postId, officeDivisionId, officeId } = row;
  if (isBelow(row, divisionId) && row.accounts?.length && postDivisionId !== null && postId !== null)
    return { divisionId: postDivisionId, postId };
  if (!row.isOwn && row.officers?.length && officeDivisionId !== null && officeId !== null)
    return { divisionId: officeDivisionId, officeId };
  return null;
}

/**
 * To whom an invitation is said: officers of the office, and the holder of the post and whoever acts for him, by their accounts, a member by his way, a
 * guest by the number that was written. Nobody where there is no way: then the printed letter is.
 */
function receiversOf(row: Raw, divisionId: number): Receiver[] {
  const { officeId, personId, name, mobile, email } = row;
  if (personId) return [{ kind: "person", personId }];
  if (row.accounts)
    return isBelow(row, divisionId) ? [] : row.accounts.map((accountId) => ({ kind: "account", accountId }));
  if (officeId && row.isOwn) {
    const officers = (row.officers ?? []).map((accountId): Receiver => ({
      kind: "account",
      accountId,
      officeId,
    }));
    return [...officers, { kind: "office", officeId }];
  }
  // An office of a place below is written to as its page says; its officers hear of it there.
  if (officeId) {
    const phone = row.officePhone && parseMobile(row.officePhone);
    if (row.officeEmail) return [{ kind: "guest", name, email: row.officeEmail }];
    return phone ? [{ kind: "guest", name, mobile: phone }] : [];
  }
  if (!mobile && !email) return [];
  return [{ kind: "guest", name, ...(mobile ? { mobile } : {}), ...(email ? { email } : {}) }];
}

/**
 * The next invitations of a meeting behind a number, with whom each is told by; walk-ins are told of nothing. They are held
 * in the order of their numbers, so that jobs that tell the same meeting's invitees wait for each other.
 */
export async function invitationsToTell(
  db: Db,
  divisionId: number,
  meetingId: string,
  {
    after,
    today,
    size,
    isUnsent = false,
  }: { after: number; today: IsoDate; size: number; isUnsent?: boolean },
): Promise<ToTell[]> {
  const rows = await db.$queryRaw<Raw[]>`
    select i.id::text, i.number, i.link_turn as "linkTurn", i.kind, i.office_division_id is not distinct from ${divisionId}::int as "isOwn",
      i.office_division_id as "officeDivisionId", i.office_id::text as "officeId", o.email as "officeEmail", o.phone as "officePhone", i.person_id::text as "personId",
      coalesce(o.name_fa, i.name) as name, i.mobile, i.email,
      i.deputy_name as "deputyName", i.deputy_mobile as "deputyMobile",
      i.post_division_id as "postDivisionId", i.post_id::text as "postId",
      case when i.post_id is not null then array(${accountsOfPost(Prisma.sql`i.post_division_id`, Prisma.sql`i.post_id`, today)}) end
        as accounts,
      array(select distinct a.account_id::text from office_appointment a
        where a.division_id = i.office_division_id and a.office_id = i.office_id and ${inForce("a", today)}) as officers
    from meeting_invitation i
      left join office o on o.division_id = i.office_division_id and o.id = i.office_id
    where i.division_id = ${divisionId} and i.meeting_id = ${meetingId}::uuid and i.withdrawn_at is null
      and i.kind <> 'walk-in' and i.number > ${after}::int and (not ${isUnsent} or i.sent_at is null)
    order by i.number limit ${size} for update of i`;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    linkTurn: row.linkTurn,
    receivers: receiversOf(row, divisionId),
    deputy: row.deputyName && row.deputyMobile ? { name: row.deputyName, mobile: row.deputyMobile } : null,
    below: belowOf(row, divisionId),
  }));
}
