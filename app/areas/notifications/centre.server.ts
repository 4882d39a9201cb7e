import { Prisma, type Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { decodeCursor, pageOf, PAGE_SIZE, type Page } from "~/lib/paging";
import { NEWS, topicOf, type Channel, type Vars } from "./choices";
import { localIdOf } from "./channels/local-id.server";
import type { MessageState, Reason } from "./lifecycle";
import { addressHash } from "./receiver.server";
import type { MessageFilter } from "./schema";

export type MessageRow = {
  id: string;
  channel: Channel;
  kind: string;
  receiver: "account" | "person" | "office" | "guest";
  nameFa: string | null;
  nameEn: string | null;
  state: MessageState;
  why: Reason | null;
  params: Vars;
  ownText: string | null;
  createdAt: Date;
  dueAt: Date;
};

/** The receiver's name beside the message `m`: he may be anybody whom the place knows. */
const NAMES = Prisma.sql`
  left join person p on p.division_id = m.division_id and p.id = m.person_id
  left join office o on o.division_id = m.division_id and o.id = m.office_id
  left join lateral (select a.holder_name as name from appointment a
    where a.division_id = m.division_id and a.account_id = m.account_id order by a.starts_on desc limit 1) holder on true
  left join lateral (select a.holder_name as name from office_appointment a
    where a.division_id = m.division_id and a.account_id = m.account_id order by a.starts_on desc limit 1) officer on true`;
const COLUMNS = Prisma.sql`m.id::text, m.channel, m.kind, m.receiver, m.state, m.why, m.params, m.own_text as "ownText",
  m.created_at as "createdAt", m.due_at as "dueAt",
  coalesce(holder.name, officer.name, o.name_fa, p.full_name, m.guest_name) as "nameFa",
  coalesce(holder.name, officer.name, o.name_en, p.full_name, m.guest_name) as "nameEn"`;

/** Kinds of a topic, with what is gathered under none. */
const kindsOf = (topic: string) => NEWS.filter((news) => topicOf(news) === topic);

/** The messages of a place, the newest first. */
export async function listMessages(
  db: Db,
  placeId: number,
  { state, channel, topic, why, after }: MessageFilter,
  size = PAGE_SIZE,
): Promise<Page<MessageRow>> {
  const cursor = decodeCursor(after, ["instant", "uuid"]);
  const older = cursor
    ? Prisma.sql`and (created_at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<MessageRow[]>`
    select ${COLUMNS} from (
      select * from message where division_id = ${placeId}
        ${state ? Prisma.sql`and state = ${state}` : Prisma.empty}
        ${channel ? Prisma.sql`and channel = ${channel}` : Prisma.empty}
        ${why ? Prisma.sql`and why = ${why}` : Prisma.empty}
        ${topic ? Prisma.sql`and kind = any(${kindsOf(topic)}::text[])` : Prisma.empty} ${older}
      order by created_at desc, id desc limit ${size + 1}) m
    ${NAMES} order by m.created_at desc, m.id desc`;
  return pageOf(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
}

export type OfficeMessageRow = Pick<
  MessageRow,
  "id" | "channel" | "kind" | "state" | "why" | "params" | "ownText" | "createdAt"
>;

/** What was written to an office and its accounts, as its officer sees it; the newest first. */
export async function listOfficeMessages(
  db: Db,
  { divisionId, officeId }: { divisionId: number; officeId: string },
  after?: string | null,
  size = PAGE_SIZE,
): Promise<Page<OfficeMessageRow>> {
  const cursor = decodeCursor(after, ["instant", "uuid"]);
  const older = cursor
    ? Prisma.sql`and (created_at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<OfficeMessageRow[]>`
    select id::text, channel, kind, state, why, params, own_text as "ownText", created_at as "createdAt" from message
    where division_id = ${divisionId} and office_id = ${officeId}::uuid ${older}
    order by created_at desc, id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.createdAt.toISOString(), row.id]);
}

export type MessagePage = MessageRow & {
  href: string | null;
  urgency: string;
  until: Date;
  sentTo: string | null;
  typedAddress: string | null;
  attempts: number;
  round: number;
  localId: string;
  remoteId: string | null;
  mayHaveGone: boolean;
  createdByName: string;
  isBadAddress: boolean;
  events: { id: string; state: MessageState; why: Reason | null; at: Date; byName: string }[];
};

/** One message with all that became of it. Refuses `missing` for one of another place. */
export async function getMessage(db: Db, placeId: number, id: string): Promise<MessagePage> {
  const [row] = await db.$queryRaw<Omit<MessagePage, "events" | "localId" | "isBadAddress">[]>`
    select ${COLUMNS}, m.href, m.urgency, m.until, m.sent_to as "sentTo", m.typed_address as "typedAddress", m.attempts, m.round,
      m.remote_id as "remoteId", m.may_have_gone as "mayHaveGone", m.created_by_name as "createdByName"
    from message m ${NAMES} where m.division_id = ${placeId} and m.id = ${id}::uuid`;
  if (!row) throw new Refusal("missing", "refusal.missing");
  const events = await db.$queryRaw<MessagePage["events"]>`
    select id::text, state, why, at, by_name as "byName" from message_event
    where division_id = ${placeId} and message_id = ${id}::uuid order by at desc, id desc limit 100`;
  const bad = row.sentTo
    ? await db.badAddress.findUnique({
        where: {
          divisionId_channel_addressHash: {
            divisionId: placeId,
            channel: row.channel,
            addressHash: addressHash(row.channel, row.sentTo),
          },
        },
        select: { why: true },
      })
    : null;
  return { ...row, events, localId: localIdOf(row.id, row.round), isBadAddress: bad !== null };
}

/** How many messages of a place wait because their channel is off, and how many were given up. */
export async function countStuck(db: Db, placeId: number): Promise<{ off: Channel[]; dead: number }> {
  const off = await db.$queryRaw<{ channel: Channel }[]>`
    select distinct channel from message where division_id = ${placeId} and state = 'queued' and why = 'channel-off'`;
  const [dead] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select from message where division_id = ${placeId} and state = 'dead' limit 99) d`;
  return { off: off.map(({ channel }) => channel), dead: dead?.count ?? 0 };
}

export type SampledRow = {
  id: string;
  messageId: string;
  channel: Channel;
  address: string;
  subject: string | null;
  body: string;
  at: Date;
};

/** What would have gone out of a place of the sample, the newest first. */
export async function listSampled(
  db: Db,
  placeId: number,
  after?: string | null,
  size = PAGE_SIZE,
): Promise<Page<SampledRow>> {
  const cursor = decodeCursor(after, ["instant", "uuid"]);
  const older = cursor
    ? Prisma.sql`and (at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<SampledRow[]>`
    select id::text, message_id::text as "messageId", channel, address, subject, body, at from sample_outbox
    where division_id = ${placeId} ${older} order by at desc, id desc limit ${size + 1}`;
  return pageOf(rows, size, (row) => [row.at.toISOString(), row.id]);
}
