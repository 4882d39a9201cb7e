import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { tellOfficers } from "../tell-officers.server";
import { tellStaff } from "../tell.server";

/** One correction of issued words: where it was made, and the messages that it left at the offices. */
export type Correction = { from: number; batchId: string };

/** The places in which offices owe what was put in other words; at most a thousand. */
export async function placesOfCorrection(db: Db, { from, batchId }: Correction): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct division_id as id from office_message
    where source_division_id = ${from} and batch_id = ${batchId}::uuid order by 1 limit 1000`;
  return rows.map(({ id }) => id);
}

/**
 * Tells one place how many obligations of its offices have other words now, once for a correction however many texts it
 * mended, and each of those offices that has an account. Whoever corrected them is not told.
 */
export async function tellOfCorrectedWords(
  actor: PlacedActor,
  eventId: string,
  { from, batchId }: Correction,
  now = clock(),
) {
  const divisionId = actor.place.id;
  const name = (db: Db) =>
    db.division.findUniqueOrThrow({ where: { id: from }, select: { nameFa: true, nameEn: true } });
  const messages = (db: Db) =>
    db.officeMessage.findMany({
      where: { divisionId, sourceDivisionId: from, batchId },
      select: { officeId: true, corrected: true, byKey: true },
      take: 1000,
    });
  await tellStaff(actor, eventId, `words-corrected:${divisionId}`, now, async (db) => {
    const rows = await messages(db);
    const [first] = rows;
    if (!first) return null;
    const count = rows.reduce((sum, { corrected }) => sum + corrected, 0);
    return {
      news: "words-corrected",
      params: { ...(await name(db)), count },
      href: "/obligations?end=owed",
      exceptKey: first.byKey,
    };
  });
  await tellOfficers(actor, eventId, `words-corrected:${divisionId}`, now, async (db) => {
    const of = await name(db);
    return (await messages(db)).map(({ officeId, corrected }) => ({
      officeId,
      news: "words-corrected",
      params: { ...of, count: corrected },
      href: "",
    }));
  });
}
