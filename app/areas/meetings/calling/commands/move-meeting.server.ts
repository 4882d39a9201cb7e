import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { instantAt } from "~/lib/jalali";
import { MeetingMoved } from "../../events";
import { meetingAllows } from "../../lifecycle";
import { getCalling } from "../planned.server";
import { chosenRoom, takingRoom } from "../rooms.server";
import type { MoveMeeting } from "../schema";

/**
 * Gives an announced meeting another day, other hours or another place. What was announced before is kept beside it, and
 * whoever is invited is told once. Refuses `conflict` where the room is taken, naming the meeting that has it.
 */
export async function moveMeeting(actor: PlacedActor, meetingId: string, input: MoveMeeting, now = clock()) {
  authorize(actor, "announce", "Meeting");
  const divisionId = actor.place.id;
  const own = { lo: divisionId, hi: divisionId };
  const { heldOn, startsAt, endsAt } = input;
  if (instantAt(heldOn, startsAt) <= now)
    throw new Refusal("invalid", "calling.announce.is-over", { field: "heldOn" });
  const roomId = input.roomId ?? null;
  return takingRoom(
    actor,
    () => ({ roomId, slot: { heldOn, startsAt, endsAt } }),
    async (db) => {
      const before = await getCalling(db, own, meetingId);
      if (!meetingAllows(before.state, "move")) throw tooLate("calling.not-announced");
      const room = roomId === null ? null : await chosenRoom(db, divisionId, roomId);
      const place = input.place ?? room?.name ?? null;
      if (place === null) throw new Refusal("invalid", "calling.announce.needs-place", { field: "place" });
      const isSame =
        before.heldOn === heldOn &&
        before.startsAt === startsAt &&
        before.endsAt === endsAt &&
        before.place === place &&
        before.roomId === roomId;
      if (isSame && before.revision === input.revision)
        throw new Refusal("invalid", "calling.move.same", { field: "heldOn" });
      const from = JSON.stringify({
        heldOn: before.heldOn,
        startsAt: before.startsAt,
        endsAt: before.endsAt,
        place: before.place,
      });
      const moved = await db.$queryRaw<{ sequence: number }[]>`update meeting
        set held_on = ${heldOn}::date, starts_at = ${startsAt}, ends_at = ${endsAt}, place = ${place},
          room_id = ${roomId}::uuid, moved_from = ${from}::jsonb, ics_sequence = ics_sequence + 1,
          revision = revision + 1
        where division_id = ${divisionId} and id = ${meetingId}::uuid and state = 'announced'
          and revision = ${input.revision} returning ics_sequence as sequence`;
      if (!moved[0]) {
        const saved = await getCalling(db, own, meetingId);
        const theirs = {
          heldOn: saved.heldOn,
          startsAt: saved.startsAt ?? "",
          endsAt: saved.endsAt ?? "",
          place: saved.place ?? "",
          roomId: saved.roomId ?? "",
        };
        throw new Refusal("conflict", "refusal.changed", { theirs, revision: saved.revision });
      }
      await audit(db, actor, "move", "Meeting", meetingId);
      await emit(db, actor, MeetingMoved, { meetingId, sequence: moved[0].sequence });
      return { id: meetingId };
    },
  );
}
