import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { countEscalated } from "~/areas/obligations/door.server";
import { tellStaff } from "../tell.server";

type Owed = { divisionId: number; count: number };

/** A text of a place; `obligationIds` narrows it to what was added later, `batchId` to whom a chase asked. */
export type Text = { from: number; issuanceId: string; obligationIds?: string[]; batchId?: string };

/** The places in which offices owe a text, or were asked about it, with how many; at most a thousand. */
export async function placesOfText(
  db: Db,
  { from, issuanceId, obligationIds = [], batchId }: Text,
): Promise<Owed[]> {
  if (batchId)
    return db.$queryRaw<Owed[]>`select division_id as "divisionId", count(*)::int as count from office_message
      where source_division_id = ${from} and batch_id = ${batchId}::uuid
      group by division_id order by division_id limit 1000`;
  const only = obligationIds.length > 0 ? Prisma.sql`and id = any(${obligationIds}::uuid[])` : Prisma.empty;
  return db.$queryRaw<Owed[]>`select division_id as "divisionId", count(*)::int as count from obligation
    where source_division_id = ${from} and source_id = ${issuanceId}::uuid ${only}
    group by division_id order by division_id limit 1000`;
}

/** The title of a text and the name of the place that issued it. */
async function headOf(db: Db, { from, issuanceId }: Text) {
  const [row] = await db.$queryRaw<{ title: string; nameFa: string; nameEn: string }[]>`
    select b.source_title as title, d.name_fa as "nameFa", d.name_en as "nameEn"
    from obligation b join division d on d.id = b.source_division_id
    where b.source_division_id = ${from} and b.source_id = ${issuanceId}::uuid limit 1`;
  return row;
}

/** Tells one place how many of its offices owe a text, or were asked about it once more. */
export async function tellOfText(
  actor: PlacedActor,
  eventId: string,
  text: Text,
  count: number,
  now = clock(),
) {
  const news = text.batchId ? "silent-chased" : "obligations-issued";
  return tellStaff(actor, eventId, `${news}:${actor.place.id}`, now, async (db) => {
    const head = await headOf(db, text);
    if (!head) return null;
    const isOwn = text.from === actor.place.id;
    return {
      news,
      params: { ...head, count },
      href: isOwn ? `/obligations/texts/${text.issuanceId}` : "/obligations?end=owed",
    };
  });
}

/** Sums of the messages of one act to offices of a place. */
async function sumsOf(db: Db, divisionId: number, batchId: string) {
  const [row] = await db.$queryRaw<
    { count: number; dueSoon: number; overdue: number; silent: number }[]
  >`select count(*)::int as count, coalesce(sum(due_soon), 0)::int as "dueSoon",
      coalesce(sum(overdue), 0)::int as overdue, coalesce(sum(silent), 0)::int as silent
    from office_message where division_id = ${divisionId} and batch_id = ${batchId}::uuid`;
  return row;
}

/** Tells the staff of a place how many of its offices were reminded today, and of how much. */
export async function tellOfReminders(actor: PlacedActor, eventId: string, batchId: string, now = clock()) {
  return tellStaff(actor, eventId, "offices-reminded", now, async (db) => {
    const sums = await sumsOf(db, actor.place.id, batchId);
    if (!sums?.count) return null;
    const { count, dueSoon, overdue, silent } = sums;
    return {
      news: "offices-reminded",
      params: { count, dueSoon, overdue, silent },
      href: "/obligations?end=owed&filter=overdue",
    };
  });
}

/** Tells the level above that offices of a place under it stay silent after they were reminded. */
export async function tellOfSilence(
  actor: PlacedActor,
  eventId: string,
  { divisionId, batchId }: { divisionId: number; batchId: string },
  now = clock(),
) {
  return tellStaff(actor, eventId, "silence-escalated", now, async (db) => {
    const { offices, obligations } = await countEscalated(db, { divisionId, batchId });
    const place = await db.division.findUnique({
      where: { id: divisionId },
      select: { nameFa: true, nameEn: true },
    });
    if (obligations === 0 || !place) return null;
    return {
      news: "silence-escalated",
      params: { ...place, count: offices, escalated: obligations },
      href: `/obligations/silence?in=${divisionId}&batch=${batchId}`,
    };
  });
}
