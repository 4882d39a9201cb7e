import { Prisma, type Db } from "~/kernel/db.server";
import { addressOf } from "./address";
import type { Channel } from "./choices";
import { addressHash } from "./receiver.server";

/** Somebody to whom messages go by the number or address of his own page. */
export type Written = { kind: "person" | "office"; id: string };

/**
 * What a person may have sent again in one press: it certainly did not arrive, and it is not too late for it. What may have
 * arrived is looked at one by one.
 */
export const resendable = (to: Written | null, now: Date): Prisma.Sql => {
  const whose =
    to === null
      ? Prisma.empty
      : to.kind === "person"
        ? Prisma.sql`and person_id = ${to.id}::uuid`
        : Prisma.sql`and office_id = ${to.id}::uuid and receiver = 'office'`;
  // A wrong number is mended first, where its holder is shown.
  const states = to === null ? ["failed"] : ["failed", "undeliverable"];
  return Prisma.sql`${whose} and until > ${now} and (state = any(${states})
    or (state = 'dead' and not may_have_gone) or (state = 'withheld' and why = 'no-address'))`;
};

/** Most messages that one press sends again. */
export const MOST_AGAIN = 500;

/** How many messages of a place, or to one receiver, one press would send again; counted up to a bound. */
export async function countResendable(
  db: Db,
  divisionId: number,
  to: Written | null,
  now: Date,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`select count(*)::int as count from (
    select from message where division_id = ${divisionId} ${resendable(to, now)} limit ${MOST_AGAIN}) m`;
  return row?.count ?? 0;
}

/** That the messages to somebody do not arrive: which of his addresses came to nothing, and what may be sent again. */
export type Unreached = {
  to: Written;
  bad: { channel: Channel; why: "bad-address" | "blocked"; at: Date }[];
  again: number;
};

/** Whether messages to somebody come to nothing; null where they do not. */
export async function findUnreached(
  db: Db,
  divisionId: number,
  to: Written,
  written: Partial<Record<Channel, string | null>>,
  now: Date,
): Promise<Unreached | null> {
  const addresses = (Object.entries(written) as [Channel, string | null][]).flatMap(([channel, text]) => {
    const address = addressOf(channel, text);
    return address ? [addressHash(channel, address)] : [];
  });
  const bad = await db.$queryRaw<Unreached["bad"]>`select channel, why, at from bad_address
    where division_id = ${divisionId} and address_hash = any(${addresses}) order by channel`;
  const again = await countResendable(db, divisionId, to, now);
  return bad.length > 0 || again > 0 ? { to, bad, again } : null;
}

/** Of these accounts, those whose last message of the place came to nothing for their address, with that message. */
export async function accountsUnreached(
  db: Db,
  divisionId: number,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ accountId: string; id: string; state: string }[]>`
    select distinct on (account_id) account_id::text as "accountId", id::text, state from message
    where division_id = ${divisionId} and account_id = any(${[...accountIds]}::uuid[])
      and state in ('accepted', 'delivered', 'undeliverable')
    order by account_id, created_at desc, id desc`;
  return new Map(
    rows.flatMap(({ accountId, id, state }) => (state === "undeliverable" ? [[accountId, id]] : [])),
  );
}
