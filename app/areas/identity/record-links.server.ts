import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { newToken, sha256Hex, uuidv7 } from "~/lib/identifiers";

/** A personal link that is bound to one record of a place and to one receiver. */
export type RecordLink = {
  id: string;
  divisionId: number;
  recordId: string;
  /** `person:ID`, `guest:+989…`, `office:ID`. */
  receiver: string;
  expiresAt: Date;
  usedAt: Date | null;
};

export type NewRecordLink = { token: string; hash: string };

/** A token and what is kept of it. Made outside of the unit of work that stores it. */
export async function newRecordToken(): Promise<NewRecordLink> {
  const token = newToken();
  return { token, hash: await sha256Hex(token) };
}

/** Stores a link by which one receiver opens one record of the actor's place until a moment, for one purpose. */
export async function storeRecordLink(
  db: Db,
  actor: PlacedActor,
  { hash }: Pick<NewRecordLink, "hash">,
  link: { purpose: string; recordId: string; receiver: string; expiresAt: Date; now: Date },
): Promise<void> {
  await db.$executeRaw`insert into personal_link (id, token_hash, kind, division_id, record_id, receiver, created_at, created_by_key, expires_at)
    values (${uuidv7()}::uuid, ${hash}, ${link.purpose}, ${actor.place.id}, ${link.recordId}::uuid, ${link.receiver}, ${link.now},
      ${actor.key}, ${link.expiresAt})`;
}

/**
 * What the hash of a token opens for a purpose; null where it opens nothing, its time is over, or it was taken back. Needs
 * the door's scope.
 */
export async function findRecordLink(
  db: Db,
  purpose: string,
  hash: string,
  now: Date,
): Promise<RecordLink | null> {
  const [row] = await db.$queryRaw<RecordLink[]>`
    select id::text, division_id as "divisionId", record_id::text as "recordId", receiver, expires_at as "expiresAt",
      used_at as "usedAt"
    from personal_link where token_hash = ${hash} and kind = ${purpose} and record_id is not null
      and revoked_at is null and expires_at > ${now}`;
  return row ?? null;
}

/** Notes in the open unit of work of its place that a link was used; answers whether this was the first time. */
export async function useRecordLink(db: Db, divisionId: number, linkId: string, now: Date): Promise<boolean> {
  const first = await db.$executeRaw`update personal_link set used_at = ${now}
    where division_id = ${divisionId} and id = ${linkId}::uuid and record_id is not null and used_at is null`;
  return first > 0;
}

/** Takes back every link to a record, or one receiver's alone; answers how many. */
export async function revokeRecordLinks(
  db: Db,
  divisionId: number,
  { purpose, recordId, receiver }: { purpose: string; recordId: string; receiver?: string },
  now: Date,
): Promise<number> {
  return db.$executeRaw`update personal_link set revoked_at = ${now}
    where division_id = ${divisionId} and record_id = ${recordId}::uuid and kind = ${purpose} and revoked_at is null
      and (${receiver ?? null}::text is null or receiver = ${receiver ?? null})`;
}
