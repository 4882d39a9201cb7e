import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn, type IsoDate } from "~/lib/jalali";

/** Who headed an office from a day (none: since nobody knows when) until the first day on which he no longer did. */
export type HeadRow = { id: string; name: string; since: IsoDate | null; until: IsoDate | null };

/** The heads of an office of one's very place, the present one first; at most fifty. */
export async function listHeads(db: Db, placeId: number, officeId: string): Promise<HeadRow[]> {
  return db.$queryRaw<HeadRow[]>`
    select id::text, name, since::text, until::text from office_head
    where division_id = ${placeId} and office_id = ${officeId}::uuid
    order by until desc nulls first, since desc nulls last, id limit 50`;
}

/**
 * Keeps who heads an office. Another name with a later first day is another head, and the former one ends on that day;
 * another name with the same day is the same head, written anew. Refuses `invalid` a first day that is still to come, and
 * one before that of the head whom he follows.
 */
export async function keepHead(
  db: Db,
  actor: PlacedActor,
  officeId: string,
  said: { name: string | undefined; since: IsoDate | undefined },
  now: Date,
): Promise<void> {
  const at = { divisionId: actor.place.id, officeId };
  const today = todayIn(now);
  const wrong = (code: "form.date.in-future" | "bodies.head.before-former") =>
    new Refusal("invalid", code, { field: "headSince" });
  if (said.since && said.since > today) throw wrong("form.date.in-future");
  const heads = await listHeads(db, at.divisionId, officeId);
  const present = heads.find(({ until }) => until === null);
  const former = heads.find(({ until }) => until !== null);
  if (!said.name) {
    if (present) await end(db, at.divisionId, present.id, today);
    return;
  }
  const isAnother =
    present !== undefined &&
    present.name !== said.name &&
    said.since !== undefined &&
    said.since !== present.since;
  if (present && !isAnother) {
    if (former?.until && (said.since ?? former.until) < former.until)
      throw wrong("bodies.head.before-former");
    const since = said.since ?? (former ? present.since : null);
    await db.officeHead.update({
      where: { divisionId_id: { divisionId: at.divisionId, id: present.id } },
      data: { name: said.name, since: since && dateOf(since) },
    });
    return;
  }
  const floor = present ? present.since : former?.until;
  const since = said.since ?? (former ? today : null);
  if (floor && since && since < floor) throw wrong("bodies.head.before-former");
  if (present && since) await end(db, at.divisionId, present.id, since);
  await db.officeHead.create({
    data: {
      ...at,
      id: uuidv7(),
      name: said.name,
      since: since && dateOf(since),
      notedBy: actor.name,
      notedAt: now,
    },
  });
}

const end = (db: Db, divisionId: number, id: string, day: IsoDate) =>
  db.officeHead.update({ where: { divisionId_id: { divisionId, id } }, data: { until: dateOf(day) } });
