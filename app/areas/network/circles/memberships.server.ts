import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";

/**
 * Makes the person a member of these circles of his county from today on, where he is none yet. Refuses a circle that is
 * closed, or of another place, as one that is not there.
 */
export async function joinCircles(
  db: Db,
  actor: PlacedActor,
  personId: string,
  circleIds: readonly string[],
  today: IsoDate,
): Promise<void> {
  const divisionId = actor.place.id;
  const wanted = [...new Set(circleIds)];
  if (wanted.length === 0) return;
  const known = await db.$queryRaw<{ id: string }[]>`
    select id::text from circle
    where division_id = ${divisionId} and id = any(${wanted}::uuid[]) and closed_on is null for share`;
  if (known.length !== wanted.length) {
    throw new Refusal("invalid", "network.unknown-circle", { field: "circleIds" });
  }
  const standing = await db.membership.findMany({
    where: { divisionId, personId, toOn: null },
    select: { circleId: true },
  });
  const already = new Set(standing.map((membership) => membership.circleId));
  const joining = wanted.filter((circleId) => !already.has(circleId));
  await db.membership.createMany({
    data: joining.map((circleId) => ({
      divisionId,
      id: uuidv7(),
      circleId,
      personId,
      role: "member",
      fromOn: dateOf(today),
    })),
  });
}

/** Ends the person's memberships on that day: in these circles, or in all of them. */
export async function leaveCircles(
  db: Db,
  actor: PlacedActor,
  personId: string,
  circleIds: readonly string[] | "all",
  day: IsoDate,
): Promise<void> {
  const chosen = circleIds === "all" ? null : circleIds;
  await db.$executeRaw`
    update membership set to_on = greatest(from_on, ${dateOf(day)}::date)
    where division_id = ${actor.place.id} and person_id = ${personId}::uuid and to_on is null
      and (${chosen}::uuid[] is null or circle_id = any(${chosen}::uuid[]))`;
}

/** Refuses a mobile number that another person of the county has; the message names him to his own county alone. */
export async function refuseTakenMobile(
  db: Db,
  divisionId: number,
  mobile: string,
  exceptId?: string,
): Promise<void> {
  const holder = await db.person.findUnique({ where: { divisionId_mobile: { divisionId, mobile } } });
  if (!holder || holder.id === exceptId) return;
  throw new Refusal("conflict", `network.mobile-taken?${new URLSearchParams({ name: holder.fullName })}`, {
    field: "mobile",
    params: { personId: holder.id },
  });
}
