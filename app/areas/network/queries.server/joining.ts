import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { addDays, type IsoDate } from "~/lib/jalali";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import {
  FORGET_WARNING_DAYS,
  WAITING_DAYS,
  type Capacity,
  type DeclineReason,
  type JoinRequestState,
} from "../choices";
import type { Way } from "../people/ways";

/** How many requests wait for the county. */
export async function countWaitingRequests(db: Db, divisionId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from join_request where division_id = ${divisionId} and state = 'waiting'`;
  return row?.n ?? 0;
}

/** Requests that are forgotten within a fortnight unless somebody decides them, and the day on which the first one is. */
export async function requestsToForget(
  db: Db,
  divisionId: number,
  today: IsoDate,
): Promise<{ count: number; firstOn: IsoDate } | null> {
  const [row] = await db.$queryRaw<{ count: number; since: IsoDate | null }[]>`
    select count(*)::int as count, min((received_at at time zone 'Asia/Tehran')::date)::text as since from join_request
    where division_id = ${divisionId} and state = 'waiting'
      and received_at < ${addDays(today, FORGET_WARNING_DAYS - WAITING_DAYS)}::date`;
  return row?.since ? { count: row.count, firstOn: forgottenOn(row.since, today) } : null;
}

/** The day in whose night a request that came on `receivedOn` is forgotten: tonight, where its time is over. */
export function forgottenOn(receivedOn: IsoDate, today: IsoDate): IsoDate {
  const day = addDays(receivedOn, WAITING_DAYS);
  return day < today ? today : day;
}

export type JoinRequestRow = {
  id: string;
  state: JoinRequestState;
  /** Null once it was decided, when it stands elsewhere or is forgotten. */
  fullName: string | null;
  locality: string | null;
  formName: string | null;
  receivedAt: Date;
  decidedAt: Date | null;
  declineReason: DeclineReason | null;
  personId: string | null;
  /** Of an accepted one: whom it made, or whom it was joined to. */
  personName: string | null;
};

/** Requests to join in one state: those that wait the oldest first, those that are decided the newest first. */
export async function listJoinRequests(
  db: Db,
  divisionId: number,
  state: JoinRequestState,
  cursor?: string | null,
  size = PAGE_SIZE,
): Promise<Page<JoinRequestRow>> {
  const after = decodeCursor(cursor, ["instant", "uuid"]);
  const isWaiting = state === "waiting";
  const beyond = !after
    ? Prisma.sql`true`
    : isWaiting
      ? Prisma.sql`(r.received_at, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : Prisma.sql`(r.received_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const order = isWaiting ? Prisma.sql`r.received_at, r.id` : Prisma.sql`r.received_at desc, r.id desc`;
  const rows = await db.$queryRaw<JoinRequestRow[]>`
    select r.id::text, r.state, r.full_name as "fullName", r.locality, l.name as "formName",
      r.received_at as "receivedAt", r.decided_at as "decidedAt", r.decline_reason as "declineReason",
      r.person_id::text as "personId", p.full_name as "personName"
    from (select * from join_request r where r.division_id = ${divisionId} and r.state = ${state} and ${beyond}
      order by ${order} limit ${size + 1}) r
    join join_link l on l.division_id = r.division_id and l.id = r.link_id
    left join person p on p.division_id = r.division_id and p.id = r.person_id
    order by ${order}`;
  return pageOf(rows, size, (row) => [row.receivedAt.toISOString(), row.id]);
}

/** One request with all that it says, and who of the county has its number already. */
export async function getJoinRequest(db: Db, divisionId: number, id: string) {
  const request = await db.joinRequest.findUnique({
    where: { divisionId_id: { divisionId, id } },
    include: { link: { select: { id: true, name: true } }, person: { select: { fullName: true } } },
  });
  if (!request) throw new Refusal("missing", "refusal.missing");
  const { mobile } = request;
  const holder =
    mobile !== null && request.state === "waiting"
      ? await db.person.findUnique({
          where: { divisionId_mobile: { divisionId, mobile } },
          select: { id: true, fullName: true, state: true },
        })
      : null;
  return {
    id,
    state: request.state as JoinRequestState,
    fullName: request.fullName,
    mobile,
    locality: request.locality,
    capacities: request.capacities as Capacity[],
    preferredWay: request.preferredWay as Way | null,
    receivedAt: request.receivedAt,
    decidedAt: request.decidedAt,
    decidedByName: request.decidedByName,
    declineReason: request.declineReason as DeclineReason | null,
    declineNote: request.declineNote,
    formName: request.link.name,
    person: request.personId && { id: request.personId, fullName: request.person?.fullName ?? "" },
    holder: holder && { id: holder.id, fullName: holder.fullName },
  };
}
export type JoinRequestDetails = Awaited<ReturnType<typeof getJoinRequest>>;

export type JoinLinkRow = {
  id: string;
  token: string;
  name: string | null;
  until: IsoDate;
  isOpen: boolean;
  isRevoked: boolean;
  createdByName: string;
  /** Requests that came by it, and those that were accepted. */
  arrivals: number;
  accepted: number;
};

/** Most join forms that a page lists: a county opens a few a year. */
const MOST_LINKS = 50;

/** The county's join forms, the newest first, with what came by each; one alone when `linkId` is given. */
export async function listJoinLinks(
  db: Db,
  divisionId: number,
  today: IsoDate,
  linkId?: string,
): Promise<JoinLinkRow[]> {
  return db.$queryRaw<JoinLinkRow[]>`
    select l.id::text, l.token, l.name, l.until::text, l.revoked_at is not null as "isRevoked",
      l.revoked_at is null and l.until >= ${today}::date as "isOpen", l.created_by_name as "createdByName",
      coalesce(came.arrivals, 0)::int as arrivals, coalesce(came.accepted, 0)::int as accepted
    from (select * from join_link where division_id = ${divisionId}
        and ${linkId === undefined ? Prisma.sql`true` : Prisma.sql`id = ${linkId}::uuid`}
      order by id desc limit ${MOST_LINKS}) l
    left join lateral (select count(*) as arrivals, count(*) filter (where r.state = 'accepted') as accepted
      from join_request r where r.division_id = l.division_id and r.link_id = l.id) came on true
    order by l.id desc`;
}

/** One join form. Refuses `missing`. */
export async function getJoinLink(db: Db, divisionId: number, linkId: string, today: IsoDate) {
  const [link] = await listJoinLinks(db, divisionId, today, linkId);
  if (!link) throw new Refusal("missing", "refusal.missing");
  return link;
}
