import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";

/**
 * The day on which a circle was formed; whoever else changes its memberships waits. Missing when it is not of the county,
 * and `conflict` when it is closed.
 */
export async function holdCircle(db: Db, divisionId: number, circleId: string): Promise<IsoDate> {
  const [circle] = await db.$queryRaw<{ formedOn: IsoDate; isClosed: boolean }[]>`
    select formed_on::text as "formedOn", closed_on is not null as "isClosed" from circle
    where division_id = ${divisionId} and id = ${circleId}::uuid for no key update`;
  if (!circle) throw new Refusal("missing", "refusal.missing");
  if (circle.isClosed) throw new Refusal("conflict", "network.circle.closed");
  return circle.formedOn;
}

/** A circle has one convener: whoever was it before stays, from this day on, as a member. */
export async function makeRoomForConvener(
  db: Db,
  actor: PlacedActor,
  circleId: string,
  newConvenerId: string,
  day: IsoDate,
): Promise<void> {
  const divisionId = actor.place.id;
  const former = await db.membership.findMany({
    where: { divisionId, circleId, toOn: null, role: "convener", personId: { not: newConvenerId } },
  });
  await db.$executeRaw`
    update membership set to_on = greatest(from_on, ${dateOf(day)}::date)
    where division_id = ${divisionId} and circle_id = ${circleId}::uuid and to_on is null and role = 'convener'
      and person_id <> ${newConvenerId}::uuid`;
  await db.membership.createMany({
    data: former.map(({ personId, fromOn }) => ({
      divisionId,
      id: uuidv7(),
      circleId,
      personId,
      role: "member",
      fromOn: fromOn > dateOf(day) ? fromOn : dateOf(day),
    })),
  });
}
