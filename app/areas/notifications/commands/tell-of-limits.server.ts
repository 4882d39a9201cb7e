import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { tellStaff } from "../tell.server";

/** Which change of the working calendar moved limits in which place. */
export type MovedLimits = { divisionId: number; actId: string };

/** Tells the staff of a place how many limits of its offices the calendar moved. */
export async function tellOfMovedLimits(
  actor: PlacedActor,
  eventId: string,
  { actId }: MovedLimits,
  now = clock(),
) {
  return tellStaff(actor, eventId, "limits-moved", now, async (db) => {
    const [moved] = await db.$queryRaw<{ count: number; offices: number }[]>`
      select count(distinct obligation_id)::int as count, count(distinct office_id)::int as offices from obligation_event
      where division_id = ${actor.place.id} and act_id = ${actId}::uuid`;
    if (!moved?.count) return null;
    return { news: "limits-moved", params: moved, href: "/obligations?end=owed" };
  });
}

/** The other places that issued what was moved. */
export async function issuersOfMoved(db: Db, { divisionId, actId }: MovedLimits): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct source_division_id as id from obligation_event
    where division_id = ${divisionId} and act_id = ${actId}::uuid and source_division_id <> ${divisionId} limit 1000`;
  return rows.map(({ id }) => id);
}

/** Tells an issuer that limits of what it issued moved: once for a change, in however many places it had effect. */
export async function tellIssuerOfLimits(actor: PlacedActor, actId: string, now = clock()) {
  return tellStaff(actor, actId, `issued-limits-moved:${actor.place.id}`, now, () =>
    Promise.resolve({ news: "issued-limits-moved", params: {}, href: "/obligations?end=issued&by=office" }),
  );
}
