import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, type Db } from "~/kernel/db.server";
import type { News } from "../choices";
import { tellOfficers } from "../tell-officers.server";
import type { Text } from "./tell-of-chasing.server";
import type { Issued } from "./tell-of-minutes.server";

type Counted = { officeId: string; count: number };

const nameOf = (db: Db, id: number) =>
  db.division.findUniqueOrThrow({ where: { id }, select: { nameFa: true, nameEn: true } });

/**
 * Tells the office that owes what the issuer made of its report, of its day and of the obligation itself; or the office
 * that passed it on what was reported and asked of it.
 */
export async function tellOfficersOfObligation(
  actor: PlacedActor,
  eventId: string,
  news: Extract<News, `obligation-${string}`>,
  { divisionId, obligationId }: { divisionId: number; obligationId: string },
  end: "debtor" | "issuer" = "debtor",
  now = clock(),
) {
  return tellOfficers(actor, eventId, "tell-of-obligation", now, async (db) => {
    const row = await db.obligation.findUnique({
      where: { divisionId_id: { divisionId, id: obligationId } },
      select: { officeId: true, sourceOfficeId: true, sourceTitle: true, sourceNumber: true },
    });
    const officeId = end === "debtor" ? row?.officeId : row?.sourceOfficeId;
    if (!row || !officeId) return [];
    const params = { title: row.sourceTitle, number: row.sourceNumber ?? 0 };
    return [{ officeId, news, params, href: `/obligations/${obligationId}` }];
  });
}

/** Tells each office of a place that a text reached it, or that its answer to one was asked for once more. */
export async function tellOfficersOfText(actor: PlacedActor, eventId: string, text: Text, now = clock()) {
  const { from, issuanceId, obligationIds = [], batchId } = text;
  const divisionId = actor.place.id;
  const news = batchId ? "office-chased" : "office-owes";
  return tellOfficers(actor, eventId, `${news}:${divisionId}`, now, async (db) => {
    const only = obligationIds.length > 0 ? Prisma.sql`and id = any(${obligationIds}::uuid[])` : Prisma.empty;
    const rows = batchId
      ? await db.$queryRaw<(Counted & { title: string; nameFa?: null; nameEn?: null })[]>`
          select m.office_id::text as "officeId", m.silent as count, (select b.source_title from obligation b
            where b.division_id = m.division_id and b.office_id = m.office_id and b.source_id = ${issuanceId}::uuid
            limit 1) as title
          from office_message m where m.division_id = ${divisionId} and m.source_division_id = ${from}
            and m.batch_id = ${batchId}::uuid limit 1000`
      : await db.$queryRaw<(Counted & { title: string; nameFa?: string | null; nameEn?: string | null })[]>`
          select office_id::text as "officeId", count(*)::int as count, min(source_title) as title,
            min(source_office_fa) as "nameFa", min(source_office_en) as "nameEn" from obligation
          where division_id = ${divisionId} and source_division_id = ${from} and source_id = ${issuanceId}::uuid ${only}
          group by office_id limit 1000`;
    if (rows.length === 0) return [];
    const place = await nameOf(db, from);
    return rows.map(({ officeId, count, title, nameFa, nameEn }) => ({
      officeId,
      news,
      params: { nameFa: nameFa ?? place.nameFa, nameEn: nameEn ?? place.nameEn, count, title: title ?? "" },
      href: "?part=new",
    }));
  });
}

/** The offices that owe because of minutes issued in a place, with how much each; at most five thousand. */
export async function listOwingOffices(
  db: Db,
  placeId: number,
  { minutesId, partyId }: Issued,
): Promise<(Counted & { divisionId: number })[]> {
  const party = partyId ? Prisma.sql`and o.resolution_party_id = ${partyId}::uuid` : Prisma.empty;
  return db.$queryRaw`
    select o.division_id as "divisionId", o.office_id::text as "officeId", count(*)::int as count
    from resolution r
    join obligation o on o.source_division_id = ${placeId} and o.source_id = r.id and o.parent_id is null
    where r.division_id = ${placeId} and r.minutes_id = ${minutesId}::uuid ${party}
    group by o.division_id, o.office_id order by o.division_id, o.office_id limit 5000`;
}

/** Tells each of a place's offices how many obligations minutes brought it. */
export async function tellOfficersOfMinutes(
  actor: PlacedActor,
  eventId: string,
  { from, title, offices }: { from: number; title: string; offices: readonly Counted[] },
  now = clock(),
) {
  return tellOfficers(actor, eventId, `tell-of-minutes:${actor.place.id}`, now, async (db) => {
    const name = await nameOf(db, from);
    return offices.map(({ officeId, count }) => ({
      officeId,
      news: "office-owes",
      params: { ...name, count, title },
      href: "?part=new",
    }));
  });
}

/** Tells each office that was reminded today of how much it was. */
export async function tellOfficersReminded(
  actor: PlacedActor,
  eventId: string,
  batchId: string,
  now = clock(),
) {
  const divisionId = actor.place.id;
  return tellOfficers(actor, eventId, "office-reminded", now, async (db) => {
    const rows = await db.officeMessage.findMany({
      where: { divisionId, batchId },
      select: { officeId: true, dueSoon: true, overdue: true, silent: true },
      take: 1000,
    });
    return rows.map(({ officeId, ...params }) => ({ officeId, news: "office-reminded", params, href: "" }));
  });
}
