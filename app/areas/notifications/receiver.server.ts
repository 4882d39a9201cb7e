import { createHash } from "node:crypto";
import type { Db } from "~/kernel/db.server";
import { addressOf } from "./address";
import { wishByDefault, topicOf, type Channel, type Rhythm, type Wish } from "./choices";
import type { Reason } from "./lifecycle";

/** What is known of a message when it is about to go. */
export type Addressed = {
  channel: Channel;
  kind: string;
  receiver: "account" | "person" | "office" | "guest";
  accountId: string | null;
  personId: string | null;
  officeId: string | null;
  typedAddress: string | null;
};

export type Reach = { to: string } | { why: Reason };

/** Under which an address is known as bad. */
export const addressHash = (channel: Channel, address: string): string =>
  createHash("sha256").update(`${channel} ${address.toLowerCase()}`).digest("hex");

export type AccountWishes = {
  id: string;
  mobile: string | null;
  email: string | null;
  locale: string;
  isDisabled: boolean;
  digest: Rhythm;
  wishOf: (kind: string, channel: Channel) => Wish;
  /** What was said of a topic; undefined where nothing was. */
  saidOf: (topic: string, channel: Channel) => Wish | undefined;
};

/** What accounts wish to hear and where. Needs the door's scope. */
export async function wishesOf(db: Db, accountIds: readonly string[]): Promise<Map<string, AccountWishes>> {
  const rows = await db.$queryRaw<
    {
      id: string;
      mobile: string | null;
      email: string | null;
      locale: string;
      isDisabled: boolean;
      digest: Rhythm | null;
      said: { topic: string; channel: string; choice: Wish }[];
    }[]
  >`select a.id::text, a.mobile, m.email, a.locale, a.disabled_at is not null as "isDisabled", m.digest,
      coalesce((select jsonb_agg(jsonb_build_object('topic', p.topic, 'channel', p.channel, 'choice', p.choice))
        from message_preference p where p.account_id = a.id), '[]') as said
    from account a left join message_account m on m.account_id = a.id
    where a.id = any(${[...new Set(accountIds)]}::uuid[])`;
  return new Map(
    rows.map(({ said, digest, ...row }) => {
      const saidOf = (topic: string, channel: Channel) =>
        said.find((one) => one.topic === topic && one.channel === channel)?.choice;
      return [
        row.id,
        {
          ...row,
          digest: digest ?? "daily",
          saidOf,
          wishOf: (kind, channel) => saidOf(topicOf(kind), channel) ?? wishByDefault(kind, channel),
        },
      ];
    }),
  );
}

async function writtenOf(
  db: Db,
  divisionId: number,
  message: Addressed,
): Promise<string | null | { why: Reason }> {
  const { channel, receiver, accountId, personId, officeId } = message;
  if (receiver === "account" && accountId) {
    const account = (await wishesOf(db, [accountId])).get(accountId);
    if (!account || account.isDisabled) return { why: "receiver-gone" };
    if (message.kind !== "digest" && account.wishOf(message.kind, channel) === "off")
      return { why: "preference" };
    return channel === "sms" ? account.mobile : account.email;
  }
  if (receiver === "person" && personId) {
    const [person] = await db.$queryRaw<
      { mobile: string | null; noContact: boolean; isGone: boolean; isBarred: boolean }[]
    >`select p.mobile, p.no_contact as "noContact", (p.erased_at is not null or p.state in ('archived', 'cancelled')) as "isGone",
        exists (select from person_way w where w.division_id = p.division_id and w.person_id = p.id and w.way = 'sms'
          and w.barred_on is not null) as "isBarred"
      from person p where p.division_id = ${divisionId} and p.id = ${personId}::uuid`;
    if (!person || person.isGone) return { why: "receiver-gone" };
    if (person.noContact) return { why: "do-not-contact" };
    if (person.isBarred) return { why: "barred" };
    return person.mobile;
  }
  if (receiver === "office" && officeId) {
    const [office] = await db.$queryRaw<{ email: string | null; phone: string | null; isClosed: boolean }[]>`
      select email, phone, closed_on is not null as "isClosed" from office
      where division_id = ${divisionId} and id = ${officeId}::uuid`;
    if (!office || office.isClosed) return { why: "receiver-gone" };
    return channel === "sms" ? office.phone : office.email;
  }
  return null;
}

/** Where a message goes, as its receiver stands now; or why it does not go. Needs the door's scope beside the place's. */
export async function reachOf(db: Db, divisionId: number, message: Addressed): Promise<Reach> {
  const written = await writtenOf(db, divisionId, message);
  if (written !== null && typeof written === "object") return written;
  const to = addressOf(message.channel, message.typedAddress ?? written);
  if (!to) return { why: "no-address" };
  const bad = await db.badAddress.findUnique({
    where: {
      divisionId_channel_addressHash: {
        divisionId,
        channel: message.channel,
        addressHash: addressHash(message.channel, to),
      },
    },
    select: { why: true },
  });
  return bad ? { why: "bad-address" } : { to };
}
