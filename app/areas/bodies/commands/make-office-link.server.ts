import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { newToken, sha256Hex, uuidv7 } from "~/lib/identifiers";
import { keepOfficesStanding } from "../abolition/standing.server";
import { findOffice } from "../queries.server";
import type { MakeOfficeLink } from "../schema";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes a personal link for an office of the place. The token is answered once and kept nowhere: the database has its
 * SHA-256, and a second send of the same form is told so (`conflict`) instead of being given it again.
 */
export async function makeOfficeLink(
  actor: PlacedActor,
  officeId: string,
  { days }: MakeOfficeLink,
  now = clock(),
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + Number(days) * DAY);
  const made = await within(actor, async (db) => {
    await keepOfficesStanding(db, actor.place);
    const office = await findOffice(db, actor.place.id, officeId);
    if (!office) throw new Refusal("missing", "refusal.missing");
    authorize(actor, "make-link", "Office", office);
    await db.$executeRaw`insert into personal_link
        (id, token_hash, kind, division_id, office_id, created_at, created_by_key, expires_at)
      values (${id}::uuid, ${tokenHash}, 'office', ${actor.place.id}, ${officeId}::uuid, ${now}, ${actor.key}, ${expiresAt})`;
    await audit(db, actor, "make-link", "Office", officeId);
    return { id };
  });
  if (made.id !== id) throw new Refusal("conflict", "bodies.link.made-already");
  return { id, token, expiresAt };
}
