import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";

/**
 * Makes the person a member of exactly these circles of his county from today on: memberships that are not among them
 * end, new ones begin. Refuses a circle that is closed, or of another place, as one that is not there.
 */
export async function settleMemberships(
  db: Db,
  actor: PlacedActor,
  personId: string,
  circleIds: string[],
  today: IsoDate,
): Promise<void> {
  const divisionId = actor.place.id;
  const wanted = [...new Set(circleIds)];
  const known = await db.$queryRaw<{ id: string }[]>`
    select id::text from circle
    where division_id = ${divisionId} and id = any(${wanted}::uuid[]) and closed_on is null for share`;
  if (known.length !== wanted.length) {
    throw new Refusal("invalid", "network.unknown-circle", { field: "circleIds" });
  }
  await db.$executeRaw`
    update membership set to_on = greatest(from_on, ${dateOf(today)}::date)
    where division_id = ${divisionId} and person_id = ${personId}::uuid and to_on is null
      and not circle_id = any(${wanted}::uuid[])`;
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
