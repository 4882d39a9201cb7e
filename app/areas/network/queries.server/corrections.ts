import type { Db } from "~/kernel/db.server";

/** What a person says is right about him, beside what stands in his record. */
export type CorrectionRow = {
  id: string;
  personId: string;
  fullName: string;
  mobile: string | null;
  locality: string | null;
  saidName: string;
  saidMobile: string | null;
  saidLocality: string | null;
  sentAt: Date;
};

/** Most corrections that a page shows; the rest come up as these are decided. */
const MOST = 50;

/** Corrections that wait for the county, the oldest first. */
export async function listCorrections(db: Db, divisionId: number, most = MOST): Promise<CorrectionRow[]> {
  return db.$queryRaw<CorrectionRow[]>`
    select c.id::text, c.person_id::text as "personId", p.full_name as "fullName", p.mobile, p.locality,
      c.full_name as "saidName", c.mobile as "saidMobile", c.locality as "saidLocality", c.sent_at as "sentAt"
    from (select * from person_correction where division_id = ${divisionId} order by sent_at, id limit ${most}) c
    join person p on p.division_id = c.division_id and p.id = c.person_id
    order by c.sent_at, c.id`;
}

export async function countCorrections(db: Db, divisionId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from person_correction where division_id = ${divisionId}`;
  return row?.n ?? 0;
}

export type MemberLinkRow = {
  id: string;
  createdAt: Date;
  createdByName: string;
  expiresAt: Date;
  openedAt: Date | null;
  isRevoked: boolean;
};

/** The links to a person's own page that were made last. */
export async function listMemberLinks(
  db: Db,
  divisionId: number,
  personId: string,
): Promise<MemberLinkRow[]> {
  return db.$queryRaw<MemberLinkRow[]>`
    select id::text, created_at as "createdAt", created_by_name as "createdByName", expires_at as "expiresAt",
      opened_at as "openedAt", revoked_at is not null as "isRevoked"
    from member_link where division_id = ${divisionId} and person_id = ${personId}::uuid order by id desc limit 20`;
}
