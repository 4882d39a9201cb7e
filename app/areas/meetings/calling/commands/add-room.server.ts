import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AddRoom } from "../schema";

/** Adds a room of the place. Refuses `conflict` a name that another room in use has. */
export async function addRoom(actor: PlacedActor, input: AddRoom, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const id = uuidv7();
    const added = await db.$executeRaw`
      insert into meeting_room (division_id, id, name, seats, address, created_at, created_by_key)
      values (${actor.place.id}, ${id}::uuid, ${input.name}, ${input.seats ?? null}::int, ${input.address ?? null},
        ${now}, ${actor.key})
      on conflict (division_id, name) where closed_on is null do nothing`;
    if (added === 0) throw new Refusal("conflict", "calling.room.twice", { field: "name" });
    await audit(db, actor, "add-room", "Meeting", id);
    return { id };
  });
}
