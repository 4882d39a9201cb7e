import { scopeOf, type Place, type PlacedActor, type Role } from "~/kernel/actor";
import { staffActor } from "~/actor.server";
import { uuidv7 } from "~/lib/identifiers";

/** Places that tests name: Golestan with two of its counties, a province beside it with one, and the nation. */
export const NATION = 0;
export const GOLESTAN = 28_000;
export const GORGAN = 28_005;
export const AQQALA = 28_008;
export const MAZANDARAN = 3_000;
export const SARI = 3_007;

/** A place by its id, with an invented name. */
export function placeAt(id: number): Place {
  return { id, nameFa: `جای ${id}`, nameEn: `Place ${id}`, ...scopeOf(id) };
}

/** Somebody with an appointment of this role in the place; every call is another person unless `accountId` is given. */
export function actorOf(
  placeId: number,
  role: Role,
  accountId: string = uuidv7(),
  fullName = "نرگس شکیبا",
): PlacedActor {
  return staffActor({ id: accountId, fullName }, placeAt(placeId), {
    divisionId: placeId,
    appointmentId: uuidv7(),
    role,
    titleFa: role,
    titleEn: role,
  });
}
