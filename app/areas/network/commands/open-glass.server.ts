import { listDivisions } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { GlassOpened } from "../events";
import { findOpenGrant } from "../queries.server/glass";
import type { OpenGlass } from "../schema/glass";

/**
 * Opens a look into the people of one county of the actor's province, for so many minutes of the database's clock; the
 * county is told at once. Refuses a county that is not his or is closed (`invalid`), and a second look into a county
 * where one of his is open (`conflict`).
 */
export async function openGlass(actor: PlacedActor, { county, reason, minutes }: OpenGlass, now = clock()) {
  authorize(actor, "open", "Glass");
  return within(actor, async (db) => {
    const { id: province, lo, hi } = actor.place;
    const [division] = county > lo && county <= hi ? await listDivisions(db, [county]) : [];
    if (!division || division.validTo !== null)
      throw new Refusal("invalid", "network.glass.no-county", { field: "county" });
    // Two presses of two pages: the second waits here and finds the first.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${`glass ${actor.key}`}), ${county})`;
    if (await findOpenGrant(db, county, actor.key))
      throw new Refusal("conflict", "network.glass.open-already", { field: "county" });
    const id = uuidv7();
    await db.$executeRaw`
      insert into glass_grant (division_id, id, source_division_id, appointment_id, opened_by_key, opened_by_name, reason, minutes, shown_at)
      values (${county}, ${id}::uuid, ${province}, ${actor.appointmentId}::uuid, ${actor.key}, ${actor.name}, ${reason}, ${minutes}::smallint, ${now})`;
    await audit(db, actor, "open", "Glass", id);
    await emit(db, actor, GlassOpened, { grantId: id, countyId: county });
    return { id, county };
  });
}
