import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { getRoom, listRooms } from "../rooms.server";
import type { CloseRoom, EditRoom } from "../schema";

/** Changes a room in use. Refuses `conflict` a name that another room has; whoever comes second sees both texts. */
export async function editRoom(actor: PlacedActor, roomId: string, input: EditRoom, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const today = todayIn(now);
    await getRoom(db, divisionId, roomId, today);
    const isTaken = (await listRooms(db, divisionId)).some(
      ({ id, name }) => id !== roomId && name === input.name,
    );
    if (isTaken) throw new Refusal("conflict", "calling.room.twice", { field: "name" });
    const { count } = await db.meetingRoom.updateMany({
      where: { divisionId, id: roomId, revision: input.revision, closedOn: null },
      data: {
        name: input.name,
        seats: input.seats ?? null,
        address: input.address ?? null,
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      const saved = await getRoom(db, divisionId, roomId, today);
      const theirs = {
        name: saved.name,
        seats: String(saved.seats ?? ""),
        address: saved.address ?? "",
      };
      throw new Refusal("conflict", "refusal.changed", { theirs, revision: saved.revision });
    }
    await audit(db, actor, "edit-room", "Meeting", roomId);
    return { id: roomId };
  });
}

/** Closes a room: no form offers it any more; what was announced in it stays where it is. */
export async function closeRoom(actor: PlacedActor, roomId: string, input: CloseRoom, now = clock()) {
  authorize(actor, "plan", "Meeting");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const today = todayIn(now);
    await getRoom(db, divisionId, roomId, today);
    const { count } = await db.meetingRoom.updateMany({
      where: { divisionId, id: roomId, revision: input.revision, closedOn: null },
      data: { closedOn: dateOf(today), revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await audit(db, actor, "close-room", "Meeting", roomId);
    return { id: roomId };
  });
}
