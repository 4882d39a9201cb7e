import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";

/**
 * Whether a link that sets the account's password is the actor's to hand out: nothing hangs on the account but posts of
 * offices of his own place. Else whoever appoints somebody could take over what the account may do as staff or elsewhere.
 */
export async function isOnlyOfficer(db: Db, { place }: PlacedActor, accountId: string): Promise<boolean> {
  const where = { accountId, endedAt: null };
  const counts = await Promise.all([
    db.appointment.count({ where }),
    db.deputy.count({ where }),
    db.officeAppointment.count({ where: { ...where, divisionId: { not: place.id } } }),
  ]);
  return counts.every((count) => count === 0);
}
